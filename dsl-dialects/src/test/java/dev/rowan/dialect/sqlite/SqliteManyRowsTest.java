package dev.rowan.dialect.sqlite;

import dev.rowan.contract.ManyRowsContract;
import dev.rowan.server.SqliteFile;

final class SqliteManyRowsTest extends ManyRowsContract {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("many_rows");
    }
}
