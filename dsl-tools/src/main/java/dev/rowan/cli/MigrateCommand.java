package dev.rowan.cli;

import dev.rowan.migrate.Migrator;
import dev.rowan.migrate.Version;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rowan migrate}. */
@Command(name = "migrate", description = "Apply what has not been applied, in the order of the versions.")
final class MigrateCommand extends MigrationCommand {
    @Option(names = "--to", paramLabel = "VERSION", description = "Stop after this version.")
    private @Nullable String last;

    @Option(names = "--out-of-order", description = "Also apply versions below one that was applied already.")
    private boolean outOfOrder;

    @Override
    void check() {
        version(last);
    }

    @Override
    void run(Migrator plain, PrintWriter out) {
        Migrator migrator = outOfOrder ? plain.withOutOfOrder() : plain;
        Version version = version(last);
        tell("applied", version == null ? migrator.migrate() : migrator.migrateTo(version), out);
    }
}
