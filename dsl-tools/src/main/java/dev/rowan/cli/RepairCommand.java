package dev.rowan.cli;

import dev.rowan.migrate.Migrator;
import dev.rowan.migrate.Repair;
import dev.rowan.migrate.Version;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rowan repair}. */
@Command(name = "repair", description = "Say what becomes of a migration that is half-way, or whose file was changed.")
final class RepairCommand extends MigrationCommand {
    @Parameters(paramLabel = "VERSION", description = "Which migration.")
    @SuppressWarnings("NullAway.Init") // required
    private String version;

    @Option(
            names = "--as",
            paramLabel = "WHAT",
            required = true,
            converter = Words.class,
            description = {
                "forget: it was undone by hand, and is pending again.",
                "applied: the rest was done by hand.",
                "resume: run the statements that are left.",
                "accept-change: the changed file is right."
            })
    @SuppressWarnings("NullAway.Init") // required
    private Repair repair;

    @Override
    void check() {
        version(version);
    }

    @Override
    void run(Migrator migrator, PrintWriter out) {
        Version wanted = Objects.requireNonNull(version(version));
        migrator.repair(wanted, repair);
        out.println("repaired " + wanted);
    }

    /** The words of the command line. */
    static final class Words implements CommandLine.ITypeConverter<Repair> {
        @Override
        public Repair convert(String word) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "forget" -> Repair.FORGET;
                case "applied" -> Repair.MARK_APPLIED;
                case "resume" -> Repair.RESUME;
                case "accept-change" -> Repair.ACCEPT_CHANGE;
                default ->
                    throw new CommandLine.TypeConversionException(
                            "expected forget, applied, resume or accept-change, got '" + word + "'");
            };
        }
    }
}
