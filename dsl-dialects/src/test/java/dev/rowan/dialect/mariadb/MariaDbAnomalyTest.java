package dev.rowan.dialect.mariadb;

import dev.rowan.contract.AnomalyContract;
import dev.rowan.server.MariaDbServer;

final class MariaDbAnomalyTest extends AnomalyContract {
    @Override
    protected String newDatabase() {
        return MariaDbServer.newDatabase("anomaly");
    }
}
