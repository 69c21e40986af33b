package dev.rowan.dsl.kotlin

import dev.rowan.query.Sql.query
import dev.rowan.query.Sql.raw
import dev.rowan.query.Sql.select
import dev.rowan.query.SqlQuery
import dev.rowan.server.MySqlServer
import dev.rowan.type.SqlType

class MySqlSuspendingTest : SuspendingContract() {
    override fun url(): String = MySqlServer.newDatabase("kotlin")

    override fun slow(): SqlQuery<*> =
        query("select sleep(60) from items", select(raw(SqlType.INTEGER, "1") named "one"))
}
