package dev.rowan.dialect.mysql;

import dev.rowan.contract.MigrationContract;
import dev.rowan.server.MySqlServer;

final class MySqlMigrationTest extends MigrationContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("migrations");
    }
}
