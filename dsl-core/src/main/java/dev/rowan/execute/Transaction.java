package dev.rowan.execute;

import dev.rowan.render.Feature;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A transaction, valid until the function that it was handed to returns. For one thread at a time.
 *
 * <pre>{@code
 * db.transaction(tx -> {
 *     tx.execute(update(ACCOUNT).set(ACCOUNT.BALANCE, ACCOUNT.BALANCE.minus(100)).where(ACCOUNT.ID.eq(1)));
 *     return tx.execute(update(ACCOUNT).set(ACCOUNT.BALANCE, ACCOUNT.BALANCE.plus(100)).where(ACCOUNT.ID.eq(2)));
 * });
 * }</pre>
 */
public final class Transaction extends SqlExecutor {
    private final Lease lease;
    private final Connection connection;
    private final Set<OpenStream<?>> streams = ConcurrentHashMap.newKeySet();
    private boolean ended;

    Transaction(StatementRunner runner, Lease lease) {
        super(runner);
        this.lease = lease;
        this.connection = lease.connection();
    }

    @Override
    <T extends @Nullable Object> T withConnection(Work<T> work) {
        if (ended) {
            throw new IllegalStateException(
                    "expected a transaction that is under way, got one that has ended; use it only"
                            + " within the function that it was handed to");
        }
        requireUndone();
        for (OpenStream<?> stream : streams) {
            if (stream.source().isAlone()) {
                throw new IllegalStateException("expected the stream that was opened at " + stream.site()
                        + " to be closed before the next statement of the transaction, got it open; this driver runs no other"
                        + " statement meanwhile, so close it first, or stream outside of the transaction");
            }
        }
        return work.run(connection);
    }

    @Override
    <R> RowStream<R> open(StreamPlan<R> plan) {
        return withConnection(lent -> new RowStream<>(new OpenStream<>(plan.open(lent), null, streams)));
    }

    /** The failure is for the function of this transaction to let out, or to catch. */
    @Override
    <T extends @Nullable Object> T withTransaction(Work<T> work) {
        return withConnection(work);
    }

    private void requireUndone() {
        if (lease.isDiscarded()) {
            throw new IllegalStateException(
                    "expected a transaction that can go on, got one of which a part could not be"
                            + " rolled back; nothing of it will be committed, so let its failure reach the outermost function");
        }
    }

    /**
     * Runs a part of the transaction that can fail by itself: it is rolled back to a savepoint when it throws, and what it
     * threw is thrown on.
     */
    public <T, X extends Exception> T transaction(TransactionBody<T, X> body) throws X {
        Savepoint savepoint = withConnection(this::setSavepoint);
        T result;
        try {
            result = body.run(this);
        } catch (Throwable e) {
            undo(e, () -> connection.rollback(savepoint));
            throw e;
        }
        release(savepoint);
        return result;
    }

    private Savepoint setSavepoint(Connection on) {
        runner().dialect().require(Feature.NESTED_TRANSACTION);
        try {
            return on.setSavepoint();
        } catch (SQLException e) {
            throw runner().failure(null, e);
        }
    }

    private void release(Savepoint savepoint) {
        try {
            connection.releaseSavepoint(savepoint);
        } catch (SQLException e) {
            throw runner().failure(null, e);
        }
    }

    <T, X extends Exception> T runToEnd(TransactionBody<T, X> body) throws X {
        T result;
        try {
            result = body.run(this);
        } catch (Throwable e) {
            ended = true;
            streams.forEach(OpenStream::closeLeftOpen);
            undo(e, connection::rollback);
            throw e;
        }
        ended = true;
        streams.forEach(OpenStream::closeLeftOpen);
        requireUndone();
        commit();
        return result;
    }

    private void commit() {
        try {
            lease.commit();
        } catch (SQLException e) {
            RuntimeException failure = runner().failure("commit", e);
            undo(failure, connection::rollback);
            throw failure;
        }
    }

    /** Rolls back; should that fail too, the first failure stays the one that is thrown. */
    private void undo(Throwable reason, SqlAction rollback) {
        try {
            rollback.run();
        } catch (SQLException | RuntimeException e) {
            lease.discard();
            reason.addSuppressed(e);
        }
    }

    private interface SqlAction {
        void run() throws SQLException;
    }
}
