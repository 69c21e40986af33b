package dev.rowan.dialect.sqlite;

import dev.rowan.contract.SchemaDiffContract;
import dev.rowan.server.SqliteFile;

final class SqliteSchemaDiffTest extends SchemaDiffContract {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("schema_diff");
    }
}
