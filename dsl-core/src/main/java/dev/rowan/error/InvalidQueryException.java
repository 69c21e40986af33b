package dev.rowan.error;

/**
 * A query that cannot be run as it is written: a record that does not fit the selected columns, or a column whose table
 * is not in its FROM. It is thrown before any statement is sent.
 */
public final class InvalidQueryException extends RowanException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message that shows both sides of the mismatch. */
    public InvalidQueryException(String message) {
        super(message);
    }
}
