package dev.rowan.dialect.postgres;

import dev.rowan.contract.OtherToolsContract;
import dev.rowan.server.PostgresServer;

final class PostgresOtherToolsTest extends OtherToolsContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("migrations");
    }
}
