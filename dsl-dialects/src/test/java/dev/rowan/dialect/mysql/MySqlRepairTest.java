package dev.rowan.dialect.mysql;

import dev.rowan.contract.RepairContract;
import dev.rowan.server.MySqlServer;

final class MySqlRepairTest extends RepairContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("repair");
    }
}
