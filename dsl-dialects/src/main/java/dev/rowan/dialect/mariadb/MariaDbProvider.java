package dev.rowan.dialect.mariadb;

import dev.rowan.error.ConfigurationException;
import dev.rowan.error.QueryException;
import dev.rowan.render.Dialect;
import dev.rowan.render.DialectProvider;
import dev.rowan.render.Tls;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** Provides {@link MariaDbDialect}. */
public final class MariaDbProvider implements DialectProvider {

    /** Creates the provider; called by the service loader. */
    public MariaDbProvider() {}

    @Override
    public Map<String, String> platformSchemes() {
        return Map.of("mariadb", "mariadb");
    }

    @Override
    public String name() {
        return "MariaDB";
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
                    case VERIFY_FULL -> "verify-full";
                    case VERIFY_CA -> "verify-ca";
                    case INSECURE -> "trust";
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
        String product = server.getDatabaseProductName();
        if (!product.equals(name())) {
            throw new ConfigurationException("expected a MariaDB server behind a jdbc:mariadb: URL, got " + product
                    + ", which differs; use its own driver and dialect");
        }
        int major = server.getDatabaseMajorVersion();
        int minor = server.getDatabaseMinorVersion();
        if (major < 10 || (major == 10 && minor < 11)) {
            throw new ConfigurationException(
                    "expected MariaDB 10.11 or later, got " + major + "." + minor + "; upgrade the server");
        }
        return new MariaDbDialect(major, minor);
    }
}
