package dev.rowan.dialect.postgres;

import dev.rowan.contract.SchemaContract;
import dev.rowan.server.PostgresServer;

final class PostgresSchemaTest extends SchemaContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("schema");
    }
}
