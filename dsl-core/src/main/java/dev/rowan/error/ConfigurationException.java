package dev.rowan.error;

import org.jspecify.annotations.Nullable;

/** A database handle that cannot be set up as asked: no dialect for a URL, or a pool setting that has no effect. */
public final class ConfigurationException extends RowanException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with its message. */
    public ConfigurationException(String message) {
        super(message);
    }

    /** Creates the exception with its message and what caused it, if anything did. */
    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
