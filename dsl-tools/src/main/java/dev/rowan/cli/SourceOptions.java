package dev.rowan.cli;

import dev.rowan.task.SchemaSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a command reads what a database holds. */
final class SourceOptions {
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

    SchemaSource source() {
        return new SchemaSource(connection.address(), scripts, scratch);
    }
}
