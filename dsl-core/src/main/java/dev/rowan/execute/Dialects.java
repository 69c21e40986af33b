package dev.rowan.execute;

import dev.rowan.error.ConfigurationException;
import dev.rowan.error.QueryException;
import dev.rowan.render.Dialect;
import dev.rowan.render.DialectProvider;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Finds the dialect for a database among the providers on the class path or module path. */
final class Dialects {
    private Dialects() {}

    static Dialect of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            if (!connection.getAutoCommit()) {
                throw new ConfigurationException(
                        "expected a data source that lends connections in auto-commit mode, got one"
                                + " that does not, whose statements nobody would commit; set it up so, and outside of a transaction");
            }
            DatabaseMetaData server = connection.getMetaData();
            return requireProvider(server.getURL()).dialect(server);
        } catch (SQLException e) {
            throw new QueryException(QueryException.Kind.CONNECTION, null, e.getSQLState(), e.getErrorCode(), e);
        }
    }

    static DialectProvider requireProvider(String url) {
        List<String> found = new ArrayList<>();
        for (DialectProvider provider : providers()) {
            if (provider.accepts(url)) {
                return provider;
            }
            found.add(provider.name());
        }
        String all = found.isEmpty() ? "no dialect at all" : "only those for " + String.join(", ", found);
        throw new ConfigurationException("expected a dialect for " + withoutSecrets(url) + ", found " + all
                + "; add rowan-dsl-dialects, or the jar with your dialect, to the class path or module path, or give the"
                + " dialect to Database.of(dataSource, dialect)");
    }

    /** The schemes of URLs of all dialects that are there, sorted, with their subprotocols of JDBC. */
    static Map<String, String> platformSchemes() {
        Map<String, String> schemes = new TreeMap<>();
        providers().forEach(provider -> schemes.putAll(provider.platformSchemes()));
        return schemes;
    }

    /** A dialect may live in the application's loader, or beside this jar. */
    private static List<DialectProvider> providers() {
        List<DialectProvider> providers = new ArrayList<>();
        ServiceLoader.load(DialectProvider.class).forEach(providers::add);
        for (DialectProvider own : ServiceLoader.load(DialectProvider.class, Dialects.class.getClassLoader())) {
            if (providers.stream().noneMatch(provider -> provider.getClass() == own.getClass())) {
                providers.add(own);
            }
        }
        return providers;
    }

    /** A URL's parameters may hold a password, and so may what stands before an at sign. */
    static String withoutSecrets(String url) {
        return url.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//");
    }
}
