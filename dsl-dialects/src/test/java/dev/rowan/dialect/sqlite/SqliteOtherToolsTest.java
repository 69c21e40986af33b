package dev.rowan.dialect.sqlite;

import dev.rowan.contract.OtherToolsContract;
import dev.rowan.server.SqliteFile;

final class SqliteOtherToolsTest extends OtherToolsContract {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("migrations");
    }
}
