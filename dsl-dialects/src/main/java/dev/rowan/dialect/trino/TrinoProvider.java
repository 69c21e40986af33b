package dev.rowan.dialect.trino;

import dev.rowan.error.QueryException;
import dev.rowan.render.Dialect;
import dev.rowan.render.DialectProvider;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Provides {@link TrinoDialect}. */
public final class TrinoProvider implements DialectProvider {
    private static final Pattern VERSION = Pattern.compile("^\\d{1,6}");

    /** Creates the provider; called by the service loader. */
    public TrinoProvider() {}

    @Override
    public String name() {
        return "Trino";
    }

    /** Statements travel in bodies: in headers, as the driver sends prepared ones otherwise, long ones are cut off by the server. */
    @Override
    public Map<String, String> driverProperties() {
        return Map.of("explicitPrepare", "false");
    }

    @Override
    public QueryException.Kind classifyConnecting(SQLException exception) {
        return TrinoErrors.kind(exception) == QueryException.Kind.UNKNOWN_DATABASE
                ? QueryException.Kind.UNKNOWN_DATABASE
                : DialectProvider.super.classifyConnecting(exception);
    }

    /** A server that was built by hand has a name in the place of its version. */
    @Override
    public Dialect dialect(DatabaseMetaData server) throws SQLException {
        int version = VERSION.matcher(String.valueOf(server.getDatabaseProductVersion()))
                .results()
                .map(MatchResult::group)
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(TrinoDialect.TESTED);
        return new TrinoDialect(version);
    }
}
