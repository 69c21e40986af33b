package dev.rowan.dialect.mariadb;

import dev.rowan.contract.ClubContract;
import dev.rowan.server.MariaDbServer;

final class MariaDbClubTest extends ClubContract {
    @Override
    protected String newDatabase() {
        return MariaDbServer.newDatabase("club");
    }
}
