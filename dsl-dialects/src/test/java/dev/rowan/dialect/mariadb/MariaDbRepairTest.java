package dev.rowan.dialect.mariadb;

import dev.rowan.contract.RepairContract;
import dev.rowan.server.MariaDbServer;

final class MariaDbRepairTest extends RepairContract {
    @Override
    protected String newDatabase() {
        return MariaDbServer.newDatabase("repair");
    }
}
