package dev.rowan.dialect.postgres;

import dev.rowan.contract.GraphContract;
import dev.rowan.server.PostgresServer;

final class PostgresGraphTest extends GraphContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("graph");
    }
}
