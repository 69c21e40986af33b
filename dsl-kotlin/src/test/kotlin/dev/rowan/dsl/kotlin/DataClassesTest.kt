package dev.rowan.dsl.kotlin

import dev.rowan.error.DecodeException
import dev.rowan.error.InvalidQueryException
import dev.rowan.error.NotIncludedException
import dev.rowan.expression.Aggregates.count
import dev.rowan.expression.Functions.nullable
import dev.rowan.query.Sql.insertInto
import dev.rowan.query.Sql.select
import dev.rowan.query.Sql.update
import dev.rowan.query.SqlQuery
import dev.rowan.row.Many
import dev.rowan.row.One
import dev.rowan.schema.Table
import dev.rowan.schema.TableName
import dev.rowan.type.SqlType
import org.assertj.core.api.AbstractThrowableAssert
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test

/** Data classes hold rows as records do. */
class DataClassesTest {

    data class Address(val name: String, val email: String)

    data class Reverse(val email: String, val name: String)

    data class Tagged(val id: Long, val tag: String = "none", val items: Many<Item> = Many.unloaded())

    class TaggedOrders(name: TableName) : Table<Tagged>(name, Tagged::class.java, ::TaggedOrders) {
        val ID = bigint("id").identity().primaryKey()
        val ITEMS = hasMany("items", { ITEM }, { it.ORDER_ID })
    }

    private val TAGGED = TaggedOrders(TableName.of("orders"))

    data class Note(val id: Long, val note: String?)

    data class Required(val id: Long, val note: String)

    data class Defaulted(
        val id: Long,
        val note: String? = "none",
        val page: Int = 7,
        val tags: List<String> = listOf("a"),
    )

    data class Misspelt(val id: Long, val noet: String = "?")

    data class Total(val userId: Long, val total: Int, val orders: Long)

    data class Generic<T, U : Any>(val id: T, val note: U)

    data class GenericNote<T>(val id: Long, val note: T)

    data class Hidden(val id: Long, private val note: String?, internal val total: Int) {
        fun reveal(): String? = note
    }

    @JvmInline value class OrderId(val value: Long)

    @JvmInline
    value class Remark(val text: String) {
        init {
            require(text.isNotBlank())
        }
    }

    data class Typed(val id: OrderId, val note: Remark?, val total: Int, val rest: Remark = Remark("rest"))

    class TypedOrders(name: TableName) : Table<Typed>(name, Typed::class.java, ::TypedOrders) {
        val ID = column("id", SqlType.BIGINT.mapped(OrderId::class.java, { it.value }, { OrderId(it) })).primaryKey()
        val NOTE = column("note", SqlType.varchar(200).mapped(Remark::class.java, { it.text }, { Remark(it) }))
        val TOTAL = integer("total").notNull()

        val KEY = primaryKey(ID)
    }

    private val TYPED = TypedOrders(TableName.of("orders"))

    data class Unmapped(val id: OrderId)

    class Plain(val id: Long)

    data class ItemView(val product: String, val quantity: Int)

    data class OrderView(val id: Long, val items: List<ItemView>)

    /** More than there are bits in one mask of defaults. */
    data class Wide(
        val a1: Int = 1,
        val a2: Int = 2,
        val a3: Int = 3,
        val a4: Int = 4,
        val a5: Int = 5,
        val a6: Int = 6,
        val a7: Int = 7,
        val a8: Int = 8,
        val a9: Int = 9,
        val a10: Int = 10,
        val a11: Int = 11,
        val a12: Int = 12,
        val a13: Int = 13,
        val a14: Int = 14,
        val a15: Int = 15,
        val a16: Int = 16,
        val a17: Int = 17,
        val a18: Int = 18,
        val a19: Int = 19,
        val a20: Int = 20,
        val a21: Int = 21,
        val a22: Int = 22,
        val a23: Int = 23,
        val a24: Int = 24,
        val a25: Int = 25,
        val a26: Int = 26,
        val a27: Int = 27,
        val a28: Int = 28,
        val a29: Int = 29,
        val a30: Int = 30,
        val a31: Int = 31,
        val a32: Int = 32,
        val a33: Long = 33,
        val total: Int,
    )

    private fun assertRefused(query: SqlQuery<*>): AbstractThrowableAssert<*, out Throwable> = withShop { db ->
        val sent = mutableListOf<String>()
        val watched = db.withListener { sent += it.sql().text() }
        assertThatThrownBy { watched.fetch(query) }
            .isInstanceOf(InvalidQueryException::class.java)
            .also { assertThat(sent).isEmpty() }
    }

