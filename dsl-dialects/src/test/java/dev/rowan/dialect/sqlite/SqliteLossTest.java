package dev.rowan.dialect.sqlite;

import dev.rowan.contract.LossContract;
import dev.rowan.server.SqliteFile;

final class SqliteLossTest extends LossContract {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("loss");
    }
}
