package dev.rowan.dialect.mariadb;

import dev.rowan.contract.DefinitionContract;
import dev.rowan.server.MariaDbServer;

final class MariaDbDefinitionTest extends DefinitionContract {
    @Override
    protected String newDatabase() {
        return MariaDbServer.newDatabase("definitions");
    }
}
