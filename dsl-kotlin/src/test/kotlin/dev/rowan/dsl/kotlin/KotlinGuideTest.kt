package dev.rowan.dsl.kotlin

import dev.rowan.execute.Database
import dev.rowan.execute.Retry
import dev.rowan.execute.TransactionOptions
import dev.rowan.expression.Aggregates.count
import dev.rowan.expression.Aggregates.sum
import dev.rowan.expression.Functions.nullable
import dev.rowan.query.Sql.alias
import dev.rowan.query.Sql.createTable
import dev.rowan.query.Sql.deleteFrom
import dev.rowan.query.Sql.insertInto
import dev.rowan.query.Sql.select
import dev.rowan.query.Sql.update
import java.nio.file.Path
import kotlin.io.path.readText
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** The guide shows code that is compiled here, and the SQL that it sends. */
class KotlinGuideTest {
    private val guide = Path.of("../docs/kotlin.md").readText()
    private val sources = Path.of("src/test/kotlin/dev/rowan/dsl/kotlin")

    private val examples: List<(Database) -> Unit> =
        listOf(
            ::orders,
            ::conditions,
            ::arithmetic,
            ::groups,
            ::aliases,
            ::contacts,
            ::rows,
            ::outerJoins,
            ::writes,
            ::transactions,
        )

    private fun create(url: String): Database {
        val db = Database.connect(url)
        listOf(USER, ORDER, ITEM).forEach { db.execute(createTable(it)) }
        return db
    }

    private fun orders(db: Database) {
        val orders: List<Order> =
            db.fetch(
                select()
                    .from(ORDER)
                    .where { (it.USER_ID eq 1) and (it.STATUS ne Status.SHIPPED) }
                    .orderBy { it.TOTAL.desc() }
                    .include { it.ITEMS }
            )
        val products: List<String> = orders.flatMap { it.items }.map { it.product }

        assertThat(products).containsExactly("Tea", "Cup")
    }

    private fun conditions(db: Database) {
        val found =
            db.fetch(
                select(ORDER.ID)
                    .from(ORDER)
                    .where((ORDER.TOTAL between 100..300) or (ORDER.NOTE startsWith "gift"))
                    .where(ORDER.STATUS inList listOf(Status.PENDING, Status.PAID))
                    .where(!(ORDER.USER_ID inList select(USER.ID).from(USER).where(USER.NAME like "B%")))
            )

        assertThat(found).containsExactlyInAnyOrder(1, 2)
    }

    private fun arithmetic(db: Database) {
        val gross =
            db.fetch(select(ORDER.TOTAL + ORDER.TOTAL / 5, -ORDER.TOTAL).from(ORDER).where(ORDER.TOTAL % 100 eq 0))

        assertThat(gross.map { it.value1 }).containsExactlyInAnyOrder(120, 480)
    }

    private fun groups(db: Database) {
        val orders = count() named "orders"
        val spent = sum(ORDER.TOTAL) named "spent"
        val best =
            db.fetch(
                select(USER.NAME, orders, spent)
                    .from(ORDER)
                    .join(USER)
                    .on(ORDER.USER_ID eq USER.ID)
                    .groupBy(USER.NAME)
                    .orderBy(spent.desc())
            )
        for ((name, number, total) in best) {
            println("$name: $number orders, $total cents")
        }

        assertThat(best).hasSize(1)
    }

    private fun aliases(db: Database) {
        val other = alias(ORDER, "other")
        val repeated =
            db.fetch(
                select(ORDER.ID, other.ID)
                    .from(ORDER)
                    .join(other)
                    .on((other.USER_ID eq ORDER.USER_ID) and (other.ID gt ORDER.ID))
            )

        assertThat(repeated).hasSize(3)
    }

    private fun contacts(db: Database) {
        val contacts: List<Contact> = db.fetch(select(USER.NAME, USER.EMAIL).into<Contact>().from(USER))

        assertThat(contacts[0].label).isEqualTo("customer")
    }

    private fun rows(db: Database) {
        val query = select(ORDER.ID, ORDER.NOTE).asRows().from(ORDER)
        for (row in db.fetch(query)) {
            val id: Long = row[ORDER.ID]
            val note: String? = row[ORDER.NOTE]
            println("$id: ${note ?: "-"}")
        }
    }

    private fun outerJoins(db: Database) {
        val total = nullable(ORDER.TOTAL)
        val totals: List<Int?> = db.fetch(select(total).from(USER).leftJoin(ORDER).on(ORDER.USER_ID eq USER.ID))

        assertThat(totals).contains(null as Int?)
    }

