package dev.rowan.dialect.mysql;

import dev.rowan.contract.DefinitionContract;
import dev.rowan.server.MySqlServer;

final class MySqlDefinitionTest extends DefinitionContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("definitions");
    }
}
