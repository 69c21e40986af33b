package dev.rowan.execute;

import dev.rowan.error.ConfigurationException;
import dev.rowan.render.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a pool is set up. Immutable; {@code withX} methods return a changed copy. Settings that the pool would
 * silently replace are refused. Its {@code toString} shows neither the password nor the parameters of the URL.
 *
 * <pre>{@code
 * PoolConfig.of("postgres://shop:p%40ss@[::1]:5432/shop?sslmode=require").withSize(2, 20)
 * PoolConfig.fromEnvironment("DB_")                                 // DB_URL, DB_USER, DB_PASSWORD
 * PoolConfig.load(Path.of("database.properties"), "production")     // production.url, production.pool.max, …
 * }</pre>
 */
public final class PoolConfig {
    private static final Duration SHORTEST_LIFETIME = Duration.ofSeconds(30);
    private static final Duration SHORTEST_LEAK = Duration.ofSeconds(2);
    private static final Duration USUAL_SOCKET_TIMEOUT = Duration.ofMinutes(10);

    private final Draft settings; // never changed once it is here

    private PoolConfig(Draft settings) {
        require(settings.maximumSize >= 1, "maximumSize of at least 1", settings.maximumSize);
        require(
                settings.minimumIdle >= 0 && settings.minimumIdle <= settings.maximumSize,
                "minimumIdle between 0 and maximumSize",
                settings.minimumIdle);
        require(
                settings.connectionTimeout.toMillis() >= 250,
                "connectionTimeout of at least 250 ms",
                settings.connectionTimeout);
        require(settings.idleTimeout.toSeconds() >= 10, "idleTimeout of at least 10 s", settings.idleTimeout);
        require(settings.lifetime.compareTo(SHORTEST_LIFETIME) >= 0, "lifetime of at least 30 s", settings.lifetime);
        require(
                settings.minimumIdle == settings.maximumSize
                        || settings.idleTimeout.plusSeconds(1).compareTo(settings.lifetime) <= 0,
                "idleTimeout of at least a second less than the lifetime",
                settings.idleTimeout);
        Duration leak = settings.leakDetection;
        require(
                leak == null || (leak.compareTo(SHORTEST_LEAK) >= 0 && leak.compareTo(settings.lifetime) <= 0),
                "leakDetection between 2 s and the lifetime",
                String.valueOf(leak));
        require(settings.maximumWaiters >= 0, "maximumWaiters of 0 or more", settings.maximumWaiters);
        requireOneBeginning(settings);
        requireLongerSocketTimeout(settings);
        this.settings = settings;
    }

    private static void require(boolean holds, String what, Object got) {
        if (!holds) {
            throw new ConfigurationException(
                    "expected a " + what + ", got " + got + "; the pool would silently use another value");
        }
    }

    private static void requireOneBeginning(Draft settings) {
        if (settings.lazy && settings.connectRetry != ConnectRetry.NEVER) {
            throw new ConfigurationException(
                    "expected a lazy start or a retry of the first connection, got both; leave withConnectRetry"
                            + " out, for after a lazy start each use tries for the time of withConnectionTimeout");
        }
    }

    private static void requireLongerSocketTimeout(Draft settings) {
        Duration socket = settings.socketTimeout;
        Duration statement = settings.statementTimeout;
        if (socket != null && !socket.isZero() && statement != null && socket.compareTo(statement) <= 0) {
            throw new ConfigurationException(
                    "expected a socketTimeout that is longer than the statementTimeout of " + statement + ", got "
                            + socket + "; the connection would be closed before the server could end the statement");
        }
    }

