package dev.rowan.execute;

/**
 * What is done in a transaction, without a result.
 *
 * @param <X> what it throws
 */
@FunctionalInterface
public interface TransactionWork<X extends Exception> {

    /** Runs statements through the transaction; when it throws, they are rolled back. */
    void run(Transaction transaction) throws X;
}
