package dev.rowan.execute;

/**
 * What is done in a transaction.
 *
 * @param <T> what it returns
 * @param <X> what it throws
 */
@FunctionalInterface
public interface TransactionBody<T, X extends Exception> {

    /** Runs statements through the transaction; when it throws, they are rolled back. */
    T run(Transaction transaction) throws X;
}
