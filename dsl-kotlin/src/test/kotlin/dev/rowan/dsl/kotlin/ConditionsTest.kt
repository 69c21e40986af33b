package dev.rowan.dsl.kotlin

import dev.rowan.execute.Database
import dev.rowan.expression.Aggregates.count
import dev.rowan.expression.Condition
import dev.rowan.expression.Functions.all
import dev.rowan.expression.Functions.any
import dev.rowan.expression.Functions.upper
import dev.rowan.expression.Functions.value
import dev.rowan.query.Input
import dev.rowan.query.Sql.compile
import dev.rowan.query.Sql.select
import dev.rowan.type.SqlType
import java.time.Instant
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** Each infix form is the method of the same name. */
class ConditionsTest {
    private val since = Instant.EPOCH
    private val totals = select(ORDER.TOTAL).from(ORDER)
    private val notes = select(ORDER.NOTE).from(ORDER)

    private fun assertSame(pairs: List<Pair<Condition, Condition>>) {
        assertThat(pairs.map { it.first }).isEqualTo(pairs.map { it.second })
    }

    @Test
    fun valuesAreCompared() {
        assertSame(
            listOf(
                (USER.NAME eq "Ann") to USER.NAME.eq("Ann"),
                (USER.NAME ne "Ann") to USER.NAME.ne("Ann"),
                (USER.NAME lt "Ann") to USER.NAME.lt("Ann"),
                (USER.NAME le "Ann") to USER.NAME.le("Ann"),
                (USER.NAME gt "Ann") to USER.NAME.gt("Ann"),
                (USER.NAME ge "Ann") to USER.NAME.ge("Ann"),
                (ORDER.NOTE eq "gift") to ORDER.NOTE.eq("gift"),
                (ORDER.STATUS eq Status.PAID) to ORDER.STATUS.eq(Status.PAID),
                (ORDER.PAID_AT ge since) to ORDER.PAID_AT.ge(since),
            )
        )
    }

    @Test
    fun numbersAreComparedWithNumbersOfAnySize() {
        assertSame(
            listOf(
                (ORDER.USER_ID eq 42) to ORDER.USER_ID.eq(42),
                (ORDER.USER_ID eq 42L) to ORDER.USER_ID.eq(42L),
                (ORDER.TOTAL eq 42) to ORDER.TOTAL.eq(42),
                (ORDER.TOTAL eq 1L.shl(40)) to ORDER.TOTAL.eq(1L.shl(40)),
                (ORDER.TOTAL ne 42) to ORDER.TOTAL.ne(42),
                (ORDER.TOTAL ne 42L) to ORDER.TOTAL.ne(42L),
                (ORDER.TOTAL lt 42) to ORDER.TOTAL.lt(42),
                (ORDER.TOTAL lt 42L) to ORDER.TOTAL.lt(42L),
                (ORDER.TOTAL le 42) to ORDER.TOTAL.le(42),
                (ORDER.TOTAL le 42L) to ORDER.TOTAL.le(42L),
                (ORDER.TOTAL gt 42) to ORDER.TOTAL.gt(42),
                (ORDER.TOTAL gt 42L) to ORDER.TOTAL.gt(42L),
                (ORDER.TOTAL ge 42) to ORDER.TOTAL.ge(42),
                (ORDER.TOTAL ge 42L) to ORDER.TOTAL.ge(42L),
                (ORDER.TOTAL between 1..100) to ORDER.TOTAL.between(1, 100),
                (ORDER.ID between 1L..100L) to ORDER.ID.between(1, 100),
            )
        )
    }

