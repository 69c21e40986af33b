package dev.rowan.task;

import dev.rowan.error.QueryException;
import dev.rowan.error.RowanException;
import org.jspecify.annotations.Nullable;

/** Texts on one line. */
public final class Lines {
    private Lines() {}

    /** What went wrong, on one line; what a database says of a failed statement may hold values, and is left to the stack trace. */
    public static String of(Throwable failure) {
        if (failure instanceof QueryException query && query.kind() == QueryException.Kind.AUTHENTICATION) {
            return "expected a user and a password that the database knows, got others (SQLSTATE " + query.sqlState()
                    + "); see --user and ROWAN_PASSWORD (rowan.user in Maven)";
        }
        @Nullable String message = failure.getMessage();
        boolean isTold = failure instanceof RowanException
                || failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException;
        String name = failure.getClass().getSimpleName();
        if (message == null || message.isBlank()) {
            return name;
        }
        return one(isTold ? message : name + ": " + message);
    }

    static String one(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
