package dev.rowan.error;

/**
 * An update of a row that is no longer as it was read: somebody has changed it, or deleted it, since. Nothing was changed. Read
 * the row again, and decide.
 */
public final class StaleRowException extends RowanException {
    private static final long serialVersionUID = 1L;

    private final boolean gone;

    /**
     * Creates the exception.
     *
     * @param gone whether there is no such row any more
     */
    public StaleRowException(String table, boolean gone) {
        super("expected the row of " + table + " in the version that was read, "
                + (gone ? "got none of its key; it was deleted" : "got one that somebody else has changed since")
                + "; read it again, and decide");
        this.gone = gone;
    }

    /** Whether there is no row of that key any more, rather than one of another version. */
    public boolean isGone() {
        return gone;
    }
}
