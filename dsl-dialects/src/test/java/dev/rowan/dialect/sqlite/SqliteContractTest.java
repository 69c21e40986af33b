package dev.rowan.dialect.sqlite;

import static dev.rowan.query.Sql.command;

import dev.rowan.contract.DialectContract;
import dev.rowan.server.SqliteFile;

final class SqliteContractTest extends DialectContract {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("contract");
    }

    @Override
    protected void createArticles() {
        db().execute(command("create virtual table articles using fts5(id unindexed, title, body)"));
    }
}
