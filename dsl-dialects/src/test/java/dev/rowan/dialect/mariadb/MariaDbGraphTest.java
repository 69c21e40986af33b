package dev.rowan.dialect.mariadb;

import dev.rowan.contract.GraphContract;
import dev.rowan.server.MariaDbServer;

final class MariaDbGraphTest extends GraphContract {
    @Override
    protected String newDatabase() {
        return MariaDbServer.newDatabase("graph");
    }
}
