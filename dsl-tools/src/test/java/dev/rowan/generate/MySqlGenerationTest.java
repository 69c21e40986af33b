package dev.rowan.generate;

import dev.rowan.server.MySqlServer;

final class MySqlGenerationTest extends GenerationContract {
    @Override
    String newDatabase() {
        return MySqlServer.newDatabase("generated");
    }

    @Override
    String script() {
        return "mysql.sql";
    }
}
