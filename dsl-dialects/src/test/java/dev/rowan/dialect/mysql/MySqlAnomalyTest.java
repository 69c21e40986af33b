package dev.rowan.dialect.mysql;

import dev.rowan.contract.AnomalyContract;
import dev.rowan.server.MySqlServer;

final class MySqlAnomalyTest extends AnomalyContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("anomaly");
    }
}
