package dev.rowan.generate;

import dev.rowan.execute.Database;
import dev.rowan.migrate.LiveSchema;
import java.io.IOException;
import java.nio.file.Path;

/** What {@code docs/tools.md} shows; a test of the dialects looks for it here. */
final class ToolsPage {
    private ToolsPage() {}

    static void generate(Database db) throws IOException {
        GeneratedSources sources = CodeGenerator.of("com.example.shop")
                .without("flyway_*")
                .generate(LiveSchema.of(db).read(), db.dialect().ddl());
        sources.writeTo(Path.of("src/main/java"));
    }
}
