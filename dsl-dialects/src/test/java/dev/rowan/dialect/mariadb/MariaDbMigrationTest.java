package dev.rowan.dialect.mariadb;

import dev.rowan.contract.MigrationContract;
import dev.rowan.server.MariaDbServer;

final class MariaDbMigrationTest extends MigrationContract {
    @Override
    protected String newDatabase() {
        return MariaDbServer.newDatabase("migrations");
    }
}