    @Test
    fun tableIsReadIntoItsDataClass() {
        withShop { db ->
            val orders = db.fetch(select().from(ORDER).orderBy(ORDER.ID.asc()))

            assertThat(orders.map { Triple(it.id, it.note, it.status) })
                .containsExactly(
                    Triple(1L, "gift", Status.PENDING),
                    Triple(2L, null, Status.PAID),
                    Triple(3L, null, Status.PENDING),
                )
        }
    }

    @Test
    fun parametersAreMatchedByName() {
        withShop { db ->
            val contact = db.fetchOne(select(USER.EMAIL, USER.NAME).into<Contact>().from(USER).where(USER.ID eq 1))

            assertThat(contact).isEqualTo(Contact("Ann", "ann@example.org"))
        }
    }

    @Test
    fun nullableColumnIsNullInANullableParameter() {
        withShop { db ->
            val notes = db.fetch(select(ORDER.ID, ORDER.NOTE).into<Note>().from(ORDER).orderBy(ORDER.ID.asc()))

            assertThat(notes).containsExactly(Note(1, "gift"), Note(2, null), Note(3, null))
        }
    }

    @Test
    fun nullableColumnIsRefusedForARequiredParameter() {
        assertRefused(select(ORDER.ID, ORDER.NOTE).into<Required>().from(ORDER))
            .hasMessageContaining("java.lang.String note takes no null, but column note varchar(200) can be NULL")
            .hasMessageContaining("record:  Required(long id, String note)")
    }

    @Test
    fun outerJoinedColumnIsRefusedForARequiredParameter() {
        assertRefused(
                select(USER.NAME, USER.EMAIL).into<Contact>().from(ORDER).leftJoin(USER).on(ORDER.USER_ID eq USER.ID)
            )
            .hasMessageContaining("name takes no null")
    }

    @Test
    fun parameterWithoutAColumnTakesItsDefault() {
        withShop { db ->
            val query = select(ORDER.ID).into<Defaulted>().from(ORDER).where(ORDER.ID eq 1)

            assertThat(db.fetch(query)).containsExactly(Defaulted(1, "none", 7, listOf("a")))
        }
    }

    @Test
    fun defaultIsNotTakenForNull() {
        withShop { db ->
            val query = select(ORDER.ID, ORDER.NOTE).into<Defaulted>().from(ORDER).where(ORDER.ID eq 2)

            assertThat(db.fetchOne(query)).isEqualTo(Defaulted(2, null))
        }
    }

    @Test
    fun defaultsOfManyParametersAreTaken() {
        withShop { db ->
            val query = select(ORDER.TOTAL, ORDER.ID named "a33").into<Wide>().from(ORDER).where(ORDER.ID eq 1)

            assertThat(db.fetchOne(query)).isEqualTo(Wide(total = 100, a33 = 1))
        }
    }

    @Test
    fun columnThatNoParameterTakesIsNamed() {
        assertRefused(select(ORDER.ID, ORDER.NOTE).into<Misspelt>().from(ORDER))
            .hasMessageContaining("column note varchar(200) has no component")
            .hasMessageContaining("record:  Misspelt(long id, String noet = …)")
    }

    @Test
    fun constructorReferenceIsCheckedByNameToo() {
        assertRefused(select(USER.EMAIL, USER.NAME).`as`(::Address).from(USER))
            .hasMessageContaining("name stands where column email varchar(200) not null is selected")
    }

    @Test
    fun constructorReferencesOfOneLineAreToldApart() {
        withShop { db ->
            val makers = listOf<(String, String) -> Any>(::Address, ::Reverse)
            val queries = makers.map { select(USER.NAME, USER.EMAIL).`as`(it).from(USER).where(USER.ID eq 1) }

            assertThat(db.fetch(queries[0])).containsExactly(Address("Ann", "ann@example.org"))
            assertThatThrownBy { db.fetch(queries[1]) }.hasMessageContaining("email stands where column name")
        }
    }

    @Test
    fun groupsAreReadIntoADataClass() {
        withShop { db ->
            val query =
                select(ORDER.USER_ID, ORDER.TOTAL, count() named "orders")
                    .into<Total>()
                    .from(ORDER)
                    .groupBy(ORDER.USER_ID, ORDER.TOTAL)
                    .orderBy(ORDER.TOTAL.asc())
                    .limit(1)

            assertThat(db.fetch(query)).containsExactly(Total(1, 100, 1))
        }
    }

