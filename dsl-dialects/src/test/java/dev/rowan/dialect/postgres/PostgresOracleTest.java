package dev.rowan.dialect.postgres;

import dev.rowan.oracle.IncludeOracle;
import dev.rowan.server.PostgresServer;

final class PostgresOracleTest extends IncludeOracle {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("oracle");
    }
}
