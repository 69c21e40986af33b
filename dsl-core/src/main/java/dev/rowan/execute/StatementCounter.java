package dev.rowan.execute;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts statements, and so finds queries in a loop, which are one statement many times. In a test:
 *
 * <pre>{@code
 * StatementCounter counter = new StatementCounter();
 * Database watched = db.withListener(counter);
 * counter.assertStatements(2, () -> watched.fetch(select().from(ORDER).include(ORDER.LINE_ITEMS)));
 * }</pre>
 *
 * In a program, one counter for each request or job: {@code db.withListener(StatementCounter.failingAbove(10))}. Statements are
 * the same if their texts are, whatever their values. Thread-safe, but {@code assertStatements} counts what all threads send.
 */
public final class StatementCounter implements StatementListener {
    private static final Logger LOG = LoggerFactory.getLogger(StatementCounter.class);

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final long most;
    private final boolean failing;

    /** A counter that only counts. */
    public StatementCounter() {
        this(Long.MAX_VALUE, false);
    }

    private StatementCounter(long most, boolean failing) {
        if (most < 1) {
            throw new IllegalArgumentException("expected one statement or more to be allowed, got " + most);
        }
        this.most = most;
        this.failing = failing;
    }

    /**
     * A counter that warns, once for each statement that is sent more often than this, of the line that sends it.
     *
     * @throws IllegalArgumentException if the number is less than 1
     */
    public static StatementCounter warningAbove(long most) {
        return new StatementCounter(most, false);
    }

    /**
     * A counter that throws an {@link IllegalStateException} which names the line that sends a statement more often than this.
     * The statement has been run by then.
     *
     * @throws IllegalArgumentException if the number is less than 1
     */
    public static StatementCounter failingAbove(long most) {
        return new StatementCounter(most, true);
    }

    @Override
    public void executed(StatementEvent event) {
        String text = event.sql().text();
        long count = counts.computeIfAbsent(text, sql -> new AtomicLong()).incrementAndGet();
        if (count <= most) {
            return;
        }
        String message = "expected a statement to be sent " + most + " times at most, got it " + count
                + " times, now at "
                + CallSite.find() + "; include the association, ask for all keys by in(…), or write all rows at once: "
                + text;
        if (failing) {
            throw new IllegalStateException(message);
        } else if (count == most + 1) {
            LOG.warn(message);
        }
    }

    /** How many statements were sent. */
    public long total() {
        return counts.values().stream().mapToLong(AtomicLong::get).sum();
    }

    /** How often each text was sent; a copy. */
    public Map<String, Long> counts() {
        Map<String, Long> copy = new TreeMap<>();
        counts.forEach((text, count) -> copy.put(text, count.get()));
        return copy;
    }

    /** Forgets all statements. */
    public void reset() {
        counts.clear();
    }

    /**
     * Runs something that must send this many statements, and forgets what was sent before.
     *
     * @throws AssertionError if it sends more or fewer; the message lists them
     */
    public void assertStatements(long expected, Runnable work) {
        assertStatements(expected, () -> {
            work.run();
            return null;
        });
    }

    /**
     * Runs something that must send this many statements, and forgets what was sent before.
     *
     * @return what it returns
     * @throws AssertionError if it sends more or fewer; the message lists them
     */
    public <T extends @Nullable Object> T assertStatements(long expected, Supplier<T> work) {
        reset();
        T result = work.get();
        if (total() != expected) {
            StringBuilder message = new StringBuilder("expected " + expected + " statements, got " + total());
            counts().forEach((text, count) ->
                    message.append("\n  ").append(count).append(" x ").append(text));
            throw new AssertionError(message.toString());
        }
        return result;
    }
}
