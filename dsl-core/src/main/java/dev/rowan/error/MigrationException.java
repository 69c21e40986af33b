package dev.rowan.error;

import org.jspecify.annotations.Nullable;

/** A migration cannot be done, or undone, as things are; nothing was changed by the attempt unless the message says so. */
public class MigrationException extends RowanException {
    private static final long serialVersionUID = 1;

    /** Creates an exception. */
    public MigrationException(String message) {
        super(message);
    }

    /**
     * Creates an exception.
     *
     * @param cause null for none
     */
    public MigrationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
