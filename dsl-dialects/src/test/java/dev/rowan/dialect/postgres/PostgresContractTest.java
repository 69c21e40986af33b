package dev.rowan.dialect.postgres;

import dev.rowan.contract.DialectContract;
import dev.rowan.server.PostgresServer;

final class PostgresContractTest extends DialectContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("contract");
    }
}
