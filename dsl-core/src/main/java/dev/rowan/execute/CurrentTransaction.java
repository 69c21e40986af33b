package dev.rowan.execute;

import org.jspecify.annotations.Nullable;

/** The transaction of a database in which a thread is, known to that thread alone: no other inherits it. */
final class CurrentTransaction {
    @SuppressWarnings("ThreadLocalUsage") // one for each database, of which a program has few
    private final ThreadLocal<Transaction> current = new ThreadLocal<>();

    /** The transaction in which the thread is, which may have ended; null if it is in none. */
    @Nullable
    Transaction get() {
        return current.get();
    }

    void enter(Transaction transaction) {
        current.set(transaction);
    }

    /** Does nothing in a thread that is in another one. */
    void leave(Transaction transaction) {
        if (current.get() == transaction) {
            current.remove();
        }
    }

    /** Fails in a thread that is in a transaction which is under way. */
    void requireNone() {
        Transaction transaction = current.get();
        if (transaction != null && !transaction.hasEnded()) {
            throw new IllegalStateException(
                    "expected statements within a transaction to go through it, got one through the"
                            + " database itself, which would run outside of the transaction; use the tx that the function is given,"
                            + " or a handle that is db.ambient()");
        }
    }
}
