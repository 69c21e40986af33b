package dev.rowan.maven;

import dev.rowan.execute.Database;
import dev.rowan.migrate.Migrations;
import dev.rowan.task.MigrationTask;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals have in common that are about migrations. */
abstract class MigrationMojo extends RowanMojo {
    /** Where the SQL files are. */
    @Parameter(property = "rowan.migrations", defaultValue = "${project.basedir}/migrations")
    @SuppressWarnings("NullAway.Init") // has a default
    File migrations;

    /** Does the work. */
    abstract void run(MigrationTask task) throws IOException;

    @Override
    final void run() throws IOException {
        Migrations files = Migrations.inDirectory(migrations.toPath());
        try (Database db = address().connect()) {
            run(new MigrationTask(db, files, getLog()::info));
        }
    }
}
