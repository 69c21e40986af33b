package dev.rowan.execute;

import dev.rowan.error.QueryException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * How often a transaction that fell to another is tried again, as a whole and anew: {@code
 * Retry.onConflict(5).backoff(Duration.ofMillis(10), Duration.ofSeconds(1)).jitter(0.5)}. Its function runs once more for each try, so it
 * should do nothing that the database does not undo, or leave that to {@link Transaction#afterCommit}. Never is a single statement
 * tried again. Immutable.
 */
public final class Retry {
    /** No second try. */
    public static final Retry NEVER = onConflict(1);

    private final int attempts;
    private final Duration first;
    private final Duration cap;
    private final double jitter;
    private final boolean lockTimeouts;
    private final Pause pause;
    private final DoubleSupplier random;

    private Retry(
            int attempts,
            Duration first,
            Duration cap,
            double jitter,
            boolean lockTimeouts,
            Pause pause,
            DoubleSupplier random) {
        this.attempts = attempts;
        this.first = first;
        this.cap = cap;
        this.jitter = jitter;
        this.lockTimeouts = lockTimeouts;
        this.pause = pause;
        this.random = random;
    }

    /** What waits between two tries; for tests. */
    @FunctionalInterface
    public interface Pause {

        /** Waits. */
        void pause(Duration duration) throws InterruptedException;
    }

    /**
     * Tries a transaction so often in all if a deadlock or a serialization failure ends it, at first after about 10 ms, then after
     * twice the time before, up to a second.
     *
     * @throws IllegalArgumentException if the number is less than 1
     */
    public static Retry onConflict(int attempts) {
        if (attempts < 1) {
            throw new IllegalArgumentException("expected one attempt or more, got " + attempts);
        }
        return new Retry(
                attempts,
                Duration.ofMillis(10),
                Duration.ofSeconds(1),
                0.5,
                false,
                duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos()),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Waits so long before the second try, then twice the time before, but never longer than the cap.
     *
     * @throws IllegalArgumentException if a time is negative, or the first exceeds the cap
     */
    public Retry backoff(Duration newFirst, Duration newCap) {
        if (newFirst.isNegative() || newFirst.compareTo(newCap) > 0 || newCap.toDays() > 1) {
            throw new IllegalArgumentException(
                    "expected times of 0 up to a day, the first at most the cap, got " + newFirst + " and " + newCap);
        }
        return new Retry(attempts, newFirst, newCap, jitter, lockTimeouts, pause, random);
    }

    /**
     * Shortens each wait by a random share of up to this, so that those who collided do not meet again.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1
     */
    public Retry jitter(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("expected a share between 0 and 1, got " + share);
        }
        return new Retry(attempts, first, cap, share, lockTimeouts, pause, random);
    }

    /** Tries again too when a lock took too long. On SQLite that is how transactions collide. */
    public Retry orLockTimeout() {
        return new Retry(attempts, first, cap, jitter, true, pause, random);
    }

    /** Waits and draws lots by other means than the clock and chance, for tests. */
    public Retry with(Pause newPause, DoubleSupplier newRandom) {
        return new Retry(attempts, first, cap, jitter, lockTimeouts, newPause, newRandom);
    }

    int attempts() {
        return attempts;
    }

    /** Whether a failure may be overcome by another try. */
    boolean overcomes(QueryException failure) {
        return failure.isRetryable() || (lockTimeouts && failure.kind() == QueryException.Kind.LOCK_TIMEOUT);
    }

    /** How long to wait after a number of tries. */
    Duration wait(int tries) {
        double longest = Math.min((double) cap.toNanos(), first.toNanos() * Math.pow(2, tries - 1.0));
        return Duration.ofNanos((long) (longest * (1 - jitter * random.getAsDouble())));
    }

    /** Waits; false if the thread was interrupted, and is so again. */
    boolean pause(Duration duration) {
        try {
            pause.pause(duration);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
