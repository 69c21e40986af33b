package dev.rowan.generate;

import dev.rowan.server.PostgresServer;

final class PostgresGenerationTest extends GenerationContract {
    @Override
    String newDatabase() {
        return PostgresServer.newDatabase("generated");
    }

    @Override
    String script() {
        return "postgres.sql";
    }
}
