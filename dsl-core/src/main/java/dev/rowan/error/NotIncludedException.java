package dev.rowan.error;

/** Access to an association that the query did not include. The message names the include to add. */
public final class NotIncludedException extends RowanException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception for the named association, such as {@code Order.lineItems}. */
    public NotIncludedException(String association) {
        super("expected " + association + " to be loaded, but the query did not include it; add .include(…) for "
                + association + " to the query that fetched this record");
    }
}
