package dev.rowan.error;

/** A query that promised one row and found none, or more than one. */
public final class RowCountException extends RowanException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message that says how many rows were expected and how many came. */
    public RowCountException(String message) {
        super(message);
    }
}
