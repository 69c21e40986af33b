package dev.rowan.cli;

import dev.rowan.definition.SchemaDefinition;
import dev.rowan.execute.Database;
import dev.rowan.generate.ScratchDatabase;
import dev.rowan.generate.ScratchDatabases;
import dev.rowan.generate.ScriptedSchema;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.render.DdlDialect;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands have in common that are about what a database holds. Made for extension. */
abstract class SchemaCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private ConnectionOptions connection;

    @Option(
            names = "--scripts",
            paramLabel = "DIR",
            description =
                    "Run the SQL files of a folder first, on a database that is empty: jdbc:h2:mem: and the like.")
    private @Nullable Path scripts;

    @Option(
            names = "--scratch",
            paramLabel = "NAME",
            description = "Use a database that is started for it: the name of a ScratchDatabase, or of its class.")
    private @Nullable String scratch;

    /** Does the work, and tells of it. */
    abstract void run(SchemaDefinition schema, DdlDialect ddl, PrintWriter out) throws IOException;

    @Override
    public final Integer call() throws IOException {
        if (scratch == null) {
            try (Database db = connection.connect()) {
                run(db);
            }
            return CommandLine.ExitCode.OK;
        }
        try (ScratchDatabase started = ScratchDatabases.named(scratch);
                Database db = Database.connect(started.start().withSize(0, 2))) {
            run(connection.inSchema(db));
        }
        return CommandLine.ExitCode.OK;
    }

    private void run(Database db) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        SchemaDefinition schema = scripts == null ? LiveSchema.of(db).read() : ScriptedSchema.read(scripts, db);
        run(schema, db.dialect().ddl(), out);
        out.flush();
    }
}
