package dev.rowan.dsl.kotlin

import dev.rowan.execute.Database
import dev.rowan.execute.PoolConfig
import dev.rowan.query.Sql.createTable
import dev.rowan.query.Sql.insertInto
import java.util.UUID

/** A database of its own with the shop in it: two users, and three orders of the first. */
internal fun <T> withShop(use: (Database) -> T): T =
    Database.connect(PoolConfig.of("jdbc:h2:mem:${UUID.randomUUID()}").withSize(0, 2)).use { db ->
        fillShop(db)
        use(db)
    }

internal fun fillShop(db: Database) {
    listOf(USER, ORDER, ITEM).forEach { db.execute(createTable(it)) }
    val keys =
        db.insertAll(
            USER,
            listOf(User(name = "Ann", email = "ann@example.org"), User(name = "Bob", email = "bob@example.org")),
            USER.KEY,
        )
    db.insertAll(
        ORDER,
        listOf(
            Order(userId = keys[0], total = 100, note = "gift"),
            Order(userId = keys[0], total = 250, status = Status.PAID),
            Order(userId = keys[0], total = 400),
        ),
    )
    db.execute(
        insertInto(ITEM)
            .rows(
                listOf(
                    Item(orderId = 1, product = "Tea", quantity = 2),
                    Item(orderId = 1, product = "Cup", quantity = 1),
                )
            )
    )
}

/** The SQL of what the work sends. */
internal fun sqlOf(db: Database, work: (Database) -> Unit): List<String> {
    val sent = mutableListOf<String>()
    work(db.withListener { sent += it.sql().text() })
    return sent
}
