package dev.rowan.render;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
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

    /** Properties that the driver must be given with each connection for the dialect to hold; {@code connect} does so. */
    default Map<String, String> driverProperties() {
        return Map.of();
    }

    /** The dialect for the server's version. */
    Dialect dialect(DatabaseMetaData server) throws SQLException;
}
