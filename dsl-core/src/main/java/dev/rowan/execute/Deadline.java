package dev.rowan.execute;

import dev.rowan.error.QueryException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A point in time after which a transaction does nothing more. */
final class Deadline {
    private final Duration time;
    private final String whose;
    private final long end;

    private Deadline(Duration time, String whose) {
        this.time = time;
        this.whose = whose;
        this.end = System.nanoTime() + time.toNanos();
    }

    static @Nullable Deadline of(TransactionOptions options) {
        Duration time = options.timeout();
        String name = options.name();
        return time == null ? null : new Deadline(time, name == null ? "the transaction" : "transaction " + name);
    }

    private long nanosLeft() {
        return end - System.nanoTime();
    }

    boolean isBefore(Duration wait) {
        return nanosLeft() <= wait.toNanos();
    }

    void require() {
        if (nanosLeft() <= 0) {
            throw new QueryException(
                    QueryException.Kind.TIMEOUT,
                    "expected " + whose + " to end within " + time + ", got more to do after that; nothing of it is"
                            + " committed, so do less in it, or give it more time",
                    null);
        }
    }

    /** What is left, in whole seconds, of which JDBC knows none smaller. */
    int secondsLeft() {
        require();
        return (int) Math.max(1, Math.ceil(nanosLeft() / 1e9));
    }
}
