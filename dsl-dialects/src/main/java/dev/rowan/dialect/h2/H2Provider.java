package dev.rowan.dialect.h2;

import dev.rowan.error.QueryException;
import dev.rowan.render.Dialect;
import dev.rowan.render.DialectProvider;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Provides {@link H2Dialect}. */
public final class H2Provider implements DialectProvider {
    private static final Pattern SERVER = Pattern.compile("jdbc:h2:(tcp|ssl):");

    /** Creates the provider; called by the service loader. */
    public H2Provider() {}

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public QueryException.Kind classifyConnecting(SQLException exception) {
        return switch (exception.getErrorCode()) {
            case 90013, 90146 -> QueryException.Kind.UNKNOWN_DATABASE;
            default -> DialectProvider.super.classifyConnecting(exception);
        };
    }

    @Override
    public Dialect dialect(DatabaseMetaData server) throws SQLException {
        return new H2Dialect(
                server.getDatabaseMajorVersion(),
                server.getDatabaseMinorVersion(),
                !SERVER.matcher(server.getURL()).lookingAt());
    }
}