    @Test
    fun typeParameterTakesNullUnlessItsBoundDoesNot() {
        withShop { db ->
            val query = select(ORDER.ID, ORDER.NOTE).into<GenericNote<String?>>().from(ORDER).where(ORDER.ID eq 2)

            assertThat(db.fetch(query)).containsExactly(GenericNote(2, null))
        }
        assertRefused(select(ORDER.ID, ORDER.NOTE).into<Generic<Long, String>>().from(ORDER))
            .hasMessageContaining("note takes no null")
    }

    @Test
    fun privateAndInternalPropertiesAreReadAndWritten() {
        withShop { db ->
            val query = select(ORDER.ID, ORDER.NOTE, ORDER.TOTAL).into<Hidden>().from(ORDER).where(ORDER.ID eq 1)
            val read = db.fetchOne(query)

            assertThat(read.reveal()).isEqualTo("gift")
            assertThat(read.total).isEqualTo(100)
        }
    }

    @Test
    fun valueClassesAreReadAndWrittenByMappedColumns() {
        withShop { db ->
            val read = db.fetch(select().from(TYPED).where { it.ID inList listOf(OrderId(1), OrderId(2)) })
            db.execute(update(TYPED).row(read[1].copy(note = Remark("late"))))
            db.execute(update(TYPED).row(read[0].copy(note = null)))

            assertThat(read).containsExactly(Typed(OrderId(1), Remark("gift"), 100), Typed(OrderId(2), null, 250))
            assertThat(db.findOrNull(TYPED.KEY, OrderId(2))?.note).isEqualTo(Remark("late"))
            assertThat(db.findOrNull(TYPED.KEY, OrderId(1))?.note).isNull()
        }
    }

    @Test
    fun valueClassIsRefusedForWhatItHolds() {
        assertRefused(select(ORDER.ID).into<Unmapped>().from(ORDER))
            .hasMessageContaining("id expects OrderId, but column id bigint not null holds Long")
    }

    @Test
    fun otherClassIsRefused() {
        assertRefused(select(ORDER.ID).into<Plain>().from(ORDER))
            .hasMessageContaining("expected a record to read rows into")
    }

    @Test
    fun associationsAreIncluded() {
        withShop { db ->
            val orders =
                db.fetch(
                    select()
                        .from(ORDER)
                        .orderBy { it.ID.asc() }
                        .include { o -> o.ITEMS.where { it.QUANTITY gt 1 } }
                        .include(ORDER.CUSTOMER)
                )

            assertThat(orders.map { order -> order.items.map { it.product } })
                .containsExactly(listOf("Tea"), listOf(), listOf())
            assertThat(orders[0].customer.orNull()?.name).isEqualTo("Ann")
        }
    }

    @Test
    fun associationsAreIncludedInEachOther() {
        withShop { db ->
            val users =
                db.fetch(select().from(USER).include { u -> u.ORDERS.include { it.ITEMS } }.orderBy(USER.ID.asc()))

            assertThat(users.map { it.orders.size }).containsExactly(3, 0)
            assertThat(users[0].orders[0].items).extracting<String> { it.product }.containsExactly("Tea", "Cup")
        }
    }

    @Test
    fun associationThatWasLeftOutSaysSo() {
        withShop { db ->
            val order = db.fetch(select().from(ORDER)).first()

            assertThat(order.items.isLoaded).isFalse()
            assertThatThrownBy { order.items.size }
                .isInstanceOf(NotIncludedException::class.java)
                .hasMessageContaining("Order.items")
        }
    }

    @Test
    fun parameterWithoutAColumnTakesItsDefaultBesideAssociations() {
        withShop { db ->
            val orders =
                db.fetch(select().from(TAGGED).where { it.ID le 2 }.include { it.ITEMS }.orderBy { it.ID.asc() })
            val again = db.load(orders.map { it.copy(tag = "mine") }, TAGGED.ITEMS)

            assertThat(orders.map { it.tag to it.items.size }).containsExactly("none" to 2, "none" to 0)
            assertThat(again.map { it.tag to it.items.size }).containsExactly("mine" to 2, "mine" to 0)
        }
    }

    @Test
    fun rowsWithinRowsAreDataClasses() {
        withShop { db ->
            val items = ORDER.ITEMS.rows { i -> select(i.PRODUCT, i.QUANTITY).into<ItemView>() } named "items"
            val query =
                select(ORDER.ID, items).into<OrderView>().from(ORDER).where(ORDER.ID le 2).orderBy(ORDER.ID.asc())

            assertThat(db.fetch(query))
                .containsExactly(OrderView(1, listOf(ItemView("Tea", 2), ItemView("Cup", 1))), OrderView(2, listOf()))
        }
    }

