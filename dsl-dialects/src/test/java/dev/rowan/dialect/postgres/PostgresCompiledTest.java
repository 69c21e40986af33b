package dev.rowan.dialect.postgres;

import dev.rowan.contract.CompiledContract;
import dev.rowan.server.PostgresServer;

final class PostgresCompiledTest extends CompiledContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("compiled");
    }
}
