package dev.rowan.cli;

import dev.rowan.task.DatabaseAddress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rowan init}. */
@Command(
        name = "init",
        description = "Create the folder of migrations and a file of settings to begin with; what is there stays.")
final class InitCommand extends RowanCommand {
    private static final String SAMPLE = """
            # Settings of each environment; a password is a variable of the environment, never a line of this file.
            development.url=jdbc:h2:./target/development
            production.url=jdbc:postgresql://localhost:5432/shop
            production.user=shop
            production.password=${ROWAN_PASSWORD}
            """;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where to (default: the current folder).")
    @SuppressWarnings("NullAway.Init") // has a default
    private Path folder;

    @Override
    void run(PrintWriter out) throws IOException {
        Path migrations = folder.resolve("migrations");
        Path settings = folder.resolve(DatabaseAddress.FILE);
        out.println((Files.isDirectory(migrations) ? "kept " : "created ") + migrations);
        Files.createDirectories(migrations);
        out.println((Files.exists(settings) ? "kept " : "created ") + settings);
        if (!Files.exists(settings)) {
            Files.writeString(settings, SAMPLE);
        }
    }
}
