package dev.rowan.dsl.kotlin

import dev.rowan.expression.Aggregates.count
import dev.rowan.query.Sql.alias
import dev.rowan.query.Sql.select
import dev.rowan.query.SqlQuery
import java.util.UUID

class H2SuspendingTest : SuspendingContract() {
    override fun url(): String = "jdbc:h2:mem:${UUID.randomUUID()}"

    override fun slow(): SqlQuery<*> =
        select(count()).from(ITEM).crossJoin(alias(ITEM, "b")).crossJoin(alias(ITEM, "c")).crossJoin(alias(ITEM, "d"))
}
