package dev.rowan.cli;

import dev.rowan.execute.Database;
import dev.rowan.migrate.Migrations;
import dev.rowan.task.MigrationTask;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands have in common that are about migrations. Made for extension. */
abstract class MigrationCommand extends RowanCommand {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private ConnectionOptions connection;

    @Option(
            names = "--migrations",
            paramLabel = "DIR",
            defaultValue = "migrations",
            description = "Where the SQL files are (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private Path folder;

    /** Does the work. */
    abstract void run(MigrationTask task) throws IOException;

    @Override
    final void run(PrintWriter out) throws IOException {
        Migrations migrations = Migrations.inDirectory(folder);
        try (Database db = connection.address().connect()) {
            run(new MigrationTask(db, migrations, out::println));
        }
    }
}
