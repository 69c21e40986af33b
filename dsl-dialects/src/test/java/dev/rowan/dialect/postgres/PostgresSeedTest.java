package dev.rowan.dialect.postgres;

import dev.rowan.contract.SeedContract;
import dev.rowan.server.PostgresServer;

final class PostgresSeedTest extends SeedContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("seeds");
    }
}
