package dev.rowan.dialect.sqlite;

import dev.rowan.oracle.IncludeOracle;
import dev.rowan.server.SqliteFile;

final class SqliteOracleTest extends IncludeOracle {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("oracle");
    }
}
