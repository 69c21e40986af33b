package dev.rowan.dialect.mysql;

import dev.rowan.contract.SeedContract;
import dev.rowan.server.MySqlServer;

final class MySqlSeedTest extends SeedContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("seeds");
    }
}
