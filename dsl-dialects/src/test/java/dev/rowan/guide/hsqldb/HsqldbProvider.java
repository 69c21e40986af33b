package dev.rowan.guide.hsqldb;

import dev.rowan.render.Dialect;
import dev.rowan.render.DialectProvider;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** Provides {@link HsqldbDialect} for {@code jdbc:hsqldb:}. */
public final class HsqldbProvider implements DialectProvider {
    @Override
    public String name() {
        return "HSQLDB";
    }

    @Override
    public Dialect dialect(DatabaseMetaData server) throws SQLException {
        return new HsqldbDialect(server.getDatabaseMajorVersion(), server.getDatabaseMinorVersion());
    }
}
