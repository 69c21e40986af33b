package dev.rowan.cli;

import dev.rowan.generate.SchemaDiagram;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rowan diagram}. */
@Command(name = "diagram", description = "Show what the database holds as a diagram of Mermaid.")
final class DiagramCommand extends RowanCommand {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private SourceOptions source;

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw it into a file instead; needs PlantUML.")
    private @Nullable Path file;

    @Override
    void run(PrintWriter out) throws IOException {
        SchemaDiagram diagram = SchemaDiagram.of(source.source().read().schema());
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
