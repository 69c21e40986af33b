package dev.rowan.dialect.postgres;

import dev.rowan.contract.VerifyContract;
import dev.rowan.server.PostgresServer;

final class PostgresVerifyTest extends VerifyContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("verify");
    }
}
