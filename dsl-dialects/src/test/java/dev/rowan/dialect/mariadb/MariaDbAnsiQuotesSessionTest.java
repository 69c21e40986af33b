package dev.rowan.dialect.mariadb;

import dev.rowan.contract.SessionContract;
import dev.rowan.server.MariaDbServer;

/** A text in double quotes is a name. */
final class MariaDbAnsiQuotesSessionTest extends SessionContract {
    @Override
    protected String newDatabase() {
        return MariaDbServer.newDatabase("ansi_quotes")
                + "&sessionVariables=sql_mode='ANSI_QUOTES,STRICT_TRANS_TABLES'";
    }
}
