package dev.rowan.cli;

import dev.rowan.task.MigrationFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rowan new}. */
@Command(name = "new", description = "Create the two empty files of a migration, whose version is the time in UTC.")
final class NewCommand extends RowanCommand {
    @Parameters(paramLabel = "NAME", description = "What it does: create_orders.")
    @SuppressWarnings("NullAway.Init") // required
    private String name;

    @Option(
            names = "--migrations",
            paramLabel = "DIR",
            defaultValue = "migrations",
            description = "Where to (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private Path folder;

    @Override
    void run(PrintWriter out) throws IOException {
        try {
            MigrationFiles.words(name);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e);
        }
        MigrationFiles.create(folder, name).forEach(file -> out.println("created " + file));
    }
}
