package dev.rowan.dsl.kotlin

import dev.rowan.row.Many
import dev.rowan.row.One
import dev.rowan.schema.Table
import dev.rowan.schema.TableName
import java.time.Instant

enum class Status {
    PENDING,
    PAID,
    SHIPPED,
}

data class User(val id: Long = 0, val name: String, val email: String, val orders: Many<Order> = Many.unloaded())

data class Order(
    val id: Long = 0,
    val userId: Long,
    val status: Status = Status.PENDING,
    val total: Int,
    val note: String? = null,
    val paidAt: Instant? = null,
    val items: Many<Item> = Many.unloaded(),
    val customer: One<User> = One.unloaded(),
)

data class Item(val id: Long = 0, val orderId: Long, val product: String, val quantity: Int)

class Users(name: TableName) : Table<User>(name, User::class.java, ::Users) {
    val ID = bigint("id").identity().primaryKey()
    val NAME = varchar("name", 100).notNull()
    val EMAIL = varchar("email", 200).notNull()

    val KEY = primaryKey(ID)
    val BY_EMAIL = uniqueKey(EMAIL)
    val ORDERS = hasMany("orders", { ORDER }, { it.CUSTOMER })
}

class Orders(name: TableName) : Table<Order>(name, Order::class.java, ::Orders) {
    val ID = bigint("id").identity().primaryKey()
    val USER_ID = bigint("user_id").notNull().references { USER.ID }
    val STATUS = enumeration("status", Status::class.java).notNull().defaultValue(Status.PENDING)
    val TOTAL = integer("total").notNull()
    val NOTE = varchar("note", 200)
    val PAID_AT = instant("paid_at")

    val KEY = primaryKey(ID)
    val ITEMS = hasMany("items", { ITEM }, { it.ORDER_ID })
    val CUSTOMER = belongsTo("customer", USER_ID) { USER }
}

class Items(name: TableName) : Table<Item>(name, Item::class.java, ::Items) {
    val ID = bigint("id").identity().primaryKey()
    val ORDER_ID = bigint("order_id").notNull().references { ORDER.ID }
    val PRODUCT = varchar("product", 100).notNull()
    val QUANTITY = integer("quantity").notNull()
}

val USER = Users(TableName.of("users"))
val ORDER = Orders(TableName.of("orders"))
val ITEM = Items(TableName.of("items"))
