package dev.rowan.dialect.sqlite;

import dev.rowan.contract.AlterationContract;
import dev.rowan.server.SqliteFile;

final class SqliteAlterationTest extends AlterationContract {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("alterations");
    }
}