    /** What is set, while it is being set. */
    private static final class Draft {
        private final String url;
        private @Nullable String user;
        private @Nullable String password;
        private int maximumSize = 10;
        private int minimumIdle = 10;
        private int maximumWaiters = Integer.MAX_VALUE;
        private Duration connectionTimeout = Duration.ofSeconds(30);
        private Duration idleTimeout = Duration.ofMinutes(10);
        private Duration lifetime = Duration.ofMinutes(30);
        private @Nullable Duration leakDetection;
        private Map<String, String> driverProperties = Map.of();
        private ConnectRetry connectRetry = ConnectRetry.NEVER;
        private PoolEvents events = PoolEvents.NONE;
        private @Nullable Tls tls;
        private @Nullable Duration statementTimeout;
        private @Nullable Duration socketTimeout;
        private boolean lazy;
        private @Nullable String environment;

        private Draft(String url) {
            this.url = url;
        }

        private Draft copy() {
            Draft copy = new Draft(url);
            copy.user = user;
            copy.password = password;
            copy.maximumSize = maximumSize;
            copy.minimumIdle = minimumIdle;
            copy.maximumWaiters = maximumWaiters;
            copy.connectionTimeout = connectionTimeout;
            copy.idleTimeout = idleTimeout;
            copy.lifetime = lifetime;
            copy.leakDetection = leakDetection;
            copy.driverProperties = driverProperties;
            copy.connectRetry = connectRetry;
            copy.events = events;
            copy.tls = tls;
            copy.statementTimeout = statementTimeout;
            copy.socketTimeout = socketTimeout;
            copy.lazy = lazy;
            copy.environment = environment;
            return copy;
        }
    }

    private PoolConfig with(Consumer<Draft> change) {
        Draft copy = settings.copy();
        change.accept(copy);
        return new PoolConfig(copy);
    }

    /**
     * Ten connections at most, all kept open, 30 s to wait for one.
     *
     * @param url a JDBC URL, or one as platforms hand it out, {@code postgres://user:password@host:port/database?sslmode=require},
     *     in which user and password are percent-encoded, of a scheme that a dialect which is there knows
     * @throws ConfigurationException if it is neither
     */
    public static PoolConfig of(String url) {
        PlatformUrl parsed = PlatformUrl.parse(url);
        PoolConfig config = new PoolConfig(new Draft(parsed.jdbcUrl()));
        String user = parsed.user();
        return user == null ? config : config.withUser(user, parsed.password());
    }

    /**
     * Reads the URL, the user and the password from variables of the environment: {@code DB_URL}, {@code DB_USER} and {@code
     * DB_PASSWORD} for the prefix {@code DB_}. A user needs a password, which may be empty but not missing.
     *
     * @throws ConfigurationException if a variable is missing; it names the variable
     */
    public static PoolConfig fromEnvironment(String prefix) {
        return fromEnvironment(prefix, System.getenv());
    }

    /** Reads the URL, the user and the password from the given variables, as {@link #fromEnvironment(String)} does. */
    public static PoolConfig fromEnvironment(String prefix, Map<String, String> variables) {
        PoolConfig config = of(required(prefix + "URL", variables));
        String user = variables.get(prefix + "USER");
        return user == null ? config : config.withUser(user, required(prefix + "PASSWORD", variables));
    }

    /**
     * Reads the settings of one environment from a file of properties, in UTF-8. Its lines begin with the name of an environment, which
     * takes nothing from another:
     *
     * <pre>{@code
     * production.url=jdbc:postgresql://db.example.org/shop
     * production.user=shop
     * production.password=${DB_PASSWORD}
     * production.pool.min=2
     * production.pool.max=20
     * production.statement.timeout=30s
     * test.url=jdbc:h2:mem:test
     * }</pre>
     *
     * The others are {@code pool.waiters}, {@code pool.leak-detection}, {@code pool.start} ({@code eager} or {@code lazy}), {@code
     * connection.timeout}, {@code idle.timeout}, {@code lifetime}, {@code socket.timeout}, {@code tls} (a constant of {@link Tls}) and {@code
     * driver.} with the name of a property of the driver. Times are like {@code 250ms}, {@code 30s}, {@code 10m} and {@code 2h}. In a value
     * <code>${NAME}</code> stands for a variable of the environment, and <code>$${</code> for <code>${</code>. A user needs a password, which may
     * be empty but not missing.
     *
     * @throws ConfigurationException if the file cannot be read, a variable is not set, or the file knows no such environment, has a key that
     *     is unknown or there twice, or a value that is none; it names what is wrong, and shows no value
     */
    public static PoolConfig load(Path file, String environment) {
        return load(file, environment, System.getenv());
    }

