package dev.rowan.dialect.postgres;

import dev.rowan.contract.RepairContract;
import dev.rowan.server.PostgresServer;

final class PostgresRepairTest extends RepairContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("repair");
    }
}
