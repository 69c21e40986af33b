package dev.rowan.execute;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connection that is borrowed until the lease is closed; its failures are Rowan's. */
final class Lease implements AutoCloseable {
    private final StatementRunner runner;
    private final Connection connection;
    private final boolean transactional;
    private boolean discarded;
    private boolean committed;

    private Lease(StatementRunner runner, Connection connection, boolean transactional) {
        this.runner = runner;
        this.connection = connection;
        this.transactional = transactional;
    }

    /** Borrows a connection for single statements. */
    static Lease of(DataSource dataSource, StatementRunner runner) {
        try {
            return new Lease(runner, dataSource.getConnection(), false);
        } catch (SQLException e) {
            throw runner.failure(null, e);
        }
    }

    /** Borrows a connection for a transaction. */
    static Lease transactional(DataSource dataSource, StatementRunner runner) {
        Lease lease = of(dataSource, runner);
        try {
            lease.connection.setAutoCommit(false);
        } catch (SQLException e) {
            lease.close();
            throw runner.failure(null, e);
        }
        return new Lease(runner, lease.connection, true);
    }

    /** Marks the connection as unfit for others, and for a commit: what it has begun could not be undone. */
    void discard() {
        discarded = true;
    }

    /** Commits the transaction; without, it is rolled back when the lease is closed. */
    void commit() throws SQLException {
        connection.commit();
        committed = true;
    }

    boolean isDiscarded() {
        return discarded;
    }

    /** Ends a transaction that has only read. */
    void rollback() {
        try {
            if (transactional) {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw runner.failure(null, e);
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try (Connection closing = connection) {
            if (discarded) {
                closing.abort(Runnable::run); // restoring auto-commit would commit what is left
            } else if (transactional) {
                if (!committed) {
                    closing.rollback(); // or auto-commit would commit what is left
                }
                closing.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw runner.failure(null, e);
        }
    }
}
