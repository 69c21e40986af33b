package dev.rowan.generate;

import dev.rowan.server.SqliteFile;

final class SqliteGenerationTest extends GenerationContract {
    @Override
    String newDatabase() {
        return SqliteFile.newDatabase("generated");
    }

    @Override
    String script() {
        return "sqlite.sql";
    }
}
