package dev.rowan.dialect.postgres;

import dev.rowan.contract.MigrationContract;
import dev.rowan.server.PostgresServer;

final class PostgresMigrationTest extends MigrationContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("migrations");
    }
}
