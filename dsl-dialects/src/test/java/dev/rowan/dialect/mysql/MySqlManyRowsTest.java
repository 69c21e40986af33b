package dev.rowan.dialect.mysql;

import dev.rowan.contract.ManyRowsContract;
import dev.rowan.server.MySqlServer;

final class MySqlManyRowsTest extends ManyRowsContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("many_rows");
    }
}
