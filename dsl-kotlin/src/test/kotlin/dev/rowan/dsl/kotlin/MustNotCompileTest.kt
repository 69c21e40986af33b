package dev.rowan.dsl.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory

/** Wrong programs do not compile, each for the reason that it is wrong for: its twin compiles without a warning. */
class MustNotCompileTest {

    private class Twins(val what: String, val right: String, val wrong: String, val error: String)

    private val twins =
        listOf(
            Twins(
                "nullable column as a value that is never null",
                "val note: String? = db.fetchOne(select(ORDER.NOTE).from(ORDER))",
                "val note: String = db.fetchOne(select(ORDER.NOTE).from(ORDER))",
                "expected 'String', actual 'String?'",
            ),
            Twins(
                "call on the value of a nullable column",
                "val length: Int = db.fetchOne(select(USER.NAME).from(USER)).length",
                "val length: Int = db.fetchOne(select(ORDER.NOTE).from(ORDER)).length",
                "Only safe (?.) or non-null asserted (!!.) calls are allowed",
            ),
            Twins(
                "list of nullable values as one of values",
                "val notes: List<String?> = db.fetch(select(ORDER.NOTE).from(ORDER))",
                "val notes: List<String> = db.fetch(select(ORDER.NOTE).from(ORDER))",
                "expected 'List<String>', actual '(Mutable)List<String?>'",
            ),
            Twins(
                "nullable value of a tuple",
                "val (id, name) = db.fetch(select(USER.ID, USER.NAME).from(USER))[0]; id + name.length",
                "val (id, note) = db.fetch(select(ORDER.ID, ORDER.NOTE).from(ORDER))[0]; id + note.length",
                "Only safe (?.) or non-null asserted (!!.) calls are allowed",
            ),
            Twins(
                "nullable value of a row",
                "row[USER.NAME].length + (row[ORDER.NOTE]?.length ?: 0)",
                "row[USER.NAME].length + row[ORDER.NOTE].length",
                "Only safe (?.) or non-null asserted (!!.) calls are allowed",
            ),
            Twins(
                "value of an outer joined column",
                "val total: Int? = db.fetchOne(select(nullable(ORDER.TOTAL)).from(ORDER))",
                "val total: Int = db.fetchOne(select(nullable(ORDER.TOTAL)).from(ORDER))",
                "expected 'Int', actual 'Int?'",
            ),
            Twins(
                "row that may not be there",
                "val user: User? = db.findOrNull(USER.KEY, 42)",
                "val user: User = db.findOrNull(USER.KEY, 42)",
                "expected 'User', actual 'User?'",
            ),
            Twins(
                "nullable result of a transaction",
                "val name: String = db.inTransaction { tx -> tx.fetchOne(select(USER.NAME).from(USER)) }",
                "val name: String = db.inTransaction { tx -> tx.fetchOneOrNull(select(USER.NAME).from(USER)) }",
                "expected 'String', actual 'String?'",
            ),
            Twins(
                "flow of nullable values as one of values",
                "val notes: Flow<String?> = db.suspending().stream(select(ORDER.NOTE).from(ORDER))",
                "val notes: Flow<String> = db.suspending().stream(select(ORDER.NOTE).from(ORDER))",
                "expected 'Flow<String>', actual 'Flow<String?>'",
            ),
            Twins(
                "comparison with null",
                "ORDER.NOTE.isNull()",
                "ORDER.NOTE eq null",
                "Null cannot be a value of a non-null type 'String'",
            ),
            Twins(
                "comparison with what may be null",
                "if (maybe != null) ORDER.TOTAL eq maybe",
                "ORDER.TOTAL eq maybe",
                "actual type is 'Int?', but 'Int' was expected",
            ),
            Twins(
                "number compared with a text",
                "ORDER.USER_ID eq 42",
                "ORDER.USER_ID eq \"42\"",
                "actual type is 'String', but",
            ),
            Twins("text compared with a number", "USER.NAME gt \"42\"", "USER.NAME gt 42", "actual type is 'Int', but"),
            Twins(
                "enum compared with a text",
                "ORDER.STATUS eq Status.PAID",
                "ORDER.STATUS eq \"PAID\"",
                "actual type is 'String', but",
            ),
            Twins(
                "column compared with one of another type",
                "ORDER.NOTE eq USER.NAME",
                "ORDER.PAID_AT eq USER.NAME",
                "actual type is 'TextColumn<User, String>', but",
            ),
            Twins(
                "order of what has none",
                "ORDER.STATUS ne Status.PAID",
                "ORDER.STATUS gt Status.PAID",
                "Candidate 'fun NumberExpression<*>.gt(value: Int): Condition' is inapplicable because of a receiver type",
            ),
            Twins(
                "pattern for a number",
                "USER.NAME like \"4%\"",
                "ORDER.TOTAL like \"4%\"",
                "like(pattern: String): Like' is inapplicable because of a receiver type mismatch",
            ),
            Twins(
                "range of another type",
                "ORDER.TOTAL between 1..2",
                "ORDER.TOTAL between \"a\"..\"b\"",
                "actual type is",
            ),
            Twins(
                "list of another type",
                "ORDER.ID inList listOf(1, 2)",
                "ORDER.ID inList listOf(\"a\")",
                "actual type is 'List<String>', but 'Collection<",
            ),
            Twins(
                "list with null",
                "ORDER.NOTE inList listOf(\"a\")",
                "ORDER.NOTE inList listOf(\"a\", null)",
                "actual type is 'List<String?>', but 'Collection<",
            ),
            Twins(
                "value where a condition belongs",
                "(ORDER.ID eq 1) and (USER.NAME eq \"Ann\")",
                "(ORDER.ID eq 1) and USER.NAME",
                "actual type is 'TextColumn<User, String>', but 'Condition' was expected",
            ),
            Twins(
                "arithmetic with a text",
                "ORDER.TOTAL + 1",
                "USER.NAME + 1",
                "Unresolved reference 'plus' for operator '+'",
            ),
            Twins(
                "association of another table",
                "select().from(USER).include(USER.ORDERS)",
                "select().from(ORDER).include(USER.ORDERS)",
                "actual type is 'ToMany<User, Order, Orders>', but",
            ),
            Twins(
                "column of another table in an update",
                "update(ORDER).set(ORDER.NOTE, \"x\")",
                "update(ORDER).set(USER.NAME, \"x\")",
                "actual type is 'TextColumn<User, String>', but",
            ),
            Twins(
                "null for a column that is not null",
                "update(ORDER).set(ORDER.NOTE, null as String?)",
                "update(USER).set(USER.NAME, null as String?)",
                "actual type is 'String?', but",
            ),
            Twins(
                "update of every row by omission",
                "db.execute(update(ORDER).set(ORDER.TOTAL, 1).where(ORDER.ID eq 1))",
                "db.execute(update(ORDER).set(ORDER.TOTAL, 1))",
                "actual type is 'UpdateSet<Order, Orders>', but 'SqlCommand' was expected",
            ),
            Twins(
                "key of another type",
                "db.findOrNull(USER.KEY, 42L)",
                "db.findOrNull(USER.KEY, \"42\")",
                "actual type is 'String', but 'Long' was expected",
            ),
            Twins(
                "function that suspends within a transaction",
                "suspend fun wait() { delay(1); db.suspending().transaction { tx -> tx.schema() } }",
                "suspend fun wait() { db.suspending().transaction { tx -> delay(1) } }",
                "Suspension functions can only be called within coroutine body",
            ),
            Twins(
                "suspending call outside of a coroutine",
                "db.fetch(select().from(USER))",
                "db.suspending().fetch(select().from(USER))",
                "Suspend function",
            ),
        )

    private val wrong by lazy { KotlinCompilation.faults(twins.map { it.wrong }) }

    @TestFactory
    fun wrongProgramsDoNotCompile(): List<DynamicTest> =
        twins.mapIndexed { index, twin ->
            dynamicTest(twin.what) {
                assertThat(wrong[index]).isNotEmpty().allMatch { it.line == KotlinCompilation.LINE }
                assertThat(wrong[index].joinToString("\n") { it.message }).contains(twin.error)
            }
        }

    @Test
    fun theirTwinsCompile() {
        val faults = KotlinCompilation.faults(twins.map { it.right })

        assertThat(twins.map { it.what }.zip(faults).filter { it.second.isNotEmpty() }).isEmpty()
    }
}
