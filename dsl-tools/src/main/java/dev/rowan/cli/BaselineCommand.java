package dev.rowan.cli;

import dev.rowan.migrate.Version;
import dev.rowan.schema.TableName;
import dev.rowan.task.MigrationTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rowan baseline}. */
@Command(name = "baseline", description = "Note migrations as applied that other tools have done, and run none.")
final class BaselineCommand extends MigrationCommand {
    @ArgGroup(multiplicity = "1")
    private Reached reached = new Reached();

    /** How far the others have come. */
    static final class Reached {
        @Parameters(paramLabel = "VERSION", description = "Up to this version.")
        private @Nullable Version last;

        @Option(
                names = "--from-sequelize",
                paramLabel = "TABLE",
                arity = "0..1",
                fallbackValue = "SequelizeMeta",
                description = "Those whose names Sequelize has noted in its table (default: ${FALLBACK-VALUE}).")
        private @Nullable String table;
    }

    @Override
    void run(MigrationTask task) {
        if (reached.last != null) {
            task.baseline(reached.last);
        } else if (reached.table != null) {
            task.baselineFromSequelize(TableName.of(reached.table));
        }
    }
}
