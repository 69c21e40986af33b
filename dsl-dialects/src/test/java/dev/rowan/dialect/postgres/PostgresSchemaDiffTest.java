package dev.rowan.dialect.postgres;

import dev.rowan.contract.SchemaDiffContract;
import dev.rowan.server.PostgresServer;

final class PostgresSchemaDiffTest extends SchemaDiffContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("schema_diff");
    }
}
