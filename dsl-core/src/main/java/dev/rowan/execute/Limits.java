package dev.rowan.execute;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a statement may cost: {@code db.limits(Limits.rows(10_000).timeout(Duration.ofSeconds(5)))}. Immutable.
 *
 * @param maximumRows how many rows a query may yield, 0 for any number
 * @param maximumTime how long the server may work on a statement, in whole seconds, or null for any time
 */
public record Limits(long maximumRows, @Nullable Duration maximumTime) {
    /** No limits. */
    public static final Limits NONE = new Limits(0, null);

    /**
     * Creates limits.
     *
     * @throws IllegalArgumentException if the number is negative, or the time is under a second, which JDBC cannot tell
     */
    public Limits {
        if (maximumRows < 0 || maximumRows >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "expected a number of rows of 0 to " + (Integer.MAX_VALUE - 1) + ", got " + maximumRows);
        }
        if (maximumTime != null && (maximumTime.toSeconds() < 1 || maximumTime.toDays() > 365)) {
            throw new IllegalArgumentException("expected a time between a second and a year, got " + maximumTime);
        }
    }

    /** A query that yields more rows fails, rather than filling the memory. */
    public static Limits rows(long maximumRows) {
        return new Limits(maximumRows, null);
    }

    /** A statement on which the server works longer fails as {@link dev.rowan.error.QueryException.Kind#TIMEOUT}. */
    public Limits timeout(@Nullable Duration maximumTime) {
        return new Limits(maximumRows, maximumTime);
    }

    boolean isNone() {
        return maximumRows == 0 && maximumTime == null;
    }
}
