package dev.rowan.dialect.duckdb;

import dev.rowan.render.Dialect;
import dev.rowan.render.DialectProvider;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Provides {@link DuckDbDialect}. */
public final class DuckDbProvider implements DialectProvider {
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

    /** Creates the provider; called by the service loader. */
    public DuckDbProvider() {}

    @Override
    public String name() {
        return "DuckDB";
    }

    /** By the version's text, for the driver's numbers say 1.0. */
    @Override
    public Dialect dialect(DatabaseMetaData server) throws SQLException {
        MatchResult version = VERSION.matcher(String.valueOf(server.getDatabaseProductVersion()))
                .results()
                .findFirst()
                .orElseThrow(() -> new SQLException("expected a version of DuckDB, got none"));
        return new DuckDbDialect(Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)));
    }
}
