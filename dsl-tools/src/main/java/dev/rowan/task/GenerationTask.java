package dev.rowan.task;

import dev.rowan.generate.CodeGenerator;
import dev.rowan.generate.GeneratedSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Sources that are generated and written, told line by line. */
public final class GenerationTask {
    private final CodeGenerator generator;
    private final Path folder;

    /**
     * Creates a task.
     *
     * @param folder of sources, to which the folders of the package are added
     */
    public GenerationTask(CodeGenerator generator, Path folder) {
        this.generator = generator;
        this.folder = folder;
    }

    /**
     * Writes what has changed.
     *
     * @param out takes each line that is told, without its end
     * @param warnings takes what of the database is not in the sources, a line each
     */
    public void run(SchemaSource source, Consumer<String> out, Consumer<String> warnings) throws IOException {
        SchemaSource.Found found = source.read();
        GeneratedSources sources = generator.generate(found.schema(), found.ddl());
        GeneratedSources.Report report = sources.writeTo(folder);
        report.written().forEach(file -> out.accept("wrote " + file));
        report.kept().forEach(file -> out.accept("kept " + file + ", which is not generated"));
        report.stale().forEach(file -> out.accept("no longer generated: " + file));
        sources.warnings().forEach(warning -> warnings.accept(Lines.one(warning)));
        out.accept(report.written().size() + " written, " + report.unchanged() + " unchanged.");
    }
}
