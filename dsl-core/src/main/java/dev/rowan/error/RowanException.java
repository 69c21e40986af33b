package dev.rowan.error;

import org.jspecify.annotations.Nullable;

/** The root of everything that Rowan throws, apart from {@link IllegalArgumentException} for a misused method. */
public class RowanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with its message. */
    public RowanException(String message) {
        super(message);
    }

    /** Creates the exception with its message and what caused it, if anything did. */
    public RowanException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * What may be shown to anybody: what went wrong in general words, without SQL, names or values. {@code getMessage()} is for
     * whoever reads the logs.
     */
    public String publicMessage() {
        return "the request failed";
    }
}
