package dev.rowan.dialect.postgres;

import dev.rowan.render.Dialect;
import dev.rowan.render.DialectProvider;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** Provides {@link PostgresDialect}. */
public final class PostgresProvider implements DialectProvider {

    /** Creates the provider; called by the service loader. */
    public PostgresProvider() {}

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Dialect dialect(DatabaseMetaData server) throws SQLException {
        return new PostgresDialect(server.getDatabaseMajorVersion(), server.getDatabaseMinorVersion());
    }
}
