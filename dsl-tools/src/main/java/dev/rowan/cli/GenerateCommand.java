package dev.rowan.cli;

import dev.rowan.generate.CodeGenerator;
import dev.rowan.task.GenerationTask;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rowan generate}. */
@Command(name = "generate", description = "Write a class and a record for each table that the database holds.")
final class GenerateCommand extends RowanCommand {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private SourceOptions source;

    @Option(names = "--package", paramLabel = "NAME", required = true, description = "The package of the sources.")
    @SuppressWarnings("NullAway.Init") // required
    private String packageName;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder of sources: src/main/java.")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Option(names = "--tables", paramLabel = "NAME", split = ",", description = "Only these; * stands for any letters.")
    private String[] tables = {};

    @Option(
            names = "--exclude",
            paramLabel = "NAME",
            split = ",",
            description = "All but these; * stands for any letters.")
    private String[] excluded = {};

    @Override
    void run(PrintWriter out) throws IOException {
        new GenerationTask(generator(), folder)
                .run(source.source(), out::println, warning -> out.println("warning: " + warning));
    }

    private CodeGenerator generator() {
        try {
            return CodeGenerator.of(packageName).only(tables).without(excluded);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e);
        }
    }
}
