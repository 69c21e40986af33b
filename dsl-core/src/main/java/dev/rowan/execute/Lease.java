package dev.rowan.execute;

import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that is borrowed until the lease is closed; its failures are Rowan's. It goes back as it came, or, if that fails,
 * not at all.
 *
 * <p>A data source may lend a connection on which somebody else has begun a transaction, as Spring's does. What is done then is a
 * part of that one, from a savepoint on, and neither committed nor ended here.
 */
final class Lease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final StatementRunner runner;
    private final Connection connection;
    private final long since = System.nanoTime();
    private final @Nullable String site; // where it was borrowed, if that is noted
    private boolean begun;
    private boolean joined;
    private boolean discarded;
    private boolean committed;
    private boolean closed;
    private boolean readOnlySet;
    private @Nullable Integer isolationBefore;
    private @Nullable Savepoint start; // of what is a part of somebody else's transaction

    private Lease(StatementRunner runner, Connection connection) {
        this.runner = runner;
        this.connection = connection;
        this.site = runner.activity().isTraced() ? CallSite.find() : null;
        runner.activity().begin(this);
    }

    /** How long it is borrowed, in nanoseconds. */
    long age() {
        return System.nanoTime() - since;
    }

    /** Where it was borrowed, and since when. */
    @Override
    public String toString() {
        return site + " for " + Duration.ofNanos(age()).toMillis() + " ms";
    }

    /** Borrows a connection for single statements. */
    static Lease of(DataSource dataSource, StatementRunner runner) {
        PoolEvents events = runner.activity().events();
        long start = System.nanoTime();
        Connection connection;
        try {
            connection = borrow(dataSource, runner);
        } catch (QueryException e) {
            events.timedOut(e);
            throw e;
        }
        events.acquired(start);
        return new Lease(runner, connection);
    }

    private static Connection borrow(DataSource dataSource, StatementRunner runner) {
        Gate gate = runner.activity().gate();
        if (!gate.enter()) {
            throw new QueryException(
                    Kind.POOL_TIMEOUT,
                    "expected callers that wait for a connection to be no more than the maximum, got one more, which did not wait"
                            + runner.activity().busyness() + "; send less at a time, or enlarge the pool",
                    null);
        }
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            QueryException failure = runner.failure(null, e);
            if (failure.kind() == Kind.POOL_TIMEOUT) {
                failure = noneInTime(runner.activity(), failure, e);
            }
            gate.leave();
            throw failure;
        } catch (RuntimeException | Error e) {
            gate.leave();
            throw e;
        }
    }

    private static QueryException noneInTime(Activity activity, QueryException failure, SQLException cause) {
        PoolStatistics pool = activity.statistics();
        if (pool == null) {
            return failure;
        } else if (pool.total() == 0) {
            return new QueryException(
                    Kind.CONNECTION,
                    "expected a connection, got none in time, and the pool has none at all; see whether the server answers",
                    cause);
        }
        return new QueryException(
                Kind.POOL_TIMEOUT,
                "expected a free connection, got none in time" + activity.busyness()
                        + "; give connections back sooner, or enlarge the pool",
                cause);
    }

    /** Borrows a connection for a transaction. */
    static Lease transactional(
            DataSource dataSource, StatementRunner runner, TransactionOptions options, @Nullable Deadline deadline) {
        Lease lease = of(dataSource, runner);
        try {
            lease.begin(options, deadline);
            return lease;
        } catch (SQLException e) {
            throw lease.closed(runner.failure("begin", e));
        } catch (RuntimeException | Error e) {
            lease.close();
            throw e;
        }
    }

    private <X extends RuntimeException> X closed(X reason) {
        close();
        return reason;
    }

    private void begin(TransactionOptions options, @Nullable Deadline deadline) throws SQLException {
        if (!connection.getAutoCommit()) {
            requireNothingOfTheBeginning(options);
            joined = true;
            start = connection.setSavepoint();
        } else {
            beginOwn(options);
        }
        if (deadline != null) {
            runner.activity().limit(connection, deadline);
        }
    }

    private void beginOwn(TransactionOptions options) throws SQLException {
        if (options.isReadOnly() && !connection.isReadOnly()) {
            readOnlySet = true;
            runner.dialect().setReadOnly(connection, true);
        }
        Isolation isolation = options.isolation();
        if (isolation != null && connection.getTransactionIsolation() != isolation.level()) {
            isolationBefore = connection.getTransactionIsolation();
            connection.setTransactionIsolation(isolation.level());
        }
        begun = true;
        connection.setAutoCommit(false);
        run(options.readOfThePast(runner.dialect())); // which only the first statement can
        run(options.deferral(runner.dialect()));
    }

    private void run(@Nullable String sql) throws SQLException {
        if (sql != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    /** Refuses a connection on which somebody else has begun a transaction. */
    void requireAutoCommit() {
        try {
            if (!connection.getAutoCommit()) {
                throw new IllegalStateException("expected a connection outside of any transaction, got one within a"
                        + " transaction that the data source has begun; do this before it begins");
            }
        } catch (SQLException e) {
            throw runner.failure(null, e);
        }
    }

    private static void requireNothingOfTheBeginning(TransactionOptions options) {
        if (options.isOfTheBeginning()) {
            throw new IllegalStateException(
                    "expected no isolation, read-only mode, age or deferred constraints for a part of a"
                            + " transaction that the data source has begun, got some; set them where that transaction begins");
        }
    }

    /** Marks the connection as unfit for others, and for a commit: what it has begun could not be undone. */
    void discard() {
        discarded = true;
    }

    /** Commits the transaction; without, it is rolled back when the lease is closed. */
    void commit() throws SQLException {
        if (joined) {
            connection.releaseSavepoint(start);
        } else {
            connection.commit();
        }
        committed = true;
    }

    boolean isDiscarded() {
        return discarded;
    }

    /** Whether the transaction is a part of one that somebody else commits. */
    boolean isJoined() {
        return joined;
    }

    /** Undoes what was done in the transaction. */
    void undo() throws SQLException {
        if (joined) {
            connection.rollback(start);
        } else if (begun) {
            connection.rollback();
        }
        committed = true; // there is nothing left to undo
    }

    /** Ends a transaction that has only read. */
    void rollback() {
        try {
            undo();
        } catch (SQLException e) {
            throw runner.failure(null, e);
        }
    }

    Connection connection() {
        return connection;
    }

    /** Gives the connection back; never throws, for what was committed stays so. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        runner.activity().unlimit(connection);
        runner.activity().end(this);
        try (Connection closing = connection) {
            if (!discarded) {
                restore();
            }
            if (discarded) {
                abort(closing); // restoring auto-commit would commit what is left
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("could not give a connection back; it is closed", e);
        } finally {
            runner.activity().gate().leave();
            runner.activity().events().released(since);
        }
    }

    private static void abort(Connection closing) throws SQLException {
        try {
            closing.abort(Runnable::run);
        } catch (SQLFeatureNotSupportedException e) {
            closing.unwrap(Connection.class).close(); // past a pool, which then finds it closed
        }
    }

    private void restore() {
        try {
            if (!committed && (begun || joined)) {
                undo(); // or auto-commit would commit what is left
            }
            if (begun) {
                connection.setAutoCommit(true);
            }
            if (isolationBefore != null) {
                connection.setTransactionIsolation(isolationBefore);
            }
            if (readOnlySet) {
                runner.dialect().setReadOnly(connection, false);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("could not restore a connection, which is not used again", e);
            discarded = true;
        }
    }
}
