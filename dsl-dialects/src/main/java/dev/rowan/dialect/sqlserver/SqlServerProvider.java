package dev.rowan.dialect.sqlserver;

import dev.rowan.error.ConfigurationException;
import dev.rowan.error.QueryException;
import dev.rowan.render.Dialect;
import dev.rowan.render.DialectProvider;
import dev.rowan.render.Tls;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** Provides {@link SqlServerDialect}. */
public final class SqlServerProvider implements DialectProvider {

    /** Creates the provider; called by the service loader. */
    public SqlServerProvider() {}

    @Override
    public String name() {
        return "SQL Server";
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith("jdbc:sqlserver:");
    }

    @Override
    public Map<String, String> socketTimeoutProperties(Duration timeout) {
        return Map.of("socketTimeout", String.valueOf(timeout.toMillis()));
    }

    @Override
    public Map<String, String> tlsProperties(Tls tls) {
        return switch (tls) {
            case VERIFY_FULL -> Map.of("encrypt", "true", "trustServerCertificate", "false");
            case INSECURE -> Map.of("encrypt", "true", "trustServerCertificate", "true");
            case VERIFY_CA ->
                throw new ConfigurationException("expected TLS as VERIFY_FULL or INSECURE, got " + tls
                        + ", for the driver of SQL Server checks the host's name with the certificate; use VERIFY_FULL,"
                        + " and the driver's property hostNameInCertificate where the name differs");
        };
    }

    @Override
    public QueryException.Kind classifyConnecting(SQLException exception) {
        QueryException.Kind kind = SqlServerErrors.kind(exception.getErrorCode());
        return switch (kind) {
            case AUTHENTICATION, UNKNOWN_DATABASE -> kind;
            default -> DialectProvider.super.classifyConnecting(exception);
        };
    }

    @Override
    public Dialect dialect(DatabaseMetaData server) throws SQLException {
        int version = server.getDatabaseMajorVersion();
        if (version < SqlServerDialect.LEAST) {
            throw new ConfigurationException("expected SQL Server 2022 (" + SqlServerDialect.LEAST
                    + ") or later, whose functions Rowan's SQL uses, got version " + version + "; upgrade the server");
        }
        return new SqlServerDialect(version, server.getDatabaseMinorVersion());
    }
}
