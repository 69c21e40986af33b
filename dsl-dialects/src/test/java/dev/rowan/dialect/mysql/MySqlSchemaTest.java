package dev.rowan.dialect.mysql;

import dev.rowan.contract.SchemaContract;
import dev.rowan.server.MySqlServer;

final class MySqlSchemaTest extends SchemaContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("schema");
    }
}
