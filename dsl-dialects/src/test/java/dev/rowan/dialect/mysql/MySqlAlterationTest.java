package dev.rowan.dialect.mysql;

import dev.rowan.contract.AlterationContract;
import dev.rowan.server.MySqlServer;

final class MySqlAlterationTest extends AlterationContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("alterations");
    }
}
