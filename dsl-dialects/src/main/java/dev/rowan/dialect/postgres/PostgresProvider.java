package dev.rowan.dialect.postgres;

import dev.rowan.render.Dialect;
import dev.rowan.render.DialectProvider;
import dev.rowan.render.Tls;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/** Provides {@link PostgresDialect}. */
public final class PostgresProvider implements DialectProvider {

    /** Creates the provider; called by the service loader. */
    public PostgresProvider() {}

    @Override
    public Map<String, String> platformSchemes() {
        return Map.of("postgres", "postgresql", "postgresql", "postgresql");
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Map<String, String> driverProperties() {
        return Map.of("reWriteBatchedInserts", "true", "tcpKeepAlive", "true");
    }

    @Override
    public Map<String, String> socketTimeoutProperties(Duration timeout) {
        return Map.of("socketTimeout", String.valueOf(timeout.plusMillis(999).toSeconds()));
    }

    @Override
    public Map<String, String> tlsProperties(Tls tls) {
        return Map.of(
                "sslmode",
                switch (tls) {
                    case VERIFY_FULL -> "verify-full";
                    case VERIFY_CA -> "verify-ca";
                    case INSECURE -> "require";
                });
    }

    @Override
    public Dialect dialect(DatabaseMetaData server) throws SQLException {
        return PostgresEngine.dialect(
                version(server.getConnection()), server.getDatabaseMajorVersion(), server.getDatabaseMinorVersion());
    }

    private static String version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version()")) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
