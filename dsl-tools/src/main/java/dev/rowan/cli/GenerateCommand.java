package dev.rowan.cli;

import dev.rowan.definition.SchemaDefinition;
import dev.rowan.generate.CodeGenerator;
import dev.rowan.generate.GeneratedSources;
import dev.rowan.render.DdlDialect;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rowan generate}. */
@Command(name = "generate", description = "Write a class and a record for each table that the database holds.")
final class GenerateCommand extends SchemaCommand {
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
    void run(SchemaDefinition schema, DdlDialect ddl, PrintWriter out) throws IOException {
        GeneratedSources sources =
                CodeGenerator.of(packageName).only(tables).without(excluded).generate(schema, ddl);
        GeneratedSources.Report report = sources.writeTo(folder);
        report.written().forEach(file -> out.println("wrote " + file));
        report.kept().forEach(file -> out.println("kept " + file + ", which is not generated"));
        report.stale().forEach(file -> out.println("no longer generated: " + file));
        sources.warnings().forEach(warning -> out.println("warning: " + warning.replaceAll("\\s*\\R\\s*", " ")));
        out.println(report.written().size() + " written, " + report.unchanged() + " unchanged.");
    }
}
