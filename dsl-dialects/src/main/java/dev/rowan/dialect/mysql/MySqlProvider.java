package dev.rowan.dialect.mysql;

import dev.rowan.error.ConfigurationException;
import dev.rowan.render.Dialect;
import dev.rowan.render.DialectProvider;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** Provides {@link MySqlDialect}. */
public final class MySqlProvider implements DialectProvider {

    /** Creates the provider; called by the service loader. */
    public MySqlProvider() {}

    @Override
    public String name() {
        return "MySQL";
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
