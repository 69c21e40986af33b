package dev.rowan.error;

import org.jspecify.annotations.Nullable;

/**
 * A row of many that could not be inserted, and so none of them was. The cause is what is wrong with it: a {@link QueryException}, or
 * an {@link IllegalArgumentException} if it could not even be sent.
 */
public final class BulkException extends RowanException {
    private static final long serialVersionUID = 1L;

    private final long index;

    /**
     * Creates the exception.
     *
     * @param index the place of the row among all, from 0
     */
    public BulkException(long index, String table, RuntimeException cause) {
        super(
                "expected rows that " + table + " takes, got one that it refuses at index " + index
                        + (cause instanceof QueryException refused ? " (" + refused.kind() + ")" : "")
                        + "; no row was inserted, the cause tells why",
                cause);
        this.index = index;
    }

    /** The place of the row among all that were to be inserted, from 0. */
    public long index() {
        return index;
    }

    /** What is wrong with the row, the same on every database; null if it could not be sent. */
    public QueryException.@Nullable Kind kind() {
        return getCause() instanceof QueryException refused ? refused.kind() : null;
    }
}
