package dev.rowan.dialect.sqlite;

import dev.rowan.contract.SeedContract;
import dev.rowan.server.SqliteFile;

final class SqliteSeedTest extends SeedContract {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("seeds");
    }
}