    @Test
    fun expressionsAreCompared() {
        assertSame(
            listOf(
                (ORDER.USER_ID eq USER.ID) to ORDER.USER_ID.eq(USER.ID),
                (ORDER.TOTAL eq USER.ID) to ORDER.TOTAL.eq(USER.ID),
                (ORDER.USER_ID ne USER.ID) to ORDER.USER_ID.ne(USER.ID),
                (ORDER.USER_ID lt USER.ID) to ORDER.USER_ID.lt(USER.ID),
                (ORDER.USER_ID le USER.ID) to ORDER.USER_ID.le(USER.ID),
                (ORDER.USER_ID gt USER.ID) to ORDER.USER_ID.gt(USER.ID),
                (ORDER.USER_ID ge USER.ID) to ORDER.USER_ID.ge(USER.ID),
                (ORDER.NOTE eq USER.NAME) to ORDER.NOTE.eq(USER.NAME),
                (USER.NAME eq ORDER.NOTE) to USER.NAME.eq(ORDER.NOTE),
                (ORDER.NOTE isDistinctFrom USER.NAME) to ORDER.NOTE.isDistinctFrom(USER.NAME),
                (ORDER.NOTE isNotDistinctFrom USER.NAME) to ORDER.NOTE.isNotDistinctFrom(USER.NAME),
            )
        )
    }

    @Test
    fun quantifiedSubqueriesAreCompared() {
        assertSame(
            listOf(
                (ORDER.TOTAL eq any(totals)) to ORDER.TOTAL.eq(any(totals)),
                (ORDER.TOTAL ne all(totals)) to ORDER.TOTAL.ne(all(totals)),
                (ORDER.TOTAL lt all(totals)) to ORDER.TOTAL.lt(all(totals)),
                (ORDER.TOTAL le all(totals)) to ORDER.TOTAL.le(all(totals)),
                (ORDER.TOTAL gt all(totals)) to ORDER.TOTAL.gt(all(totals)),
                (ORDER.TOTAL ge all(totals)) to ORDER.TOTAL.ge(all(totals)),
            )
        )
    }

    @Test
    fun rangesOfAnyOrderAreCompared() {
        assertSame(
            listOf(
                (USER.NAME between "A".."M") to USER.NAME.between("A", "M"),
                (ORDER.NOTE between "A".."M") to ORDER.NOTE.between("A", "M"),
                (ORDER.PAID_AT between since..since.plusSeconds(1)) to
                    ORDER.PAID_AT.between(since, since.plusSeconds(1)),
            )
        )
    }

    @Test
    fun nullIsAValueOfDistinction() {
        assertSame(
            listOf(
                (ORDER.NOTE isDistinctFrom null) to ORDER.NOTE.isDistinctFrom(null as String?),
                (ORDER.NOTE isDistinctFrom "x") to ORDER.NOTE.isDistinctFrom("x"),
                (ORDER.NOTE isNotDistinctFrom null) to ORDER.NOTE.isNotDistinctFrom(null as String?),
            )
        )
    }

    @Test
    fun listsAndSubqueriesHoldValues() {
        assertSame(
            listOf(
                (ORDER.ID inList listOf(1, 2)) to ORDER.ID.`in`(listOf(1L, 2L)),
                (ORDER.NOTE inList setOf("a")) to ORDER.NOTE.`in`(setOf("a")),
                (ORDER.STATUS inList emptyList()) to ORDER.STATUS.`in`(emptyList()),
                (ORDER.STATUS notInList listOf(Status.PAID)) to ORDER.STATUS.notIn(listOf(Status.PAID)),
                (USER.NAME inList notes) to USER.NAME.`in`(notes),
                (ORDER.TOTAL notInList totals) to ORDER.TOTAL.notIn(totals),
            )
        )
    }

    @Test
    fun listsOfCompiledQueriesHoldValues() {
        val some =
            compile(Input.list(SqlType.BIGINT)) { ids -> select(ORDER.ID).from(ORDER).where(ORDER.ID inList ids) }
        val others =
            compile(Input.list(SqlType.BIGINT)) { ids -> select(ORDER.ID).from(ORDER).where(ORDER.ID notInList ids) }

        withShop { db ->
            assertThat(db.fetch(some.with(listOf(1L, 3L)))).containsExactlyInAnyOrder(1, 3)
            assertThat(db.fetch(others.with(listOf(1L, 3L)))).containsExactly(2)
        }
    }

