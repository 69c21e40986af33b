package dev.rowan.dialect.mariadb;

import dev.rowan.contract.OtherToolsContract;
import dev.rowan.server.MariaDbServer;

final class MariaDbOtherToolsTest extends OtherToolsContract {
    @Override
    protected String newDatabase() {
        return MariaDbServer.newDatabase("migrations");
    }
}
