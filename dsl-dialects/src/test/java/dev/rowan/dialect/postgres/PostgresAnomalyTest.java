package dev.rowan.dialect.postgres;

import dev.rowan.contract.AnomalyContract;
import dev.rowan.server.PostgresServer;

final class PostgresAnomalyTest extends AnomalyContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("anomaly");
    }
}
