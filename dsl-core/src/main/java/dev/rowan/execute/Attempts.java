package dev.rowan.execute;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tries of one transaction: each a transaction of its own, on a connection of its own. For one call. */
final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final StatementRunner runner;
    private final Supplier<Lease> begin;
    private final CurrentTransaction current;
    private final TransactionOptions options;
    private final @Nullable Deadline deadline;
    private final Runnable atEnd;
    private int tries;

    /**
     * @param begin lends a connection on which the transaction has begun
     * @param atEnd run at the end of each, before what waits for the commit
     */
    Attempts(
            StatementRunner runner,
            Supplier<Lease> begin,
            CurrentTransaction current,
            TransactionOptions options,
            @Nullable Deadline deadline,
            Runnable atEnd) {
        this.runner = runner;
        this.begin = begin;
        this.current = current;
        this.options = options;
        this.deadline = deadline;
        this.atEnd = atEnd;
    }

    <T extends @Nullable Object, X extends Exception> T run(TransactionBody<T, X> body) throws X {
        while (true) {
            Transaction transaction = null;
            T result;
            tries++;
            try (Lease lease = begin.get()) {
                transaction = new Transaction(runner, lease, options, deadline, null, atEnd);
                result = run(transaction, body);
            } catch (Throwable e) {
                if (transaction != null && transaction.mayTryAgain(retry(), e) && waited()) {
                    continue;
                }
                throw e;
            }
            transaction.runAfterCommit();
            return result;
        }
    }

    private <T extends @Nullable Object, X extends Exception> T run(Transaction transaction, TransactionBody<T, X> body)
            throws X {
        current.enter(transaction);
        try {
            return transaction.runToEnd(body);
        } finally {
            current.leave(transaction);
        }
    }

    private Retry retry() {
        return options.retry(runner.dialect());
    }

    /** Waits before the next try, if there is one. */
    private boolean waited() {
        Retry retry = retry();
        if (tries >= retry.attempts()) {
            return false;
        }
        Duration wait = retry.wait(tries);
        if (deadline != null && deadline.isBefore(wait)) {
            return false;
        }
        LOG.debug(
                "transaction {} fell to another, try {} of {} in {}",
                options.name(),
                tries + 1,
                retry.attempts(),
                wait);
        return retry.pause(wait);
    }
}
