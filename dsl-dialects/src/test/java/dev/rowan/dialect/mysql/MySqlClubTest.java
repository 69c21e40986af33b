package dev.rowan.dialect.mysql;

import dev.rowan.contract.ClubContract;
import dev.rowan.server.MySqlServer;

final class MySqlClubTest extends ClubContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("club");
    }
}
