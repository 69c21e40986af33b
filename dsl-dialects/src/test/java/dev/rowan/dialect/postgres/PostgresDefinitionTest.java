package dev.rowan.dialect.postgres;

import dev.rowan.contract.DefinitionContract;
import dev.rowan.server.PostgresServer;

final class PostgresDefinitionTest extends DefinitionContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("definitions");
    }
}
