package dev.rowan.generate;

import dev.rowan.execute.PoolConfig;
import dev.rowan.server.MySqlServer;

/** A real MySQL, found by the name of its class. */
public final class MySqlScratch implements ScratchDatabase {
    @Override
    public String name() {
        return "test-mysql";
    }

    @Override
    public PoolConfig start() {
        return PoolConfig.of(MySqlServer.newDatabase("scratch"));
    }

    @Override
    public void close() {}
}
