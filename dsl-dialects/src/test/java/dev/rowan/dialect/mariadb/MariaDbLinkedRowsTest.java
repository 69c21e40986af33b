package dev.rowan.dialect.mariadb;

import dev.rowan.contract.LinkedRowsContract;
import dev.rowan.server.MariaDbServer;

final class MariaDbLinkedRowsTest extends LinkedRowsContract {
    @Override
    protected String newDatabase() {
        return MariaDbServer.newDatabase("linked");
    }
}
