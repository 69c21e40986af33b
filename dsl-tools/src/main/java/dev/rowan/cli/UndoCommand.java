package dev.rowan.cli;

import dev.rowan.migrate.Migrator;
import dev.rowan.migrate.Version;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rowan undo}. */
@Command(name = "undo", description = "Undo the migration that was applied last, or several.")
final class UndoCommand extends MigrationCommand {
    @ArgGroup
    private @Nullable Extent extent;

    /** How many. */
    static final class Extent {
        @Option(names = "--to", paramLabel = "VERSION", description = "Undo what was applied after this version.")
        private @Nullable String last;

        @Option(names = "--all", description = "Undo all.")
        private boolean all;
    }

    @Override
    void check() {
        version(extent == null ? null : extent.last);
    }

    @Override
    void run(Migrator migrator, PrintWriter out) {
        Version version = version(extent == null ? null : extent.last);
        if (version != null) {
            tell("undone", migrator.undoTo(version), out);
        } else {
            tell("undone", extent != null && extent.all ? migrator.undoAll() : migrator.undo(), out);
        }
    }
}
