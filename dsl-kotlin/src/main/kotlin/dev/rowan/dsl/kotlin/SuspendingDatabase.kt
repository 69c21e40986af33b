package dev.rowan.dsl.kotlin

import dev.rowan.error.RowanException
import dev.rowan.execute.Cancellation
import dev.rowan.execute.Database
import dev.rowan.execute.RowStream
import dev.rowan.execute.Transaction
import dev.rowan.execute.TransactionOptions
import dev.rowan.query.SqlCommand
import dev.rowan.query.SqlQuery
import java.util.concurrent.atomic.AtomicBoolean
import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.delay
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

/**
 * The same database for coroutines, whose statements run in threads of a dispatcher. As JDBC blocks a thread for each
 * statement, `Dispatchers.IO.limitedParallelism(n)` with the size of the pool lets coroutines wait for their turn
 * without a thread.
 *
 * ```
 * val shop = db.suspending(Dispatchers.IO.limitedParallelism(10))
 * val orders = shop.fetch(select().from(ORDER).where(ORDER.USER_ID eq 42))
 * ```
 */
public fun Database.suspending(dispatcher: CoroutineDispatcher = Dispatchers.IO): SuspendingDatabase =
    SuspendingDatabase(this, dispatcher)

/**
 * A database whose calls suspend. When their coroutine is cancelled, the server is asked to stop the statement that
 * runs, a transaction is rolled back, and the connection is back with the pool before the call ends; if the transaction
 * was committed by then, it stays so. Thread-safe; the [Database] remains the caller's to close.
 */
public class SuspendingDatabase
internal constructor(private val database: Database, private val dispatcher: CoroutineDispatcher) {

    /**
     * Does any work with the database: `shop.call { it.insertAll(PRODUCT, products) }`. Only what is done through the
     * handle that the function is given is cancelled; the function cannot suspend, for its connection would wait with
     * it.
     */
    public suspend fun <T> call(work: (Database) -> T): T {
        val cancellation = Cancellation()
        return blocking(cancellation) { work(database.withCancellation(cancellation)) }
    }

    /**
     * Runs a function in a transaction, which is committed when it returns, and rolled back when it throws or the
     * coroutine is cancelled: `shop.transaction { tx -> … }`. The function cannot suspend, and may run more than once
     * with a retry in the options.
     */
    public suspend fun <T> transaction(
        options: TransactionOptions = TransactionOptions.DEFAULT,
        body: (Transaction) -> T,
    ): T = call { it.inTransaction(options, body) }

    /** Fetches all rows, and what they include. */
    public suspend fun <R> fetch(query: SqlQuery<R>): List<R> = call { it.fetch(query) }

    /** Fetches the only row; none, or more than one, is an error. */
    public suspend fun <R> fetchOne(query: SqlQuery<R>): R = call { it.fetchOne(query) }

    /** Fetches the only row, or null if there is none; more than one is an error. */
    public suspend fun <R> fetchOneOrNull(query: SqlQuery<R>): R? = call { it.fetchOneOrNull(query) }

    /** Executes an insert, an update, a delete or a definition, and yields how many rows it touched. */
    public suspend fun execute(command: SqlCommand): Long = call { it.execute(command) }

    /**
     * The rows of a query, read while they are collected, [ROWS_AT_A_TIME] of them at most before they are asked for,
     * and what they include as [Database.stream] does. Each collection runs the query anew. It holds a connection,
     * which goes back when the collector has all rows, or wants no more (`take(3)`), fails or is cancelled.
     */
    public fun <R> stream(query: SqlQuery<R>): Flow<R> = flow {
        val cancellation = Cancellation()
        var opened: RowStream<R>? = null
        try {
            val rows =
                blocking(cancellation) {
                    database.withCancellation(cancellation).stream(query).also { opened = it }.iterator()
                }
            do {
                val some = blocking(cancellation) { rows.asSequence().take(ROWS_AT_A_TIME).toList() }
                some.forEach { emit(it) }
            } while (some.size == ROWS_AT_A_TIME)
        } catch (failure: Throwable) {
            opened?.let { close(it, failure) }
            throw failure
        }
    }

    private suspend fun close(rows: RowStream<*>, reason: Throwable) {
        withContext(NonCancellable + dispatcher) {
            try {
                rows.close()
            } catch (e: RowanException) {
                reason.addSuppressed(e)
            }
        }
    }

    /** Runs work that blocks, and stops it when the coroutine is cancelled. */
    private suspend fun <T> blocking(cancellation: Cancellation, work: () -> T): T =
        withContext(dispatcher) {
            val ended = AtomicBoolean()
            val watch = watch(cancellation, ended)
            try {
                work()
            } catch (e: RowanException) {
                ensureActive() // for then it failed because it was cancelled
                throw e
            } finally {
                ended.set(true)
                watch.cancel()
            }
        }

    /** Waits, without a thread, for the coroutine to be cancelled. */
    private fun CoroutineScope.watch(cancellation: Cancellation, ended: AtomicBoolean): Job =
        launch(Dispatchers.Unconfined, CoroutineStart.UNDISPATCHED) {
            try {
                awaitCancellation()
            } finally {
                if (!ended.get()) {
                    stop(cancellation, ended)
                }
            }
        }

    private suspend fun stop(cancellation: Cancellation, ended: AtomicBoolean) {
        withContext(NonCancellable + Dispatchers.IO) { // not in a thread of the dispatcher, which may have no other
            while (!ended.get()) {
                cancellation.cancel()
                delay(AGAIN) // for a statement may just have been about to begin
            }
        }
    }

    private companion object {
        const val ROWS_AT_A_TIME = 64
        val AGAIN = 50.milliseconds
    }
}
