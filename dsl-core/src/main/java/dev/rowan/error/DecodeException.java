package dev.rowan.error;

import org.jspecify.annotations.Nullable;

/**
 * A value that the database returned and that is not what its column was declared to hold, such as NULL in a column
 * declared {@code notNull()}.
 */
public final class DecodeException extends RowanException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message that names the column, what was expected and what came. */
    public DecodeException(String message) {
        super(message);
    }

    /** Creates the exception with its message and what caused it, if anything did. */
    public DecodeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
