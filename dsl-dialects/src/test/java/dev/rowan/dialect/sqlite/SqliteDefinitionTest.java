package dev.rowan.dialect.sqlite;

import dev.rowan.contract.DefinitionContract;
import dev.rowan.server.SqliteFile;

final class SqliteDefinitionTest extends DefinitionContract {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("definitions");
    }
}
