package dev.rowan.cli;

import dev.rowan.definition.SchemaDefinition;
import dev.rowan.generate.SchemaDiagram;
import dev.rowan.render.DdlDialect;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rowan diagram}. */
@Command(name = "diagram", description = "Show what the database holds as a diagram of Mermaid.")
final class DiagramCommand extends SchemaCommand {
    @Option(names = "--svg", paramLabel = "FILE", description = "Draw it into a file instead; needs PlantUML.")
    private @Nullable Path file;

    @Override
    void run(SchemaDefinition schema, DdlDialect ddl, PrintWriter out) throws IOException {
        SchemaDiagram diagram = SchemaDiagram.of(schema);
        if (file == null) {
            out.print(diagram.mermaid());
            return;
        }
        try (OutputStream svg = Files.newOutputStream(file)) {
            diagram.svg(svg);
        }
        out.println("wrote " + file);
    }
}
