package dev.rowan.dialect.sqlite;

import dev.rowan.contract.SchemaContract;
import dev.rowan.server.SqliteFile;

final class SqliteSchemaTest extends SchemaContract {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("schema");
    }
}
