package dev.rowan.dialect.mysql;

import dev.rowan.error.ConfigurationException;
import dev.rowan.error.QueryException;
import dev.rowan.render.Dialect;
import dev.rowan.render.DialectProvider;
import dev.rowan.render.Tls;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** Provides {@link MySqlDialect}. */
public final class MySqlProvider implements DialectProvider {

    /** Creates the provider; called by the service loader. */
    public MySqlProvider() {}

    @Override
    public Map<String, String> platformSchemes() {
        return Map.of("mysql", "mysql");
    }

    @Override
    public String name() {
        return "MySQL";
    }

    @Override
    public Map<String, String> driverProperties() {
        return Map.of(
                "rewriteBatchedStatements", "true",
                "cachePrepStmts", "true",
                "prepStmtCacheSize", "250",
                "prepStmtCacheSqlLimit", "2048",
                "tcpKeepAlive", "true");
    }

    @Override
    public Map<String, String> socketTimeoutProperties(Duration timeout) {
        return Map.of("socketTimeout", String.valueOf(timeout.toMillis()));
    }

    @Override
    public Map<String, String> tlsProperties(Tls tls) {
        return Map.of(
                "sslMode",
                switch (tls) {
                    case VERIFY_FULL -> "VERIFY_IDENTITY";
                    case VERIFY_CA -> "VERIFY_CA";
                    case INSECURE -> "REQUIRED";
                });
    }

    @Override
    public QueryException.Kind classifyConnecting(SQLException exception) {
        return switch (exception.getErrorCode()) {
            case 1049 -> QueryException.Kind.UNKNOWN_DATABASE;
            case 1044, 1045 -> QueryException.Kind.AUTHENTICATION;
            default -> DialectProvider.super.classifyConnecting(exception);
        };
    }

    @Override
    public Dialect dialect(DatabaseMetaData server) throws SQLException {
        String version = server.getDatabaseProductVersion();
        if (version.contains("MariaDB")) {
            throw new ConfigurationException("expected a MySQL server behind a jdbc:mysql: URL, got MariaDB " + version
                    + ", which differs; use its own driver and dialect");
        }
        if (server.getDatabaseMajorVersion() < 8) {
            throw new ConfigurationException("expected MySQL 8.0 or later, got " + version + "; upgrade the server");
        }
        return new MySqlDialect(server.getDatabaseMajorVersion(), server.getDatabaseMinorVersion());
    }
}
