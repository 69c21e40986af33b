package dev.rowan.cli;

import dev.rowan.task.MigrationTask;
import picocli.CommandLine.Command;

/** {@code rowan status}. */
@Command(name = "status", description = "Show what has been applied, and what has not.")
final class StatusCommand extends MigrationCommand {
    @Override
    void run(MigrationTask task) {
        task.status();
    }
}
