package dev.rowan.execute;

import dev.rowan.error.QueryException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Statements that look for a key before they insert it, and may find that another transaction was faster. */
final class KeyRace {
    private static final int ATTEMPTS = 10;

    private KeyRace() {}

    /** Runs a statement, and again if the key was inserted between its look and its insert. */
    static <T extends @Nullable Object> T run(Supplier<T> statement) {
        for (int i = 1; ; i++) {
            try {
                return statement.get();
            } catch (QueryException e) {
                if (i == ATTEMPTS || e.kind() != QueryException.Kind.UNIQUE_VIOLATION) {
                    throw e;
                }
            }
        }
    }
}
