package dev.rowan.dialect.mysql;

import dev.rowan.contract.SchemaDiffContract;
import dev.rowan.server.MySqlServer;

final class MySqlSchemaDiffTest extends SchemaDiffContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("schema_diff");
    }
}
