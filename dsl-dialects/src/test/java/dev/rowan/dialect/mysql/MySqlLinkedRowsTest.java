package dev.rowan.dialect.mysql;

import dev.rowan.contract.LinkedRowsContract;
import dev.rowan.server.MySqlServer;

final class MySqlLinkedRowsTest extends LinkedRowsContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("linked");
    }
}
