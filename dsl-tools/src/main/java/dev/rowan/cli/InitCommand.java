package dev.rowan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rowan init}. */
@Command(
        name = "init",
        description = "Create the folder of migrations and a file of settings to begin with; what is there stays.")
final class InitCommand implements Callable<Integer> {
    private static final String SAMPLE = """
            # Settings of each environment; a password is a variable of the environment, never a line of this file.
            development.url=jdbc:h2:./target/development
            production.url=jdbc:postgresql://localhost:5432/shop
            production.user=shop
            production.password=${ROWAN_PASSWORD}
            """;

    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where to (default: the current folder).")
    @SuppressWarnings("NullAway.Init") // has a default
    private Path folder;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path migrations = folder.resolve("migrations");
        Path settings = folder.resolve(ConnectionOptions.FILE);
        out.println((Files.isDirectory(migrations) ? "kept " : "created ") + migrations);
        Files.createDirectories(migrations);
        out.println((Files.exists(settings) ? "kept " : "created ") + settings);
        if (!Files.exists(settings)) {
            Files.writeString(settings, SAMPLE);
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
