package dev.rowan.cli;

import dev.rowan.migrate.Version;
import dev.rowan.task.MigrationTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rowan undo}. */
@Command(name = "undo", description = "Undo the migration that was applied last, or several.")
final class UndoCommand extends MigrationCommand {
    @ArgGroup
    private Extent extent = new Extent();

    /** How many. */
    static final class Extent {
        @Option(names = "--to", paramLabel = "VERSION", description = "Undo what was applied after this version.")
        private @Nullable Version last;

        @Option(names = "--all", description = "Undo all.")
        private boolean all;
    }

    @Override
    void run(MigrationTask task) {
        if (extent.last != null) {
            task.undoTo(extent.last);
        } else if (extent.all) {
            task.undoAll();
        } else {
            task.undo();
        }
    }
}
