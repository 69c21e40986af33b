package dev.rowan.dialect.mariadb;

import dev.rowan.contract.ManyRowsContract;
import dev.rowan.server.MariaDbServer;

final class MariaDbManyRowsTest extends ManyRowsContract {
    @Override
    protected String newDatabase() {
        return MariaDbServer.newDatabase("many_rows");
    }
}
