package dev.rowan.execute;

import dev.rowan.error.ConfigurationException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a pool is set up. Immutable; {@code withX} methods return a changed copy. Settings that the pool would
 * silently replace are refused. Its {@code toString} shows neither the password nor the parameters of the URL.
 *
 * @param url the JDBC URL
 * @param user null if the URL names the user, or none is needed
 * @param password null if none is needed
 * @param maximumSize how many connections there are at most
 * @param minimumIdle how many are kept open at least
 * @param connectionTimeout how long a caller waits for a connection
 * @param idleTimeout after which time a connection beyond the minimum is closed
 */
public record PoolConfig(
        String url,
        @Nullable String user,
        @Nullable String password,
        int maximumSize,
        int minimumIdle,
        Duration connectionTimeout,
        Duration idleTimeout) {

    /**
     * Checks the settings.
     *
     * @throws ConfigurationException if one of them would have no effect
     */
    public PoolConfig {
        require(maximumSize >= 1, "maximumSize of at least 1", maximumSize);
        require(minimumIdle >= 0 && minimumIdle <= maximumSize, "minimumIdle between 0 and maximumSize", minimumIdle);
        require(connectionTimeout.toMillis() >= 250, "connectionTimeout of at least 250 ms", connectionTimeout);
        require(idleTimeout.toSeconds() >= 10, "idleTimeout of at least 10 s", idleTimeout);
    }

    private static void require(boolean holds, String what, Object got) {
        if (!holds) {
            throw new ConfigurationException(
                    "expected a " + what + ", got " + got + "; the pool would silently use another value");
        }
    }

    /** Ten connections at most, all kept open, 30 s to wait for one. */
    public static PoolConfig of(String url) {
        return new PoolConfig(url, null, null, 10, 10, Duration.ofSeconds(30), Duration.ofMinutes(10));
    }

    /** Connects as a user. */
    public PoolConfig withUser(String newUser, @Nullable String newPassword) {
        return new PoolConfig(url, newUser, newPassword, maximumSize, minimumIdle, connectionTimeout, idleTimeout);
    }

    /** Keeps between {@code minimumIdle} and {@code maximumSize} connections. */
    public PoolConfig withSize(int newMinimumIdle, int newMaximumSize) {
        return new PoolConfig(url, user, password, newMaximumSize, newMinimumIdle, connectionTimeout, idleTimeout);
    }

    /** Lets a caller wait for a connection as long as this, at least 250 ms. */
    public PoolConfig withConnectionTimeout(Duration timeout) {
        return new PoolConfig(url, user, password, maximumSize, minimumIdle, timeout, idleTimeout);
    }

    /** Closes a connection beyond the minimum after this time, at least 10 s. */
    public PoolConfig withIdleTimeout(Duration timeout) {
        return new PoolConfig(url, user, password, maximumSize, minimumIdle, connectionTimeout, timeout);
    }

    @Override
    public String toString() {
        return "PoolConfig[" + Dialects.withoutSecrets(url) + ", user=" + user + ", size=" + minimumIdle + ".."
                + maximumSize + "]";
    }
}
