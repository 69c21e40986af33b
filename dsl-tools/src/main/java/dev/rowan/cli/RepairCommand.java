package dev.rowan.cli;

import dev.rowan.migrate.Repair;
import dev.rowan.migrate.Version;
import dev.rowan.task.MigrationTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rowan repair}. */
@Command(name = "repair", description = "Say what becomes of a migration that is half-way, or whose file was changed.")
final class RepairCommand extends MigrationCommand {
    @Parameters(paramLabel = "VERSION", description = "Which migration.")
    @SuppressWarnings("NullAway.Init") // required
    private Version version;

    @Option(
            names = "--as",
            paramLabel = "WHAT",
            required = true,
            description = {
                "forget: it was undone by hand, and is pending again.",
                "applied: the rest was done by hand.",
                "resume: run the statements that are left.",
                "accept-change: the changed file is right."
            })
    @SuppressWarnings("NullAway.Init") // required
    private Repair repair;

    @Override
    void run(MigrationTask task) {
        task.repair(version, repair);
    }
}
