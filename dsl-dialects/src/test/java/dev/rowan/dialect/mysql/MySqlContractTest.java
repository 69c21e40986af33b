package dev.rowan.dialect.mysql;

import static dev.rowan.query.Sql.command;

import dev.rowan.contract.DialectContract;
import dev.rowan.server.MySqlServer;

final class MySqlContractTest extends DialectContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("contract");
    }

    @Override
    protected void createArticles() {
        super.createArticles();
        db().execute(command("alter table articles modify title varchar(200) collate utf8mb4_0900_ai_ci not null,"
                + " modify body text collate utf8mb4_0900_ai_ci not null, add fulltext (title, body)"));
    }
}