    private fun writes(db: Database) {
        val cy = User(name = "Cy", email = "cy@example.org")
        val id: Long = db.insertAll(USER, listOf(cy), USER.KEY).single()
        db.execute(insertInto(USER).row(cy).onConflict(USER.BY_EMAIL).doUpdate({ it.NAME }))
        val stored: User? = db.findOrNull(USER.KEY, id)
        stored?.let { db.execute(update(USER).row(it.copy(name = "Cyril"))) }
        db.execute(update(ORDER).set(ORDER.TOTAL, ORDER.TOTAL - 50).where(ORDER.STATUS eq Status.PENDING))
        db.execute(deleteFrom(USER).where(USER.ID eq id))

        assertThat(stored).isEqualTo(cy.copy(id = id))
    }

    private fun transactions(db: Database) {
        val left: Int =
            db.inTransaction { tx ->
                tx.execute(update(ITEM).set(ITEM.QUANTITY, ITEM.QUANTITY - 1).where(ITEM.ID eq 1))
                tx.fetchOne(select(ITEM.QUANTITY).from(ITEM).where(ITEM.ID eq 1))
            }

        assertThat(left).isEqualTo(1)
    }

    private suspend fun suspending(db: Database) {
        val shop = db.suspending(Dispatchers.IO.limitedParallelism(10))

        val names: List<String> = shop.fetch(select(USER.NAME).from(USER))
        val ann: User? = shop.fetchOneOrNull(select().from(USER).where(USER.NAME eq "Ann"))
        val inserted: Long =
            shop.transaction(TransactionOptions.DEFAULT.withRetry(Retry.onConflict(5))) { tx ->
                tx.execute(insertInto(USER).row(User(name = "Di", email = "di@example.org")))
            }
        val known: Boolean = shop.call { it.exists(select().from(USER).where(USER.NAME eq "Di")) }

        assertThat(names).hasSize(2)
        assertThat(ann?.email).isEqualTo("ann@example.org")
        assertThat(inserted).isEqualTo(1)
        assertThat(known).isTrue()
    }

    private suspend fun flows(db: Database) {
        val shop = db.suspending()

        val notes: Flow<String?> = shop.stream(select(ORDER.NOTE).from(ORDER).orderBy(ORDER.ID.asc()))
        val first: List<String> = notes.map { it ?: "-" }.take(2).toList()

        assertThat(first).containsExactly("gift", "-")
    }

    @Test
    fun sqlThatIsShownIsSent() {
        val sent = examples.map { example -> withShop { db -> sqlOf(db) { example(it) }.joinToString("\n") } }

        assertThat(blocks("sql")).containsExactlyElementsOf(sent)
    }

    @Test
    fun coroutinesThatAreShownWork() {
        withShop { db ->
            runBlocking {
                suspending(db)
                flows(db)
            }
        }
    }

    @Test
    fun tablesThatAreShownAreCreated() {
        create("jdbc:h2:mem:guide").use { db -> assertThat(db.count(select().from(USER))).isZero() }
    }

    @Test
    fun kotlinThatIsShownIsCompiled() {
        val compiled =
            listOf("Shop.kt", "Contact.kt", "KotlinGuideTest.kt").joinToString("") {
                stripped(sources.resolve(it).readText())
            }

        assertThat(blocks("kotlin")).hasSizeGreaterThan(12).allSatisfy { assertThat(compiled).contains(stripped(it)) }
    }

    /** Whoever writes a program from the guide alone has all that it needs. */
    @Test
    fun importsThatAreShownSuffice() {
        val imports = guide.split("```\nimport")[1].substringBefore("\n```")
        val parts =
            blocks("kotlin").mapIndexed { index, block ->
                when {
                    Regex("^(data |enum )?class |^val [A-Z]+ |^fun ").containsMatchIn(block) -> block
                    "suspending(" in block -> "suspend fun example$index(db: Database) {\n$block\n}"
                    else -> "fun example$index(db: Database) {\n$block\n}"
                }
            }

        val faults =
            KotlinCompilation.faultsOf(listOf("package scratch\n\nimport$imports\n\n" + parts.joinToString("\n\n")))

        assertThat(faults.single()).isEmpty()
    }

    private fun blocks(language: String): List<String> =
        guide.split("```$language\n").drop(1).map { it.substringBefore("\n```") }

    private fun stripped(text: String): String = text.filterNot { it.isWhitespace() }
}
