package dev.rowan.cli;

import dev.rowan.error.ConfigurationException;
import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database a command is about. */
final class ConnectionOptions {
    /** Where settings are looked for that nobody names. */
    static final String FILE = "rowan.properties";

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
            description = "A file of properties; without --url and ROWAN_URL it is " + FILE + ", if that is there.")
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

    /** Connects; whoever calls closes. */
    Database connect() {
        return inSchema(Database.connect(pool().withSize(0, 2)));
    }

    /** A handle of the schema that was asked for. */
    Database inSchema(Database db) {
        return schema == null ? db : db.withSchema(schema);
    }

    private PoolConfig pool() {
        if (config != null) {
            return PoolConfig.load(config, environment, variables);
        }
        String address = url == null ? variables.get("ROWAN_URL") : url;
        if (address == null) {
            if (Files.exists(Path.of(FILE))) {
                return PoolConfig.load(Path.of(FILE), environment, variables);
            }
            throw new ConfigurationException(
                    "expected a database, got none; name it by --url, --config or ROWAN_URL, or begin with 'rowan init'");
        }
        String name = user == null ? variables.get("ROWAN_USER") : user;
        PoolConfig pool = PoolConfig.of(address);
        return name == null ? pool : pool.withUser(name, secret());
    }

    private @Nullable String secret() {
        return password == null ? variables.getOrDefault("ROWAN_PASSWORD", "") : new String(password);
    }
}
