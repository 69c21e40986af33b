package dev.rowan.cli;

import dev.rowan.task.MigrationTask;
import picocli.CommandLine.Command;

/** {@code rowan dry-run}. */
@Command(name = "dry-run", description = "Show the statements that migrate would run, and run none.")
final class DryRunCommand extends MigrationCommand {
    @Override
    void run(MigrationTask task) {
        task.dryRun();
    }
}
