package dev.rowan.cli;

import dev.rowan.migrate.Version;
import dev.rowan.task.MigrationTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rowan migrate}. */
@Command(name = "migrate", description = "Apply what has not been applied, in the order of the versions.")
final class MigrateCommand extends MigrationCommand {
    @Option(names = "--to", paramLabel = "VERSION", description = "Stop after this version.")
    private @Nullable Version last;

    @Option(names = "--out-of-order", description = "Also apply versions below one that was applied already.")
    private boolean outOfOrder;

    @Override
    void run(MigrationTask task) {
        task.migrate(last, outOfOrder);
    }
}
