package dev.rowan.dialect.mariadb;

import dev.rowan.contract.AlterationContract;
import dev.rowan.server.MariaDbServer;

final class MariaDbAlterationTest extends AlterationContract {
    @Override
    protected String newDatabase() {
        return MariaDbServer.newDatabase("alterations");
    }
}
