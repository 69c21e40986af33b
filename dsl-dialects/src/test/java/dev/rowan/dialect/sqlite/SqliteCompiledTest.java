package dev.rowan.dialect.sqlite;

import dev.rowan.contract.CompiledContract;
import dev.rowan.server.SqliteFile;

final class SqliteCompiledTest extends CompiledContract {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("compiled");
    }
}
