package dev.rowan.cli;

import dev.rowan.execute.Database;
import dev.rowan.migrate.MigrationState;
import dev.rowan.migrate.MigrationStatus;
import dev.rowan.migrate.Migrations;
import dev.rowan.migrate.Migrator;
import dev.rowan.migrate.Version;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands have in common that are about migrations. Made for extension. */
abstract class MigrationCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

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

    /** Does the work, and tells of it. */
    abstract void run(Migrator migrator, PrintWriter out);

    @Override
    public final Integer call() {
        check();
        PrintWriter out = spec.commandLine().getOut();
        try (Database db = connection.connect()) {
            run(Migrator.of(db, Migrations.inDirectory(folder)), out);
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    /** Finds wrong usage before the database is connected to; this one finds none. */
    void check() {}

    /** A version, whose text may be wrong usage. */
    final @Nullable Version version(@Nullable String text) {
        try {
            return text == null ? null : Version.of(text);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    static void tell(String verb, List<MigrationStatus> done, PrintWriter out) {
        done.forEach(status -> out.println(verb + " " + status.version() + " " + status.description()
                + (status.state() == MigrationState.PENDING || status.duration() == null
                        ? ""
                        : " in " + status.duration().toMillis() + " ms")));
        out.println(
                done.isEmpty() ? "Nothing to do." : done.size() + (done.size() == 1 ? " migration." : " migrations."));
    }
}
