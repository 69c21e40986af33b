package dev.rowan.dialect.postgres;

import dev.rowan.contract.AlterationContract;
import dev.rowan.server.PostgresServer;

final class PostgresAlterationTest extends AlterationContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("alterations");
    }
}
