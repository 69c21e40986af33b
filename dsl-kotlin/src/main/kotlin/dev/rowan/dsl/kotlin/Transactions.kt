package dev.rowan.dsl.kotlin

import dev.rowan.execute.Database
import dev.rowan.execute.Transaction
import dev.rowan.execute.TransactionOptions

/**
 * Runs a function in a transaction, which is committed when it returns and rolled back when it throws: Java's
 * `transaction`, for which Kotlin would have to be told what the function throws.
 *
 * ```
 * val left: Int = db.inTransaction { tx ->
 *     tx.execute(update(PRODUCT).set(PRODUCT.STOCK, PRODUCT.STOCK - 1).where(PRODUCT.ID eq 7))
 *     tx.fetchOne(select(PRODUCT.STOCK).from(PRODUCT).where(PRODUCT.ID eq 7))
 * }
 * ```
 *
 * The function cannot suspend, for its connection would wait with it; see [suspending]. With a retry in the options it
 * may run more than once.
 *
 * @throws IllegalStateException if this thread is in a transaction of the same database; use `tx.inTransaction`
 */
public fun <T> Database.inTransaction(
    options: TransactionOptions = TransactionOptions.DEFAULT,
    body: (Transaction) -> T,
): T = transaction<T, Exception>(options) { body(it) }

/** Runs a part of the transaction that can fail by itself: it is rolled back to a savepoint when it throws. */
public fun <T> Transaction.inTransaction(body: (Transaction) -> T): T = transaction<T, Exception> { body(it) }
