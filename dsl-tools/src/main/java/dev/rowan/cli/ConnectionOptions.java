package dev.rowan.cli;

import dev.rowan.task.DatabaseAddress;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database a command is about. */
final class ConnectionOptions {
    private final Map<String, String> variables;

    @Option(names = "--url", paramLabel = "URL", description = "The JDBC URL; else ROWAN_URL.")
    private @Nullable String url;

    @Option(
            names = "--user",
            paramLabel = "USER",
            description = "The user; else ROWAN_USER. The password is ROWAN_PASSWORD.")
    private @Nullable String user;

    @Option(names = "--password", interactive = true, description = "Ask for the password.")
    private char @Nullable [] password;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A file of properties; without --url and ROWAN_URL it is " + DatabaseAddress.FILE
                    + ", if that is there.")
    private @Nullable Path config;

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            defaultValue = "development",
            description = "Whose settings of the file are taken (default: ${DEFAULT-VALUE}).")
    private String environment = "development";

    @Option(names = "--schema", paramLabel = "NAME", description = "The schema; else that of the connection.")
    private @Nullable String schema;

    ConnectionOptions(Map<String, String> variables) {
        this.variables = variables;
    }

    DatabaseAddress address() {
        return new DatabaseAddress(
                url, user, password == null ? null : new String(password), config, environment, schema, variables);
    }
}
