package dev.rowan.dsl.kotlin

import dev.rowan.error.QueryException
import dev.rowan.execute.Cancellation
import dev.rowan.execute.Database
import dev.rowan.execute.PoolConfig
import dev.rowan.expression.Aggregates.count
import dev.rowan.query.Sql.insertInto
import dev.rowan.query.Sql.select
import dev.rowan.query.SqlQuery
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit.SECONDS
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlin.time.measureTime
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.count
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeoutOrNull
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance

/**
 * What coroutines may rely on, whatever the database. The pool has two connections, so that one that is kept is missed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SuspendingContract {
    private lateinit var db: Database
    private lateinit var shop: SuspendingDatabase

    /** A database that is empty. */
    protected abstract fun url(): String

    /** A query that takes longer than anybody waits. */
    protected abstract fun slow(): SqlQuery<*>

    @BeforeAll
    fun connect() {
        db = Database.connect(PoolConfig.of(url()).withSize(0, 2).withConnectionTimeout(Duration.ofSeconds(2)))
        fillShop(db)
        shop = db.suspending(Dispatchers.IO.limitedParallelism(2))
        db.insertAll(ITEM, List(1_000) { Item(orderId = 3, product = "Bead", quantity = it) })
    }

    @AfterAll
    fun close() {
        db.close()
    }

    private fun assertAllConnectionsAreBack() {
        assertThat(db.poolStatistics().orElseThrow().active()).isZero()
    }

    private fun beads() = select().from(ITEM).where(ITEM.PRODUCT eq "Bead").orderBy(ITEM.QUANTITY.asc())

    @Test
    fun callsSuspend() =
        runBlocking<Unit> {
            assertThat(shop.fetch(select(USER.NAME).from(USER).orderBy(USER.ID.asc()))).startsWith("Ann", "Bob")
            assertThat(shop.fetchOne(select(count()).from(ORDER))).isEqualTo(3)
            assertThat(shop.fetchOneOrNull(select().from(USER).where(USER.ID eq 999))).isNull()
            assertThat(shop.execute(insertInto(USER).row(User(name = "Cy", email = "cy@example.org")))).isEqualTo(1)
            assertThat(shop.call { it.exists(select().from(USER)) }).isTrue()
            assertAllConnectionsAreBack()
        }

    @Test
    fun transactionCommits() =
        runBlocking<Unit> {
            val before = shop.fetchOne(select(count()).from(USER))

            val key =
                shop.transaction { tx ->
                    tx.insertAll(USER, listOf(User(name = "Di", email = "di@example.org")), USER.KEY).single()
                }

            assertThat(shop.fetchOneOrNull(select(USER.NAME).from(USER).where(USER.ID eq key))).isEqualTo("Di")
            assertThat(shop.fetchOne(select(count()).from(USER))).isEqualTo(before + 1)
        }

    @Test
    fun transactionThatFailsIsRolledBack() =
        runBlocking<Unit> {
            val failure = runCatching {
                shop.transaction { tx ->
                    tx.execute(insertInto(USER).row(User(name = "Eve", email = "eve@example.org")))
                    error("no")
                }
            }

            assertThat(failure.exceptionOrNull()).isInstanceOf(IllegalStateException::class.java).hasMessage("no")
            assertThat(shop.fetch(select().from(USER).where(USER.NAME eq "Eve"))).isEmpty()
            assertAllConnectionsAreBack()
        }

    @Test
    fun cancelledCallStopsItsStatement() =
        runBlocking<Unit> {
            val took = measureTime {
                val call = launch { shop.fetch(slow()) }
                delay(300.milliseconds)
                call.cancelAndJoin()
            }

            assertThat(took).isLessThan(10.seconds)
            assertAllConnectionsAreBack()
            assertThat(shop.fetchOne(select(count()).from(ORDER))).isEqualTo(3)
        }

    @Test
    fun timeoutStopsAStatement() =
        runBlocking<Unit> {
            assertThat(withTimeoutOrNull(300.milliseconds) { shop.fetch(slow()) }).isNull()
            assertAllConnectionsAreBack()
        }

    @Test
    fun cancellationIsTheFailureThatTheCallerSees() =
        runBlocking<Unit> {
            var seen: Throwable? = null
            val call = launch {
                try {
                    shop.fetch(slow())
                } catch (e: Throwable) {
                    seen = e
                    throw e
                }
            }
            delay(300.milliseconds)
            call.cancelAndJoin()

            assertThat(seen).isInstanceOf(CancellationException::class.java)
        }

    @Test
    fun cancelledTransactionIsRolledBack() =
        runBlocking<Unit> {
            val inserted = CountDownLatch(1)
            val transaction =
                launch(Dispatchers.Default) {
                    shop.transaction { tx ->
                        tx.execute(insertInto(USER).row(User(name = "Flo", email = "flo@example.org")))
                        inserted.countDown()
                        tx.fetch(slow())
                    }
                }
            inserted.await(10, SECONDS)
            transaction.cancelAndJoin()

            assertThat(shop.fetch(select().from(USER).where(USER.NAME eq "Flo"))).isEmpty()
            assertAllConnectionsAreBack()
        }

    @Test
    fun transactionThatIsCancelledBetweenStatementsIsRolledBack() =
        runBlocking<Unit> {
            val inserted = CountDownLatch(1)
            val cancelled = CountDownLatch(1)
            val transaction =
                launch(Dispatchers.Default) {
                    shop.transaction { tx ->
                        tx.execute(insertInto(USER).row(User(name = "Gus", email = "gus@example.org")))
                        inserted.countDown()
                        cancelled.await(10, SECONDS)
                        Thread.sleep(200) // as work does that knows nothing of coroutines
                    }
                }
            inserted.await(10, SECONDS)
            transaction.cancel()
            cancelled.countDown()
            transaction.join()

            assertThat(shop.fetch(select().from(USER).where(USER.NAME eq "Gus"))).isEmpty()
            assertAllConnectionsAreBack()
        }

    @Test
    fun othersGoOnWhenOneIsCancelled() =
        runBlocking<Unit> {
            val slow = launch { shop.fetch(slow()) }
            val counts = List(20) { async { shop.fetchOne(select(count()).from(ORDER)) } }

            assertThat(counts.awaitAll()).containsOnly(3L)
            slow.cancelAndJoin()
            assertAllConnectionsAreBack()
        }

    @Test
    fun moreCoroutinesThanConnectionsWaitWithoutThreads() =
        runBlocking<Unit> {
            val counts = List(200) { async { shop.fetchOne(select(count()).from(ORDER)) } }

            assertThat(counts.awaitAll()).hasSize(200).containsOnly(3L)
            assertAllConnectionsAreBack()
        }

    @Test
    fun flowHasAllRowsInOrder() =
        runBlocking<Unit> {
            val quantities = shop.stream(beads()).map { it.quantity }.toList()

            assertThat(quantities).isEqualTo(List(1_000) { it })
            assertAllConnectionsAreBack()
        }

    @Test
    fun flowOfExactlyOnePartEnds() =
        runBlocking<Unit> {
            assertThat(shop.stream(beads().limit(64)).count()).isEqualTo(64)
            assertThat(shop.stream(beads().limit(0)).count()).isZero()
            assertAllConnectionsAreBack()
        }

    @Test
    fun flowRunsAnewForEachCollector() =
        runBlocking<Unit> {
            val flow = shop.stream(select(USER.ID).from(USER).where(USER.ID le 2))

            assertThat(flow.count()).isEqualTo(2)
            assertThat(flow.count()).isEqualTo(2)
        }

    @Test
    fun collectorThatWantsNoMoreGivesTheConnectionBack() =
        runBlocking<Unit> {
            assertThat(shop.stream(beads()).take(3).toList().map { it.quantity }).containsExactly(0, 1, 2)
            assertAllConnectionsAreBack()
        }

    @Test
    fun collectorThatFailsGivesTheConnectionBack() =
        runBlocking<Unit> {
            val failure = runCatching { shop.stream(beads()).collect { error("enough") } }

            assertThat(failure.exceptionOrNull()).hasMessage("enough")
            assertAllConnectionsAreBack()
        }

    @Test
    fun collectorThatIsCancelledGivesTheConnectionBack() =
        runBlocking<Unit> {
            val collector =
                launch(start = CoroutineStart.UNDISPATCHED) { shop.stream(beads()).collect { delay(60.seconds) } }
            delay(300.milliseconds)
            assertThat(db.poolStatistics().orElseThrow().active()).isEqualTo(1)
            collector.cancelAndJoin()

            assertAllConnectionsAreBack()
        }

    @Test
    fun cancelledFlowStopsTheStatementThatHasNoRowYet() =
        runBlocking<Unit> {
            val took = measureTime {
                val collector = launch { shop.stream(slow()).collect {} }
                delay(300.milliseconds)
                collector.cancelAndJoin()
            }

            assertThat(took).isLessThan(10.seconds)
            assertAllConnectionsAreBack()
        }

    @Test
    fun flowWithIncludesHasThem() =
        runBlocking<Unit> {
            val orders = shop.stream(select().from(ORDER).include { it.ITEMS }.orderBy(ORDER.ID.asc())).toList()

            assertThat(orders.map { it.items.size }).containsExactly(2, 0, 1_000)
            assertAllConnectionsAreBack()
        }

    @Test
    fun statementsOfACancelledHandleAreNotSent() {
        val cancellation = Cancellation()
        val handle = db.withCancellation(cancellation)
        cancellation.cancel()

        assertThatThrownBy { handle.fetch(select().from(USER)) }
            .isInstanceOf(QueryException::class.java)
            .hasMessageContaining("cancelled")
        assertAllConnectionsAreBack()
    }
}
