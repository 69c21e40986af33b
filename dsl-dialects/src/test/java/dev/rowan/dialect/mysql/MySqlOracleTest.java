package dev.rowan.dialect.mysql;

import dev.rowan.oracle.IncludeOracle;
import dev.rowan.server.MySqlServer;

final class MySqlOracleTest extends IncludeOracle {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("oracle");
    }
}
