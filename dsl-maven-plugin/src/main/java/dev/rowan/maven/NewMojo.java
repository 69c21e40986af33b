package dev.rowan.maven;

import dev.rowan.task.MigrationFiles;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Creates the two empty files of a migration, whose version is the time in UTC. */
@Mojo(name = "new", requiresProject = false, threadSafe = true)
final class NewMojo extends RowanMojo {
    /** What it does: {@code create_orders}. */
    @Parameter(property = "rowan.name", required = true)
    @SuppressWarnings("NullAway.Init") // required
    String name;

    /** Where to. */
    @Parameter(property = "rowan.migrations", defaultValue = "${project.basedir}/migrations")
    @SuppressWarnings("NullAway.Init") // has a default
    File migrations;

    @Override
    void run() throws IOException {
        MigrationFiles.create(migrations.toPath(), name).forEach(file -> getLog().info("created " + file));
    }
}