    @Test
    fun valuesOfCompiledQueriesAreCompared() {
        val byUser =
            compile(SqlType.BIGINT, SqlType.TEXT) { user, note ->
                select(ORDER.ID).from(ORDER).where((ORDER.USER_ID eq user) and (ORDER.NOTE eq note))
            }

        withShop { db -> assertThat(db.fetch(byUser.with(1, "gift"))).containsExactly(1) }
    }

    @Test
    fun textsAreMatched() {
        assertSame(
            listOf(
                (USER.NAME like "A%") to USER.NAME.like("A%"),
                (USER.NAME like ORDER.NOTE) to USER.NAME.like(ORDER.NOTE),
                (USER.NAME notLike "A%") to USER.NAME.notLike("A%"),
                (USER.NAME ilike "a%") to USER.NAME.ilike("a%"),
                (USER.NAME notIlike "a%") to USER.NAME.notIlike("a%"),
                (USER.NAME startsWith "50%") to USER.NAME.startsWith("50%"),
                (USER.NAME endsWith "50%") to USER.NAME.endsWith("50%"),
                (ORDER.NOTE contains "50%") to ORDER.NOTE.contains("50%"),
                (USER.NAME matches "^A") to USER.NAME.matches("^A"),
            )
        )
    }

    @Test
    fun conditionsAreJoined() {
        val ann = USER.NAME eq "Ann"
        val first = USER.ID eq 1

        assertSame(
            listOf(
                (ann and first) to ann.and(first),
                (ann or first) to ann.or(first),
                !ann to ann.not(),
                (ann and !first or ann) to ann.and(first.not()).or(ann),
            )
        )
    }

    @Test
    fun operatorsCompute() {
        val computed =
            listOf(
                ORDER.TOTAL + 1 to ORDER.TOTAL.plus(1),
                ORDER.TOTAL - ORDER.TOTAL to ORDER.TOTAL.minus(ORDER.TOTAL),
                ORDER.TOTAL * 2 + 1 to ORDER.TOTAL.times(2).plus(1),
                ORDER.TOTAL / 2 to ORDER.TOTAL.div(2),
                ORDER.TOTAL % 3 to ORDER.TOTAL.mod(3),
                ORDER.TOTAL % ORDER.TOTAL to ORDER.TOTAL.mod(ORDER.TOTAL),
                -ORDER.TOTAL to ORDER.TOTAL.negated(),
            )

        assertThat(computed.map { it.first }).isEqualTo(computed.map { it.second })
    }

    @Test
    fun expressionsGetNames() {
        withShop { db ->
            val loud = upper(USER.NAME) named "loud"
            val orders = count() named "how_many"
            val query =
                select(loud, orders, value(true) named "yes", ORDER.PAID_AT named "paid", ORDER.STATUS named "state")
                    .from(USER)
                    .join(ORDER)
                    .on(ORDER.USER_ID eq USER.ID)
                    .groupBy(USER.NAME, ORDER.PAID_AT, ORDER.STATUS)
                    .orderBy(orders.desc())

            val (name, number, yes, paid, state) = db.fetch(query).first()

            assertThat(listOf(name, number, yes, paid, state)).containsExactly("ANN", 2L, true, null, Status.PENDING)
            assertThat(db.render(query).text())
                .contains("as \"loud\"", "as \"how_many\"", "as \"yes\"", "as \"paid\"", "as \"state\"")
        }
    }

    @Test
    fun conditionsFindRows() {
        withShop { db: Database ->
            val found = db.fetch(select().from(ORDER).where { (it.TOTAL gt 100) and (it.STATUS ne Status.PAID) })

            assertThat(found.map { it.total }).containsExactly(400)
        }
    }
}
