package dev.rowan.generate;

import dev.rowan.execute.PoolConfig;
import dev.rowan.server.PostgresServer;

/** A real PostgreSQL, found by its name. */
public final class PostgresScratch implements ScratchDatabase {
    @Override
    public String name() {
        return "test-postgres";
    }

    @Override
    public PoolConfig start() {
        return PoolConfig.of(PostgresServer.newDatabase("scratch"));
    }

    @Override
    public void close() {}
}
