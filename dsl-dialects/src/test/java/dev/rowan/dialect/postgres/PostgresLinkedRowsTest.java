package dev.rowan.dialect.postgres;

import dev.rowan.contract.LinkedRowsContract;
import dev.rowan.server.PostgresServer;

final class PostgresLinkedRowsTest extends LinkedRowsContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("linked");
    }
}