    @Test
    fun laterLoadCopiesTheDataClass() {
        withShop { db ->
            val order = db.load(db.fetch(select().from(ORDER).where(ORDER.ID eq 1)).first(), ORDER.ITEMS)

            assertThat(order.items.map { it.product }).containsExactly("Tea", "Cup")
        }
    }

    @Test
    fun dataClassesAreInsertedAndUpdated() {
        withShop { db ->
            val user = User(name = "Cy", email = "cy@example.org")
            val key = db.insertAll(USER, listOf(user), USER.KEY).single()
            val stored = db.findOrNull(USER.KEY, key)!!

            db.execute(update(USER).row(stored.copy(name = "Cyril")))

            assertThat(stored).isEqualTo(user.copy(id = key))
            assertThat(db.findOrNull(USER.KEY, key)?.name).isEqualTo("Cyril")
        }
    }

    @Test
    fun graphOfDataClassesIsInserted() {
        withShop { db ->
            val order =
                Order(userId = 0, total = 5, items = Many.of(listOf(Item(orderId = 0, product = "Pot", quantity = 1))))
            val user = User(name = "Di", email = "di@example.org", orders = Many.of(listOf(order)))

            val inserted = db.insertGraph(listOf(user), USER.ORDERS.include { it.ITEMS }).single()

            assertThat(inserted.orders.single().userId).isEqualTo(inserted.id)
            assertThat(inserted.orders.single().items.single().orderId).isEqualTo(inserted.orders.single().id)
            assertThat(db.count(select().from(ITEM))).isEqualTo(3)
        }
    }

    @Test
    fun rowsAreAskedByColumn() {
        withShop { db ->
            val rows = db.fetch(select(ORDER.ID, ORDER.NOTE).asRows().from(ORDER).orderBy(ORDER.ID.asc()))
            val ids: List<Long> = rows.map { row -> row[ORDER.ID] }
            val notes: List<String?> = rows.map { row -> row[ORDER.NOTE] }

            assertThat(ids).containsExactly(1, 2, 3)
            assertThat(notes).containsExactly("gift", null, null)
            assertThatThrownBy { rows[0][ORDER.TOTAL] }
                .isInstanceOf(IllegalArgumentException::class.java)
                .hasMessageContaining("expected one of the columns that were selected")
        }
    }

    @Test
    fun columnsOfTheSameNameAreToldApart() {
        withShop { db ->
            val row =
                db.fetch(
                        select(ORDER.ID, USER.ID)
                            .asRows()
                            .from(ORDER)
                            .join(USER)
                            .on(ORDER.USER_ID eq USER.ID)
                            .where(ORDER.ID eq 3)
                    )
                    .single()

            assertThat(row[ORDER.ID]).isEqualTo(3)
            assertThat(row[USER.ID]).isEqualTo(1)
        }
    }

    @Test
    fun outerJoinedColumnIsAskedForAsNullable() {
        withShop { db ->
            val note = nullable(ORDER.TOTAL)
            val rows =
                db.fetch(
                    select(USER.NAME, ORDER.TOTAL, note)
                        .asRows()
                        .from(USER)
                        .leftJoin(ORDER)
                        .on(ORDER.USER_ID eq USER.ID)
                        .where(USER.NAME eq "Bob")
                )
            val total: Int? = rows[0][note]

            assertThat(total).isNull()
            assertThatThrownBy { rows[0][ORDER.TOTAL] }
                .isInstanceOf(DecodeException::class.java)
                .hasMessageContaining("outer joined")
        }
    }

    @Test
    fun singleRowsAreNullWhereThereAreNone() {
        withShop { db ->
            assertThat(db.findOrNull(USER.KEY, 42)).isNull()
            assertThat(db.fetchOneOrNull(select(ORDER.NOTE).from(ORDER).where(ORDER.ID eq 2))).isNull()
            assertThat(db.fetchOneOrNull(select(ORDER.NOTE).from(ORDER).where(ORDER.ID eq 1))).isEqualTo("gift")
            assertThat(One.none<User>().orNull()).isNull()
        }
    }

    @Test
    fun rowsThatAreWrittenAreReturnedAsDataClasses() {
        withShop { db ->
            val insert = insertInto(USER).row(User(name = "Eve", email = "eve@example.org"))

            val contact = db.fetchOne(insert.returning(select(USER.NAME, USER.EMAIL).into<Contact>()))

            assertThat(contact).isEqualTo(Contact("Eve", "eve@example.org"))
        }
    }
}