    /** Reads the settings of one environment from a file, as {@link #load(Path, String)} does, with the given variables. */
    public static PoolConfig load(Path file, String environment, Map<String, String> variables) {
        return PoolFile.read(file, variables).config(environment).withEnvironment(environment);
    }

    private static String required(String name, Map<String, String> variables) {
        String value = variables.get(name);
        if (value == null) {
            throw new ConfigurationException(
                    "expected the variable " + name + " in the environment, found none; set it, there is no default");
        }
        return value;
    }

    /** Connects as a user. */
    public PoolConfig withUser(String newUser, @Nullable String newPassword) {
        return with(draft -> {
            draft.user = newUser;
            draft.password = newPassword;
        });
    }

    /** Keeps between {@code minimumIdle} and {@code maximumSize} connections. */
    public PoolConfig withSize(int newMinimumIdle, int newMaximumSize) {
        return with(draft -> {
            draft.minimumIdle = newMinimumIdle;
            draft.maximumSize = newMaximumSize;
        });
    }

    /** Lets a caller wait for a connection as long as this, at least 250 ms. */
    public PoolConfig withConnectionTimeout(Duration timeout) {
        return with(draft -> draft.connectionTimeout = timeout);
    }

    /** Lets so many callers wait for a connection; one more fails at once, as {@code POOL_TIMEOUT}. Without, any number waits. */
    public PoolConfig withMaximumWaiters(int waiters) {
        return with(draft -> draft.maximumWaiters = waiters);
    }

    /** Closes a connection beyond the minimum after this time, at least 10 s. */
    public PoolConfig withIdleTimeout(Duration timeout) {
        return with(draft -> draft.idleTimeout = timeout);
    }

    /** Replaces a connection when it is so old, at least 30 s; it should be less than servers and networks allow. 30 min without. */
    public PoolConfig withLifetime(Duration lifetime) {
        return with(draft -> draft.lifetime = lifetime);
    }

    /** Logs, with its stack, who holds a connection longer than this, at least 2 s. */
    public PoolConfig withLeakDetection(Duration time) {
        return with(draft -> draft.leakDetection = time);
    }

    /** Gives the driver a property with each connection; what Rowan would set, and parameters of the URL aside, one of the same name wins. */
    public PoolConfig withDriverProperty(String name, String value) {
        return with(draft -> {
            Map<String, String> all = new TreeMap<>(draft.driverProperties);
            all.put(name, value);
            draft.driverProperties = Collections.unmodifiableMap(all);
        });
    }

    /** Lets {@link Database#connect(PoolConfig)} try again while the server cannot be reached; without, the first failure is thrown. */
    public PoolConfig withConnectRetry(ConnectRetry retry) {
        return with(draft -> draft.connectRetry = retry);
    }

    /** Tells a listener of what happens to the connections, instead of one that was given before. */
    public PoolConfig withListener(PoolListener listener) {
        return with(draft -> draft.events = new PoolEvents(listener));
    }

    /**
     * Encrypts connections. {@link Database#connect(PoolConfig)} refuses it, as a {@link ConfigurationException}, where the driver has no
     * encryption, or the URL or a property of the driver says something about it too. Without, the URL and the driver decide.
     */
    public PoolConfig withTls(Tls tls) {
        return with(draft -> draft.tls = tls);
    }

    /**
     * Lets the server work on a statement so long, a second or more, after which it fails as {@link
     * dev.rowan.error.QueryException.Kind#TIMEOUT}. {@link Database#limits} replaces it for a handle.
     *
     * @throws IllegalArgumentException if the time is under a second, which JDBC cannot tell
     */
    public PoolConfig withStatementTimeout(Duration timeout) {
        Limits.NONE.timeout(timeout);
        return with(draft -> draft.statementTimeout = timeout);
    }

