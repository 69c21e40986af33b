package dev.rowan.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A row that says which session migrates the schema, for CockroachDB takes advisory locks for granted and locks nothing. A user sees all sessions
 * of its own, so that a row of one that is gone is known to the user who left it.
 */
final class CockroachLock {
    private static final String TABLE = "\"rowan_migration_lock\"";
    private static final String OWN = "current_setting('session_id')";

    private CockroachLock() {}

    static boolean lock(Connection connection, Duration wait) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists " + TABLE
                    + " (\"id\" int primary key, \"session\" text not null, \"holder\" text not null)");
        }
        long end = System.nanoTime() + wait.toNanos();
        while (changed(
                        connection,
                        "insert into " + TABLE + " values (1, " + OWN + ", current_user) on conflict do nothing")
                == 0) {
            changed(
                    connection,
                    "delete from " + TABLE + " where \"holder\" = current_user and \"session\" not in"
                            + " (select session_id from crdb_internal.cluster_sessions)");
            if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return true;
    }

    private static int changed(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    static void unlock(Connection connection) throws SQLException {
        changed(connection, "delete from " + TABLE + " where \"session\" = " + OWN);
    }
}
