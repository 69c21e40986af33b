package dev.rowan.dialect.sqlite;

import dev.rowan.contract.LinkedRowsContract;
import dev.rowan.server.SqliteFile;

final class SqliteLinkedRowsTest extends LinkedRowsContract {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("linked");
    }
}
