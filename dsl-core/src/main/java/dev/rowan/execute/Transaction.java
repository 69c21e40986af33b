package dev.rowan.execute;

import dev.rowan.error.QueryException;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transaction, valid until the function that it was handed to returns, or, if {@link Database#begin()} began it, until it is
 * committed, rolled back or closed. For one thread at a time; one that comes too late fails, and writes nothing.
 *
 * <pre>{@code
 * db.transaction(tx -> {
 *     tx.execute(update(ACCOUNT).set(ACCOUNT.BALANCE, ACCOUNT.BALANCE.minus(100)).where(ACCOUNT.ID.eq(1)));
 *     return tx.execute(update(ACCOUNT).set(ACCOUNT.BALANCE, ACCOUNT.BALANCE.plus(100)).where(ACCOUNT.ID.eq(2)));
 * });
 * }</pre>
 *
 * After a deadlock, a serialization failure or the loss of its connection nothing is left of a transaction, and on PostgreSQL
 * after any failed statement that was not in a {@linkplain #transaction nested} one: it takes no more statements, and cannot be
 * committed.
 */
public final class Transaction extends SqlExecutor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final Lease lease;
    private final Connection connection;
    private final Set<OpenStream<?>> streams = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock(); // so that none comes between the end and the return
    private final List<CommitAction> afterCommit = new ArrayList<>();
    private final @Nullable Deadline deadline;
    private final @Nullable String name;
    private final @Nullable CurrentTransaction thread; // null if a function's end is its end
    private final Runnable atEnd; // before what waits for the commit
    private boolean ended;
    private boolean kept; // committed, or a part of what others commit
    private @Nullable QueryException undone; // why nothing is left of it
    private @Nullable QueryException aborted; // why it must go back to a savepoint, or end

    Transaction(
            StatementRunner runner,
            Lease lease,
            TransactionOptions options,
            @Nullable Deadline deadline,
            @Nullable CurrentTransaction thread,
            Runnable atEnd) {
        super(runner);
        this.atEnd = atEnd;
        this.lease = lease;
        this.connection = lease.connection();
        this.deadline = deadline;
        this.name = options.name();
        this.thread = thread;
    }

    /** What {@link TransactionOptions#withName} calls it, or null. */
    public @Nullable String name() {
        return name;
    }

    @Override
    boolean isWithinTransaction() {
        return true;
    }

    @Override
    <T extends @Nullable Object> T withConnection(Work<T> work) {
        lock.lock();
        try {
            requireUsable();
            return work.run(connection);
        } catch (QueryException e) {
            note(e);
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private void note(QueryException failure) {
        switch (failure.kind()) {
            case CONFLICT, CONNECTION, CLOSED -> undone = undone == null ? failure : undone;
            default -> {
                if (failure.getCause() instanceof SQLException
                        && runner().dialect().abortsTransactions()) {
                    aborted = aborted == null ? failure : aborted;
                }
            }
        }
    }

    private void requireUsable() {
        if (ended) {
            throw new IllegalStateException(
                    "expected a transaction that is under way, got one that has ended; use it only"
                            + " within the function that it was handed to, or before its commit");
        }
        requireUndone();
        if (undone != null) {
            throw new IllegalStateException(
                    "expected a transaction that can go on, got one of which nothing is left after a failure ("
                            + undone.kind() + "); let that reach the outermost function",
                    undone);
        } else if (aborted != null) {
            throw new IllegalStateException(
                    "expected a transaction that can go on, got one in which a statement has failed (" + aborted.kind()
                            + "), after which this database takes no other; let the failure out, or run what may fail in"
                            + " tx.transaction(…)",
                    aborted);
        }
        for (OpenStream<?> stream : streams) {
            if (stream.source().isAlone()) {
                throw new IllegalStateException("expected the stream that was opened at " + stream.site()
                        + " to be closed before the next statement of the transaction, got it open; this driver runs no other"
                        + " statement meanwhile, so close it first, or stream outside of the transaction");
            }
        }
    }

    private void requireUndone() {
        if (lease.isDiscarded()) {
            throw new IllegalStateException(
                    "expected a transaction that can go on, got one of which a part could not be"
                            + " rolled back; nothing of it will be committed, so let its failure reach the outermost function");
        }
    }

    @Override
    <R extends @Nullable Object> RowStream<R> open(StreamPlan<R> plan) {
        return withConnection(lent -> new RowStream<>(new OpenStream<>(plan.open(lent), null, streams)));
    }

    /** The failure is for the function of this transaction to let out, or to catch. */
    @Override
    <T extends @Nullable Object> T withTransaction(Work<T> work, @Nullable Consumer<? super T> committed) {
        if (committed == null || !seesCommit()) {
            return withConnection(work);
        }
        CommitAction telling = new CommitAction();
        T done = withConnection(connection -> {
            awaitCommit(telling);
            return work.run(connection);
        });
        telling.becomes(() -> committed.accept(done));
        return done;
    }

    /**
     * Does something when the transaction is committed, and never if it, or the nested one that asks for it, is rolled back. The
     * connection has gone back by then, and the thread may use the database again. What it throws undoes nothing: it is logged, and
     * the others run all the same. A part of a transaction that the data source has begun waits for the commit of that one, if an {@link
     * OuterTransaction} tells of it.
     *
     * @throws IllegalStateException if the transaction has ended, or is a part of one that the data source has begun, whose commit
     *     Rowan does not see, or which has been committed already
     */
    public void afterCommit(Runnable action) {
        lock.lock();
        try {
            requireUsable();
            if (!seesCommit()) {
                throw new IllegalStateException(
                        "expected a transaction that Rowan commits, got a part of one that the data"
                                + " source has begun; register the action with what commits that one, or give Database.of(dataSource, outer)"
                                + " what does so");
            }
            CommitAction waiting = new CommitAction();
            waiting.becomes(action);
            awaitCommit(waiting);
        } finally {
            lock.unlock();
        }
    }

    /** Whether Rowan commits it, or is told who does. */
    private boolean seesCommit() {
        return !lease.isJoined() || runner().activity().outer() != null;
    }

    /** Lets an action wait, if need be for who commits the whole; fails if they cannot, before anything is sent that it tells of. */
    private void awaitCommit(CommitAction action) {
        OuterTransaction outer = lease.isJoined() ? runner().activity().outer() : null;
        if (outer != null) {
            outer.afterCommit(() -> {
                if (kept && afterCommit.contains(action)) { // or this, or the part that asked for it, was undone
                    action.run();
                }
            });
        }
        afterCommit.add(action);
    }

    @Override
    <T> T atomically(Work<T> work, @Nullable Consumer<? super T> committed) {
        runner().dialect().require(Feature.WRITE_IN_TRANSACTION);
        return runner().dialect().support(Feature.NESTED_TRANSACTION) == Support.REFUSED
                ? withTransaction(work, committed)
                : this.<T, RuntimeException>transaction(inner -> inner.withTransaction(work, committed));
    }

    /**
     * Runs a part of the transaction that can fail by itself: it is rolled back to a savepoint when it throws, and what it
     * threw is thrown on.
     */
    public <T extends @Nullable Object, X extends Exception> T transaction(TransactionBody<T, X> body) throws X {
        Savepoint savepoint = withConnection(this::setSavepoint);
        int actions = afterCommit.size();
        T result;
        try {
            result = body.run(this);
            requireCommittable();
        } catch (Throwable e) {
            backTo(savepoint, actions, e);
            throw e;
        }
        withConnection(on -> released(savepoint));
        return result;
    }

    /** As {@link #transaction}, for what has no result. */
    public <X extends Exception> void useTransaction(TransactionWork<X> work) throws X {
        this.<Transaction, X>transaction(part -> {
            work.run(part);
            return part;
        });
    }

    private Savepoint setSavepoint(Connection on) {
        runner().dialect().require(Feature.NESTED_TRANSACTION);
        try {
            return on.setSavepoint();
        } catch (SQLException e) {
            throw runner().failure(null, e);
        }
    }

    private boolean released(Savepoint savepoint) {
        try {
            connection.releaseSavepoint(savepoint);
            return true;
        } catch (SQLException e) {
            throw runner().failure(null, e);
        }
    }

    private void backTo(Savepoint savepoint, int actions, Throwable reason) {
        lock.lock();
        try {
            if (ended) {
                return; // by the function itself, which has closed it
            }
            afterCommit.subList(actions, afterCommit.size()).clear();
            if (undone == null) { // or there is no savepoint any more
                undo(reason, () -> connection.rollback(savepoint));
                aborted = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** What a function has caught must not end as if it had not been: the database has undone what came before. */
    private void requireCommittable() {
        if (undone != null) {
            throw undone;
        } else if (aborted != null) {
            throw aborted;
        }
        requireUndone();
    }

    /** Runs the function, and ends with it. */
    <T extends @Nullable Object, X extends Exception> T runToEnd(TransactionBody<T, X> body) throws X {
        T result;
        try {
            result = body.run(this);
        } catch (Throwable e) {
            rollback(e);
            throw e;
        }
        commitNow();
        return result;
    }

    /** Does what waits for the commit, or leaves it to who commits. */
    void runAfterCommit() {
        if (!lease.isJoined()) {
            afterCommit.forEach(CommitAction::run);
        }
    }

    private void commitNow() {
        lock.lock();
        try {
            requireUnderWay();
            ended = true;
            streams.forEach(OpenStream::closeLeftOpen);
            try {
                requireCommittable();
                runner().requireUncancelled();
                if (deadline != null) {
                    deadline.require();
                }
                lease.commit();
                kept = true;
            } catch (SQLException e) {
                QueryException failure = runner().failure("commit", e);
                note(failure);
                undo(failure, lease::undo);
                throw failure;
            } catch (RuntimeException e) {
                undo(e, lease::undo);
                throw e;
            } finally {
                atEnd.run(); // also if nobody knows whether it was committed
            }
        } finally {
            lock.unlock();
        }
    }

    private void rollback(Throwable reason) {
        lock.lock();
        try {
            ended = true;
            streams.forEach(OpenStream::closeLeftOpen);
            undo(reason, lease::undo);
            atEnd.run(); // for a definition in it may have been committed
        } finally {
            lock.unlock();
        }
    }

    private void requireUnderWay() {
        if (ended) {
            throw new IllegalStateException("expected a transaction that is under way, got one that has ended");
        }
    }

    /** Rolls back; should that fail too, the first failure stays the one that is thrown. */
    private void undo(Throwable reason, SqlAction rollback) {
        try {
            rollback.run();
        } catch (SQLException | RuntimeException e) {
            lease.discard();
            if (e != reason) {
                reason.addSuppressed(e);
            }
        }
    }

    private interface SqlAction {
        void run() throws SQLException;
    }

    boolean hasEnded() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it failed for a reason that another try of all of it may overcome. */
    boolean mayTryAgain(Retry retry, Throwable thrown) {
        if (lease.isJoined()) {
            return false; // what came before in that transaction is lost too
        }
        QueryException reason = undone == null && thrown instanceof QueryException failure ? failure : undone;
        return reason != null && retry.overcomes(reason);
    }

    private CurrentTransaction requireOwn() {
        if (thread == null) {
            throw new IllegalStateException("expected a transaction that db.begin() began, got one that ends with its"
                    + " function: return from it to commit, throw to roll back");
        }
        return thread;
    }

    /**
     * Commits a transaction that {@link Database#begin()} began. Its connection goes back.
     *
     * @throws QueryException if the database does not commit; of kind {@code CONNECTION}, it may have done so all the same
     * @throws IllegalStateException if it has ended, or ends with a function
     */
    public void commit() {
        CurrentTransaction current = requireOwn();
        try (lease) {
            commitNow();
        }
        current.leave(this);
        try {
            runAfterCommit();
        } finally {
            current.enter(this);
        }
    }

    /**
     * Rolls back a transaction that {@link Database#begin()} began. Its connection goes back.
     *
     * @throws IllegalStateException if it has ended, or ends with a function
     */
    public void rollback() {
        requireOwn();
        requireUnderWay();
        close(new IllegalStateException("rollback"));
    }

    /**
     * Ends a transaction that {@link Database#begin()} began, and rolls it back unless it is committed. Done again, does nothing.
     *
     * @throws IllegalStateException if it ends with a function
     */
    @Override
    public void close() {
        CurrentTransaction current = requireOwn();
        if (!hasEnded()) {
            close(new IllegalStateException("close"));
        }
        current.leave(this);
    }

    private void close(Throwable reason) {
        try (lease) {
            rollback(reason);
            for (Throwable failure : reason.getSuppressed()) {
                LOG.warn("could not roll a transaction back; its connection is closed, which does", failure);
            }
        }
    }
}
