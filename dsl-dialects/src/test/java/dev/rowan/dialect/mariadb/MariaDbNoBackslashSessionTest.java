package dev.rowan.dialect.mariadb;

import static dev.rowan.query.Sql.command;

import dev.rowan.contract.SessionContract;
import dev.rowan.server.MariaDbServer;

/** A backslash in a literal is a character like others. */
final class MariaDbNoBackslashSessionTest extends SessionContract {
    @Override
    protected String newDatabase() {
        return MariaDbServer.newDatabase("no_backslash")
                + "&sessionVariables=sql_mode='NO_BACKSLASH_ESCAPES,STRICT_TRANS_TABLES'";
    }

    @Override
    protected void createArticles() {
        super.createArticles();
        db().execute(command("alter table articles modify title varchar(200) collate utf8mb4_uca1400_ai_ci not null,"
                + " modify body text collate utf8mb4_uca1400_ai_ci not null, add fulltext (title, body)"));
    }
}
