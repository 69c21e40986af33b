package dev.rowan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rowan new}. */
@Command(name = "new", description = "Create the two empty files of a migration, whose version is the time in UTC.")
final class NewCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

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
    public Integer call() throws IOException {
        String words = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        if (words.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "expected a name of letters and digits, got '" + name + "'");
        }
        Files.createDirectories(folder);
        PrintWriter out = spec.commandLine().getOut();
        String version = freeVersion();
        create(out, "V" + version + "__" + words + ".up.sql", "");
        create(out, "V" + version + "__" + words + ".down.sql", "");
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    /** The time, or the next second that no migration has. */
    private String freeVersion() throws IOException {
        LocalDateTime time = LocalDateTime.now(ZoneOffset.UTC);
        while (true) {
            String version = time.format(TIME);
            try (Stream<Path> files = Files.list(folder)) {
                if (files.noneMatch(file -> String.valueOf(file.getFileName()).startsWith("V" + version + "__"))) {
                    return version;
                }
            }
            time = time.plusSeconds(1);
        }
    }

    private void create(PrintWriter out, String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        out.println("created " + path);
    }
}
