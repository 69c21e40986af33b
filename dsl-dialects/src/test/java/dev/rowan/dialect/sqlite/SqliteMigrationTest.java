package dev.rowan.dialect.sqlite;

import dev.rowan.contract.MigrationContract;
import dev.rowan.server.SqliteFile;

final class SqliteMigrationTest extends MigrationContract {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("migrations");
    }
}
