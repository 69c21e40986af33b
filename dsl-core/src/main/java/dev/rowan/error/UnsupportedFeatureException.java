package dev.rowan.error;

/** A statement that asks for what a database lacks. It is thrown before any I/O. */
public final class UnsupportedFeatureException extends RowanException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param feature what was asked for, in words, such as {@code full join}
     * @param dialect the name and version of the dialect that lacks it
     * @param alternative what to do instead
     */
    public UnsupportedFeatureException(String feature, String dialect, String alternative) {
        super(dialect + " has no " + feature + "; " + alternative);
    }
}
