package dev.rowan.dialect.sqlite;

import dev.rowan.contract.ClubContract;
import dev.rowan.server.SqliteFile;

final class SqliteClubTest extends ClubContract {
    @Override
    protected String newDatabase() {
        return SqliteFile.newDatabase("club");
    }
}
