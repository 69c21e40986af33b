package dev.rowan.dialect.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A row that says which session migrates the schema. H2 has no lock that outlives a transaction and ends with its session, but it lists its
 * sessions, so that a row of one that is gone is known.
 */
final class H2SchemaLock {
    private static final String TABLE = "\"rowan_migration_lock\"";
    private static final String OWN =
            "select session_start from information_schema.sessions where session_id = session_id()";

    private H2SchemaLock() {}

    static boolean lock(Connection connection, Duration wait) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists " + TABLE
                            + " (\"id\" int primary key, \"session\" int not null, \"since\" timestamp(9) with time zone not null)");
        }
        long end = System.nanoTime() + wait.toNanos();
        while (!insert(connection)) {
            forgetGone(connection);
            if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return true;
    }

    private static boolean insert(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into " + TABLE + " values (1, session_id(), (" + OWN + "))");
            return true;
        } catch (SQLIntegrityConstraintViolationException taken) {
            return false;
        }
    }

    /** Only an administrator sees the sessions of others. */
    private static void forgetGone(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from " + TABLE + " l where"
                + " exists (select 1 from information_schema.users where user_name = current_user and is_admin)"
                + " and not exists (select 1 from information_schema.sessions s"
                + " where s.session_id = l.\"session\" and s.session_start = l.\"since\")")) {
            statement.executeUpdate();
        }
    }

    static void unlock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from " + TABLE + " where \"session\" = session_id()");
        }
    }
}
