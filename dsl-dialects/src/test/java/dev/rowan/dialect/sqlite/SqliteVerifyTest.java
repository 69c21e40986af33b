package dev.rowan.dialect.sqlite;

import dev.rowan.contract.VerifyContract;
import dev.rowan.server.SqliteFile;

final class SqliteVerifyTest extends VerifyContract {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("verify");
    }
}
