package dev.rowan.render;

import dev.rowan.error.ConfigurationException;
import dev.rowan.error.QueryException;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Makes the dialect for a database. Found by {@link java.util.ServiceLoader}, so a jar with dialects declares it in
 * {@code META-INF/services} and, if it is a module, in {@code module-info}.
 */
public interface DialectProvider {

    /** The database's name, which an error lists when no provider accepts a URL. */
    String name();

    /** Whether the JDBC URL leads to a database of this kind; it does if it begins with {@code jdbc:} and the name in lower case. */
    default boolean accepts(String url) {
        return url.startsWith("jdbc:" + name().toLowerCase(Locale.ROOT) + ":");
    }

    /**
     * How URLs begin that platforms hand out for databases of this kind, {@code scheme://user:password@host:port/database}, each with what
     * stands in its place in a JDBC URL; none, as here, if there are no such URLs.
     */
    default Map<String, String> platformSchemes() {
        return Map.of();
    }

    /** Properties that {@code connect} gives the driver with each connection, unless the user sets them: those without which the
     * dialect does not hold, and those that serve it well. */
    default Map<String, String> driverProperties() {
        return Map.of();
    }

    /**
     * Properties that have the driver encrypt its connections.
     *
     * @throws ConfigurationException if it cannot, as here
     */
    default Map<String, String> tlsProperties(Tls tls) {
        throw new ConfigurationException("expected a database whose driver encrypts connections as " + tls + ", got "
                + name() + ", of which Rowan knows no way to; leave withTls out, or set properties of the driver");
    }

    /**
     * Properties that have the driver give up a connection on which no answer has come for so long, a second or more; none if it cannot,
     * as here. A driver that counts in seconds gets the next whole one.
     */
    default Map<String, String> socketTimeoutProperties(Duration timeout) {
        return Map.of();
    }

    /** What an exception means with which a driver could not connect; this one goes by the SQLSTATEs of the standard. */
    default QueryException.Kind classifyConnecting(SQLException exception) {
        QueryException.Kind kind = SqlStates.kind(String.valueOf(exception.getSQLState()));
        return switch (kind) {
            case AUTHENTICATION, UNKNOWN_DATABASE -> kind;
            default -> QueryException.Kind.CONNECTION;
        };
    }

    /** The dialect for the server's version. */
    Dialect dialect(DatabaseMetaData server) throws SQLException;
}
