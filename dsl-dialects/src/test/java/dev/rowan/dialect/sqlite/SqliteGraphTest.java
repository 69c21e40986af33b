package dev.rowan.dialect.sqlite;

import dev.rowan.contract.GraphContract;
import dev.rowan.server.SqliteFile;

final class SqliteGraphTest extends GraphContract {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("graph");
    }
}
