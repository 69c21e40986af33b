package dev.rowan.dialect.sqlite;

import dev.rowan.contract.DialectContract;
import dev.rowan.server.SqliteFile;

final class SqliteContractTest extends DialectContract {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("contract");
    }
}
