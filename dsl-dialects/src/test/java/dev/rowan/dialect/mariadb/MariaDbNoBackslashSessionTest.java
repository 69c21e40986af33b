package dev.rowan.dialect.mariadb;

import dev.rowan.contract.SessionContract;
import dev.rowan.server.MariaDbServer;

/** A backslash in a literal is a character like others. */
final class MariaDbNoBackslashSessionTest extends SessionContract {
    @Override
    protected String newDatabase() {
        return MariaDbServer.newDatabase("no_backslash")
                + "&sessionVariables=sql_mode='NO_BACKSLASH_ESCAPES,STRICT_TRANS_TABLES'";
    }
}
