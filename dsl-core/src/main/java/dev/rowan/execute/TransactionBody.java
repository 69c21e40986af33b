package dev.rowan.execute;

import org.jspecify.annotations.Nullable;

/**
 * What is done in a transaction.
 *
 * @param <T> what it returns
 * @param <X> what it throws
 */
@FunctionalInterface
public interface TransactionBody<T extends @Nullable Object, X extends Exception> {

    /** Runs statements through the transaction; when it throws, they are rolled back. */
    T run(Transaction transaction) throws X;
}
