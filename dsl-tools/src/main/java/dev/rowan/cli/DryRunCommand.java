package dev.rowan.cli;

import dev.rowan.migrate.Migrator;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** {@code rowan dry-run}. */
@Command(name = "dry-run", description = "Show the statements that migrate would run, and run none.")
final class DryRunCommand extends MigrationCommand {
    @Override
    void run(Migrator migrator, PrintWriter out) {
        out.print(migrator.dryRun());
    }
}
