package dev.rowan.generate;

import dev.rowan.server.MariaDbServer;

final class MariaDbGenerationTest extends GenerationContract {
    @Override
    String newDatabase() {
        return MariaDbServer.newDatabase("generated");
    }

    @Override
    String script() {
        return "mysql.sql";
    }
}
