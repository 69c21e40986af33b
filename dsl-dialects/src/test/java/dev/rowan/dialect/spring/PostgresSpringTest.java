package dev.rowan.dialect.spring;

import dev.rowan.server.PostgresServer;

final class PostgresSpringTest extends SpringTransactions {
    @Override
    String newDatabase() {
        return PostgresServer.newDatabase("spring");
    }
}
