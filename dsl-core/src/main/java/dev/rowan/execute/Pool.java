package dev.rowan.execute;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.rowan.error.QueryException;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** A pool of connections, opened and closed with its {@link Database}. */
final class Pool implements AutoCloseable {
    private final HikariDataSource dataSource;

    private Pool(HikariDataSource dataSource) {
        this.dataSource = dataSource;
    }

    static Pool open(PoolConfig config, Map<String, String> driverProperties) {
        HikariConfig hikari = new HikariConfig();
        hikari.setJdbcUrl(config.url());
        hikari.setUsername(config.user());
        hikari.setPassword(config.password());
        driverProperties.forEach(hikari::addDataSourceProperty);
        hikari.setMaximumPoolSize(config.maximumSize());
        hikari.setMinimumIdle(config.minimumIdle());
        hikari.setConnectionTimeout(config.connectionTimeout().toMillis());
        if (config.minimumIdle() < config.maximumSize()) {
            hikari.setIdleTimeout(config.idleTimeout().toMillis());
        }
        try {
            return new Pool(new HikariDataSource(hikari));
        } catch (HikariPool.PoolInitializationException e) {
            SQLException cause = e.getCause() instanceof SQLException sql ? sql : new SQLException(e);
            throw new QueryException(
                    QueryException.Kind.CONNECTION, null, cause.getSQLState(), cause.getErrorCode(), cause);
        }
    }

    DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
