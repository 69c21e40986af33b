package dev.rowan.execute;

import org.jspecify.annotations.Nullable;

/**
 * How many rows are inserted at once. Immutable.
 *
 * <pre>{@code db.insertAll(USER, users, Bulk.DEFAULT.withListener((done, total) -> log.info("{} of {}", done, total)))}</pre>
 *
 * @param rowsPerStatement the most rows of one statement, or 0 for as many as serve the database best; what a statement can hold
 *     limits them too
 * @param listener what is told of the progress, on the calling thread, or null
 */
public record Bulk(int rowsPerStatement, @Nullable Listener listener) {
    /** As many rows at once as serve the database best. */
    public static final Bulk DEFAULT = new Bulk(0, null);

    /** Checks the number. */
    public Bulk {
        if (rowsPerStatement < 0) {
            throw new IllegalArgumentException(
                    "expected a number of rows per statement, or 0 for the usual, got " + rowsPerStatement);
        }
    }

    /** The same, with at most so many rows in one statement. */
    public Bulk withRowsPerStatement(int rows) {
        return new Bulk(rows, listener);
    }

    /** The same, telling a listener after each statement. */
    public Bulk withListener(Listener newListener) {
        return new Bulk(rowsPerStatement, newListener);
    }

    /** What is told of the progress. */
    @FunctionalInterface
    public interface Listener {
        /**
         * So many rows have been inserted, in a transaction that is not committed yet. What it throws undoes all of them.
         *
         * @param total how many there will be
         */
        void inserted(long done, long total);
    }
}