    /**
     * Gives up a connection on which nothing has come for so long while an answer was due, for a network that swallows packets tells
     * nobody: the statement fails as {@link dev.rowan.error.QueryException.Kind#CONNECTION}, and the pool makes another. 10 minutes without,
     * or a minute more than {@link #withStatementTimeout}, should that be longer; {@link Duration#ZERO} waits for ever. It is set by the
     * driver's own property, in whole seconds at least, which wins if the URL or {@link #withDriverProperty} sets it; H2 and SQLite have
     * none. Statements for which a handle allows longer ({@link Database#limits}), and waits for locks, are cut by it too.
     *
     * @throws ConfigurationException if it is negative, under a second, or no longer than the statement timeout
     */
    public PoolConfig withSocketTimeout(Duration timeout) {
        if (!timeout.isZero() && timeout.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new ConfigurationException("expected a socketTimeout of at least a second, or zero for none, got "
                    + timeout + "; some drivers count in seconds");
        }
        return with(draft -> draft.socketTimeout = timeout);
    }

    /**
     * Starts without a connection, so that a program can start before its database. The first use connects, for up to the time of {@link
     * #withConnectionTimeout}; if it fails, as {@link dev.rowan.error.QueryException} of the same kinds, the next one tries again. The pool keeps
     * trying in the background. Without, {@link Database#connect(PoolConfig)} fails at once if the server is not there.
     *
     * @throws ConfigurationException if {@link #withConnectRetry} is set too
     */
    public PoolConfig withLazyStart() {
        return with(draft -> draft.lazy = true);
    }

    /**
     * Says what the database is for, as {@link #load(Path, String)} does: in {@code production}, in whatever case,
     * {@code LiveSchema.dropAndCreate} is refused.
     */
    public PoolConfig withEnvironment(String name) {
        return with(draft -> draft.environment = name);
    }

    @Nullable
    String environment() {
        return settings.environment;
    }

    /** The JDBC URL. */
    public String url() {
        return settings.url;
    }

    /** The user, or null if the URL names one, or none is needed. */
    public @Nullable String user() {
        return settings.user;
    }

    @Nullable
    String password() {
        return settings.password;
    }

    /** How many connections there are at most. */
    public int maximumSize() {
        return settings.maximumSize;
    }

    /** How many connections are kept open at least. */
    public int minimumIdle() {
        return settings.minimumIdle;
    }

    int maximumWaiters() {
        return settings.maximumWaiters;
    }

    Duration connectionTimeout() {
        return settings.connectionTimeout;
    }

    Duration idleTimeout() {
        return settings.idleTimeout;
    }

    Duration lifetime() {
        return settings.lifetime;
    }

    @Nullable
    Duration leakDetection() {
        return settings.leakDetection;
    }

    Map<String, String> driverProperties() {
        return settings.driverProperties;
    }

    ConnectRetry connectRetry() {
        return settings.connectRetry;
    }

    PoolEvents events() {
        return settings.events;
    }

    @Nullable
    Tls tls() {
        return settings.tls;
    }

    boolean isLazy() {
        return settings.lazy;
    }

    /** Zero for none. */
    Duration socketTimeout() {
        Duration statement = settings.statementTimeout;
        if (settings.socketTimeout != null) {
            return settings.socketTimeout;
        } else if (statement != null && statement.compareTo(USUAL_SOCKET_TIMEOUT) >= 0) {
            return statement.plusMinutes(1);
        }
        return USUAL_SOCKET_TIMEOUT;
    }

    /** Of the handle that connects. */
    Limits limits() {
        return Limits.NONE.timeout(settings.statementTimeout);
    }

    @Override
    public String toString() {
        return "PoolConfig[" + Dialects.withoutSecrets(url()) + ", user=" + user() + ", size=" + minimumIdle() + ".."
                + maximumSize() + "]";
    }
}
