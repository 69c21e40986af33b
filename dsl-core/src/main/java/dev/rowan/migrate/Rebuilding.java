package dev.rowan.migrate;

import dev.rowan.definition.Change;
import dev.rowan.definition.TableDefinition;
import dev.rowan.error.QueryException;
import dev.rowan.execute.Session;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tables that are made anew, or dropped, while others point at them: where foreign keys are followed, rows of others would go too. */
final class Rebuilding {
    private Rebuilding() {}

    /** Whether a change needs it. */
    static boolean isNeeded(@Nullable Change change) {
        return change instanceof Change.Rebuild
                || (change instanceof Change.Remove remove && remove.object() instanceof TableDefinition);
    }

    /** Does work while foreign keys are not followed, if it needs that. */
    static <T> T around(Session session, boolean rebuilds, Supplier<T> work) {
        if (!rebuilds) {
            return work.get();
        }
        suspend(session, true);
        try {
            return work.get();
        } finally {
            suspend(session, false);
        }
    }

    private static void suspend(Session session, boolean suspended) {
        try {
            session.dialect().ddl().suspendForeignKeys(session.jdbc(), suspended);
        } catch (SQLException e) {
            throw new QueryException(
                    QueryException.Kind.OTHER, "expected foreign keys to be switched, got an error", e);
        }
    }

    /** Finds rows that point nowhere, before the commit. */
    static void check(Session session, boolean rebuilds) {
        if (!rebuilds) {
            return;
        }
        try {
            session.dialect().ddl().requireForeignKeys(session.jdbc());
        } catch (SQLException e) {
            throw new QueryException(QueryException.Kind.FOREIGN_KEY_VIOLATION, String.valueOf(e.getMessage()), e);
        }
    }
}
