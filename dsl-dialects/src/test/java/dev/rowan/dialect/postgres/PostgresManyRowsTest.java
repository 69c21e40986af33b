package dev.rowan.dialect.postgres;

import dev.rowan.contract.ManyRowsContract;
import dev.rowan.server.PostgresServer;

final class PostgresManyRowsTest extends ManyRowsContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("many_rows");
    }
}
