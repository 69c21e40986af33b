package dev.rowan.task;

import dev.rowan.error.ConfigurationException;
import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which database it is about, as far as it was told. A file of settings that is named comes first, then the URL, then {@code ROWAN_URL}, then
 * the file {@value #FILE}, if it is there.
 *
 * @param url the JDBC URL; null for the variable {@code ROWAN_URL}
 * @param user whom to connect as; null for the variable {@code ROWAN_USER}
 * @param password null for the variable {@code ROWAN_PASSWORD}
 * @param settings a file of properties, or null for none
 * @param environment whose settings of the file are taken
 * @param schema null for that of the connection
 * @param variables those of the environment, which the file of settings may name as well
 */
public record DatabaseAddress(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path settings,
        String environment,
        @Nullable String schema,
        Map<String, String> variables) {
    /** Where settings are looked for that nobody names. */
    public static final String FILE = "rowan.properties";

    /** Creates an address. */
    public DatabaseAddress {
        variables = Map.copyOf(variables);
    }

    /**
     * Connects; whoever calls closes.
     *
     * @throws ConfigurationException if no database was named, or there is none
     */
    public Database connect() {
        return connect(pool());
    }

    /** Connects to another database in the same way, to the schema that was asked for. */
    Database connect(PoolConfig pool) {
        Database db = Database.connect(pool.withSize(0, 2));
        return schema == null ? db : db.withSchema(schema);
    }

    private PoolConfig pool() {
        if (settings != null) {
            return PoolConfig.load(settings, environment, variables);
        }
        String address = url == null ? variables.get("ROWAN_URL") : url;
        if (address == null) {
            if (Files.exists(Path.of(FILE))) {
                return PoolConfig.load(Path.of(FILE), environment, variables);
            }
            throw new ConfigurationException("expected a database, got none; name it by --url, --config or ROWAN_URL"
                    + " (rowan.url or rowan.config in Maven), or begin with 'rowan init'");
        }
        String name = user == null ? variables.get("ROWAN_USER") : user;
        PoolConfig pool = PoolConfig.of(address);
        return name == null ? pool : pool.withUser(name, secret());
    }

    private String secret() {
        return password == null ? variables.getOrDefault("ROWAN_PASSWORD", "") : password;
    }

    /** What may be shown: no password, and no variables. */
    @Override
    public String toString() {
        return "url " + url + ", user " + user + ", settings " + settings + ", environment " + environment + ", schema "
                + schema;
    }
}
