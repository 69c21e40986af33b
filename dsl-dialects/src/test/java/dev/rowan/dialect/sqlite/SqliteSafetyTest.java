package dev.rowan.dialect.sqlite;

import dev.rowan.contract.SafetyContract;
import dev.rowan.server.SqliteFile;

final class SqliteSafetyTest extends SafetyContract {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("safety");
    }
}
