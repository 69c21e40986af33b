package dev.rowan.dialect.sqlite;

import dev.rowan.contract.RepairContract;
import dev.rowan.server.SqliteFile;

final class SqliteRepairTest extends RepairContract {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("repair");
    }
}
