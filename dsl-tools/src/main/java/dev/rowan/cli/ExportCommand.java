package dev.rowan.cli;

import dev.rowan.task.MigrationTask;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rowan export}. */
@Command(
        name = "export",
        description = "Write all migrations as scripts of another tool, for a database of the kind of this one.")
final class ExportCommand extends MigrationCommand {
    @Option(
            names = "--flyway",
            paramLabel = "DIR",
            required = true,
            description = "In the layout of Flyway: V1__create_users.sql, and U1__create_users.sql for the way back.")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Override
    void run(MigrationTask task) throws IOException {
        task.exportToFlyway(folder);
    }
}
