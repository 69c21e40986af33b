package dev.rowan.execute;

import dev.rowan.error.QueryException;
import dev.rowan.error.RowanException;
import dev.rowan.render.RenderedSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection on which statements run one after another, some of them in transactions: for locks that belong to a connection, and
 * for definitions, which no socket timeout cuts. Valid until the function returns that it was handed to; for one thread.
 *
 * <pre>{@code
 * db.session(session -> {
 *     session.run(dialect.ddl().statements(change, null));          // each commits by itself
 *     return session.transaction(() -> session.execute(insert));    // all or nothing
 * });
 * }</pre>
 */
public final class Session extends SqlExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final Connection connection;
    private final Set<OpenStream<?>> streams = ConcurrentHashMap.newKeySet();
    private final List<CommitAction> afterCommit = new ArrayList<>();
    private final int networkTimeout; // to be set again; a definition takes its time
    private boolean inTransaction;

    Session(StatementRunner runner, Connection connection) {
        super(runner);
        this.connection = connection;
        this.networkTimeout = withoutNetworkTimeout();
    }

    private int withoutNetworkTimeout() {
        try {
            int before = connection.getNetworkTimeout();
            if (before > 0) {
                connection.setNetworkTimeout(Runnable::run, 0);
            }
            return before;
        } catch (SQLException none) {
            return 0; // the driver has no such timeout
        }
    }

    /** Lends the connection, for what Rowan does not do; it must not be closed. */
    public Connection jdbc() {
        return connection;
    }

    /** Whether a transaction is under way. */
    public boolean isInTransaction() {
        return inTransaction;
    }

    @Override
    boolean isWithinTransaction() {
        return inTransaction;
    }

    /**
     * Runs statements that yield no rows, one after another, until one fails. Listeners are told of each.
     *
     * @throws QueryException if the database refuses one
     */
    public void run(List<RenderedSql> statements) {
        statements.forEach(this::run);
    }

    private void run(RenderedSql sql) {
        long start = runner().begin(connection, sql);
        long rows;
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false); // or a brace in a name is taken for an escape of JDBC
            statement.execute(sql.text());
            rows = Math.max(0, statement.getUpdateCount());
        } catch (SQLException | RuntimeException | Error e) {
            throw runner().failed(sql, start, e);
        }
        runner().succeeded(sql, start, rows);
    }

    /**
     * Runs work in a transaction of the connection: committed when the work returns, rolled back when it throws. Within a transaction it
     * is a part of that one.
     */
    public <T extends @Nullable Object> T transaction(Supplier<T> work) {
        if (inTransaction) {
            return work.get();
        }
        T result;
        begin();
        try {
            result = work.get();
            connection.commit();
        } catch (SQLException e) {
            throw undo(runner().failure("commit", e));
        } catch (RuntimeException e) {
            throw undo(e);
        } catch (Error e) {
            throw undo(e);
        }
        List<CommitAction> actions = List.copyOf(afterCommit);
        afterCommit.clear();
        try {
            end();
        } catch (SQLException e) {
            throw runner().failure("end of a transaction", e);
        } finally {
            actions.forEach(CommitAction::run);
        }
        return result;
    }

    private void begin() {
        try {
            connection.setAutoCommit(false);
            inTransaction = true;
        } catch (SQLException e) {
            throw runner().failure("begin", e);
        }
    }

    /** The failure is what the caller must know, whatever becomes of the connection. */
    private <X extends Throwable> X undo(X failure) {
        afterCommit.clear();
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        try {
            end();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private void end() throws SQLException {
        inTransaction = false;
        connection.setAutoCommit(true);
    }

    @Override
    <T extends @Nullable Object> T withConnection(Work<T> work) {
        return work.run(connection);
    }

    @Override
    <T extends @Nullable Object> T withTransaction(Work<T> work, @Nullable Consumer<? super T> committed) {
        return transaction(() -> {
            T done = work.run(connection);
            if (committed != null) {
                CommitAction telling = new CommitAction();
                telling.becomes(() -> committed.accept(done));
                afterCommit.add(telling);
            }
            return done;
        });
    }

    @Override
    <T> T atomically(Work<T> work, @Nullable Consumer<? super T> committed) {
        return withTransaction(work, committed);
    }

    @Override
    <R extends @Nullable Object> RowStream<R> open(StreamPlan<R> plan) {
        if (plan.needsTransaction() && !inTransaction) {
            throw new IllegalStateException(
                    "expected a stream of this database in a transaction, got one outside; open it within"
                            + " session.transaction(…), or from the database");
        }
        return new RowStream<>(new OpenStream<>(plan.open(connection), null, streams));
    }

    void close() {
        try {
            if (networkTimeout > 0) {
                connection.setNetworkTimeout(Runnable::run, networkTimeout);
            }
        } catch (SQLException e) {
            LOG.warn("could not restore the network timeout of a connection", e);
        }
        try {
            streams.forEach(OpenStream::closeLeftOpen);
        } catch (RowanException e) {
            LOG.warn("could not close a stream that was left open", e);
        }
    }
}
