package dev.rowan.dialect.sqlite;

import dev.rowan.error.ConfigurationException;
import dev.rowan.render.Dialect;
import dev.rowan.render.DialectProvider;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Provides {@link SqliteDialect}. */
public final class SqliteProvider implements DialectProvider {

    /** Creates the provider; called by the service loader. */
    public SqliteProvider() {}

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public Map<String, String> driverProperties() {
        return Map.of("foreign_keys", "on");
    }

    @Override
    public Dialect dialect(DatabaseMetaData server) throws SQLException {
        int major = server.getDatabaseMajorVersion();
        int minor = server.getDatabaseMinorVersion();
        if (major < 3 || (major == 3 && minor < 39)) {
            throw new ConfigurationException("expected SQLite 3.39 or later, got " + major + "." + minor
                    + "; upgrade the driver, which holds it");
        }
        if (!enforcesForeignKeys(server)) {
            throw new ConfigurationException("expected connections that enforce foreign keys, got some that do not; add"
                    + " ?foreign_keys=on to the URL, or give the dialect to Database.of(dataSource, dialect)");
        }
        return new SqliteDialect(major, minor);
    }

    private static boolean enforcesForeignKeys(DatabaseMetaData server) throws SQLException {
        try (Statement statement = server.getConnection().createStatement();
                ResultSet rows = statement.executeQuery("pragma foreign_keys")) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
