package dev.rowan.dialect.mariadb;

import dev.rowan.oracle.IncludeOracle;
import dev.rowan.server.MariaDbServer;

final class MariaDbOracleTest extends IncludeOracle {
    @Override
    protected String newDatabase() {
        return MariaDbServer.newDatabase("oracle");
    }
}
