package dev.rowan.error;

/** A query that promised one row and found none, or more than one; or one that found more than the limits of its handle allow. */
public final class RowCountException extends RowanException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** How many rows came. */
    public enum Kind {
        /** None, where one was expected. */
        NONE,
        /** Several, where one was expected. */
        SEVERAL,
        /** More than the limits allow. */
        OVER_LIMIT
    }

    /** Creates the exception with a message that says how many rows were expected and how many came. */
    public RowCountException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** How many rows came. */
    public Kind kind() {
        return kind;
    }
}
