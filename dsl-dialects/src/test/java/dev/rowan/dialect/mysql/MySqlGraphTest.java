package dev.rowan.dialect.mysql;

import dev.rowan.contract.GraphContract;
import dev.rowan.server.MySqlServer;

final class MySqlGraphTest extends GraphContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("graph");
    }
}
