package dev.rowan.migrate;

import dev.rowan.error.MigrationException;
import dev.rowan.error.QueryException;
import dev.rowan.execute.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/** The right to be the only one that migrates a schema. */
final class SchemaLock {
    private SchemaLock() {}

    /** Does work while no other migrates; waits for those that do. */
    static <T> T held(Session session, Duration patience, Supplier<T> work) {
        lock(session, patience);
        try {
            return work.get();
        } finally {
            unlock(session);
        }
    }

    private static void lock(Session session, Duration patience) {
        try {
            if (!session.dialect().ddl().lock(session.jdbc(), patience)) {
                throw new MigrationException("expected others to migrate for at most " + patience
                        + ", got one that still does; wait for it, or find out why it hangs");
            }
        } catch (SQLException e) {
            throw new QueryException(QueryException.Kind.OTHER, "expected the lock of migrations, got an error", e);
        }
    }

    private static void unlock(Session session) {
        try {
            session.dialect().ddl().unlock(session.jdbc());
        } catch (SQLException e) {
            org.slf4j.LoggerFactory.getLogger(Migrator.class)
                    .warn("could not unlock migrations; the end of the connection will", e);
        }
    }
}
