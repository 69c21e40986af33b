package dev.rowan.dialect.mysql;

import dev.rowan.contract.CompiledContract;
import dev.rowan.server.MySqlServer;

final class MySqlCompiledTest extends CompiledContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("compiled");
    }
}
