package dev.rowan.dsl.kotlin

import dev.rowan.query.Sql.query
import dev.rowan.query.Sql.raw
import dev.rowan.query.Sql.select
import dev.rowan.query.SqlQuery
import dev.rowan.server.PostgresServer
import dev.rowan.type.SqlType

class PostgresSuspendingTest : SuspendingContract() {
    override fun url(): String = PostgresServer.newDatabase("kotlin")

    override fun slow(): SqlQuery<*> =
        query("select 1 from pg_sleep(60)", select(raw(SqlType.INTEGER, "1") named "one"))
}
