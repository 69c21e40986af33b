package dev.rowan.maven;

import dev.rowan.generate.CodeGenerator;
import dev.rowan.task.GenerationTask;
import dev.rowan.task.SchemaSource;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Writes a class and a record for each table that the database holds, which the project compiles with its own sources. */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
final class GenerateMojo extends RowanMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init") // required
    MavenProject project;

    /** The package of the sources. */
    @Parameter(property = "rowan.package", required = true)
    @SuppressWarnings("NullAway.Init") // required
    String packageName;

    /** The folder of the sources. */
    @Parameter(property = "rowan.out", defaultValue = "${project.build.directory}/generated-sources/rowan")
    @SuppressWarnings("NullAway.Init") // has a default
    File out;

    /** Only these tables and views; {@code *} stands for any letters. */
    @Parameter(property = "rowan.tables")
    String[] tables = {};

    /** All tables and views but these; {@code *} stands for any letters. */
    @Parameter(property = "rowan.exclude")
    String[] exclude = {};

    /** A folder of SQL files that are run first, on a database that is empty: {@code jdbc:h2:mem:} and the like. */
    @Parameter(property = "rowan.scripts")
    @Nullable
    File scripts;

    /** A database that is started for it: the name of a {@code ScratchDatabase}, or of its class. */
    @Parameter(property = "rowan.scratch")
    @Nullable
    String scratch;

    @Override
    void run() throws IOException {
        CodeGenerator generator = CodeGenerator.of(packageName).only(tables).without(exclude);
        SchemaSource source = new SchemaSource(address(), scripts == null ? null : scripts.toPath(), scratch);
        new GenerationTask(generator, out.toPath()).run(source, getLog()::info, getLog()::warn);
        project.addCompileSourceRoot(out.getPath());
    }
}
