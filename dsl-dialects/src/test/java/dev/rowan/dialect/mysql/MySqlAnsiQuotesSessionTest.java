package dev.rowan.dialect.mysql;

import dev.rowan.contract.SessionContract;
import dev.rowan.server.MySqlServer;

/** A text in double quotes is a name. */
final class MySqlAnsiQuotesSessionTest extends SessionContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("ansi_quotes") + "&sessionVariables=sql_mode='ANSI_QUOTES,STRICT_TRANS_TABLES'";
    }
}
