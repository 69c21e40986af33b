package dev.rowan.execute;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool;
import com.zaxxer.hikari.util.DriverDataSource;
import dev.rowan.error.ConfigurationException;
import dev.rowan.error.QueryException;
import dev.rowan.render.DialectProvider;
import dev.rowan.render.Tls;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pool of connections, opened and closed with its {@link Database}. */
final class Pool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final HikariDataSource dataSource;
    private final PoolEvents events;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Pool(HikariDataSource dataSource, PoolEvents events) {
        this.dataSource = dataSource;
        this.events = events;
    }

    static Pool open(PoolConfig config, DialectProvider provider) {
        requireDriver(config);
        HikariConfig hikari = new HikariConfig();
        hikari.setDataSource(new ToldConnections(driver(config, provider), config.events()));
        hikari.setMaximumPoolSize(config.maximumSize());
        hikari.setMinimumIdle(config.minimumIdle());
        hikari.setConnectionTimeout(config.connectionTimeout().toMillis());
        hikari.setMaxLifetime(config.lifetime().toMillis());
        if (config.minimumIdle() < config.maximumSize()) {
            hikari.setIdleTimeout(config.idleTimeout().toMillis());
        }
        if (config.leakDetection() != null) {
            hikari.setLeakDetectionThreshold(config.leakDetection().toMillis());
        }
        if (config.isLazy()) {
            hikari.setInitializationFailTimeout(-1); // connects in the background
        }
        try {
            return new Pool(new HikariDataSource(hikari), config.events());
        } catch (HikariPool.PoolInitializationException e) {
            SQLException cause = e.getCause() instanceof SQLException sql ? sql : new SQLException(e);
            throw new QueryException(
                    Failures.kind(cause, provider::classifyConnecting),
                    null,
                    cause.getSQLState(),
                    cause.getErrorCode(),
                    cause);
        }
    }

    /** The pool would quote the whole URL. */
    private static void requireDriver(PoolConfig config) {
        try {
            DriverManager.getDriver(config.url());
        } catch (SQLException e) {
            throw new ConfigurationException("expected a JDBC driver for " + Dialects.withoutSecrets(config.url())
                    + ", found none; add the driver of that database to the class path or module path");
        }
    }

    /** Those of the dialect, of which the user's own win, be they in the URL or beside it. */
    private static Map<String, String> properties(PoolConfig config, DialectProvider provider) {
        Map<String, String> all = new TreeMap<>(provider.driverProperties());
        if (!config.socketTimeout().isZero()) {
            all.putAll(provider.socketTimeoutProperties(config.socketTimeout()));
        }
        String url = config.url().toLowerCase(Locale.ROOT);
        all.keySet().removeIf(name -> url.contains(name.toLowerCase(Locale.ROOT) + "="));
        all.putAll(config.driverProperties());
        all.putAll(encryption(config, provider));
        return all;
    }

    /** A URL that says something else would win with some drivers, and lose with others. */
    private static Map<String, String> encryption(PoolConfig config, DialectProvider provider) {
        Tls tls = config.tls();
        if (tls == null) {
            return Map.of();
        }
        Map<String, String> encryption = provider.tlsProperties(tls);
        String url = config.url().toLowerCase(Locale.ROOT);
        for (String name : encryption.keySet()) {
            if (url.contains(name.toLowerCase(Locale.ROOT) + "=")
                    || config.driverProperties().keySet().stream().anyMatch(name::equalsIgnoreCase)) {
                throw new ConfigurationException("expected encryption to be set by withTls or by " + name
                        + ", got both;" + " leave " + name + " out of the URL and of the properties of the driver");
            }
        }
        if (tls == Tls.INSECURE) {
            LOG.warn(
                    "connections to {} accept any certificate: they are encrypted, but whoever stands between may read all; use"
                            + " Tls.VERIFY_FULL",
                    Dialects.withoutSecrets(config.url()));
        }
        return encryption;
    }

    private static DataSource driver(PoolConfig config, DialectProvider provider) {
        Properties all = new Properties();
        all.putAll(properties(config, provider));
        return new DriverDataSource(config.url(), null, all, config.user(), config.password());
    }

    DataSource dataSource() {
        return dataSource;
    }

    PoolStatistics statistics() {
        HikariPoolMXBean pool = dataSource.getHikariPoolMXBean();
        return new PoolStatistics(
                pool.getActiveConnections(),
                pool.getIdleConnections(),
                pool.getThreadsAwaitingConnection(),
                pool.getTotalConnections());
    }

    @Override
    public void close() {
        dataSource.close();
        if (closed.compareAndSet(false, true)) {
            events.closed();
        }
    }
}
