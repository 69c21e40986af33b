package dev.rowan.execute;

import dev.rowan.error.QueryException;
import dev.rowan.render.Dialect;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database. Thread-safe; one handle serves a whole program. Close it if {@code connect} opened its pool.
 *
 * <pre>{@code
 * try (Database db = Database.connect("jdbc:postgresql://localhost/shop", "shop", password)) {
 *     List<Order> orders = db.fetch(select().from(ORDER).where(ORDER.USER_ID.eq(42)).include(ORDER.LINE_ITEMS));
 * }
 * }</pre>
 */
public final class Database extends SqlExecutor implements AutoCloseable {
    private final DataSource dataSource;
    private final @Nullable Pool pool;
    private final ThreadLocal<Boolean> inTransaction;

    private final Set<OpenStream<?>> streams;

    private Database(
            StatementRunner runner,
            DataSource dataSource,
            @Nullable Pool pool,
            ThreadLocal<Boolean> inTransaction,
            Set<OpenStream<?>> streams) {
        super(runner);
        this.streams = streams;
        this.dataSource = dataSource;
        this.pool = pool;
        this.inTransaction = inTransaction;
    }

    /** Connects to the database of a JDBC URL, with a pool of the usual size. */
    public static Database connect(String url) {
        return connect(PoolConfig.of(url));
    }

    /** Connects to the database of a JDBC URL as a user, with a pool of the usual size. */
    public static Database connect(String url, String user, String password) {
        return connect(PoolConfig.of(url).withUser(user, password));
    }

    /**
     * Connects to a database through a pool of connections.
     *
     * @throws dev.rowan.error.ConfigurationException if no dialect on the class path or module path accepts the URL
     * @throws dev.rowan.error.QueryException if no connection can be made
     */
    public static Database connect(PoolConfig config) {
        Pool pool = Pool.open(config, Dialects.requireProvider(config.url()).driverProperties());
        try {
            return of(pool.dataSource(), Dialects.of(pool.dataSource()), pool);
        } catch (RuntimeException | Error e) {
            pool.close();
            throw e;
        }
    }

    /**
     * Uses connections of a data source, which remains the caller's to close. It must lend them in auto-commit mode.
     *
     * @throws dev.rowan.error.ConfigurationException if no dialect on the class path or module path accepts its URL
     */
    public static Database of(DataSource dataSource) {
        return of(dataSource, Dialects.of(dataSource), null);
    }

    /**
     * Uses connections of a data source, which remains the caller's to close, in the given dialect. It must lend them in
     * auto-commit mode.
     */
    public static Database of(DataSource dataSource, Dialect dialect) {
        return of(dataSource, dialect, null);
    }

    private static Database of(DataSource dataSource, Dialect dialect, @Nullable Pool pool) {
        return new Database(
                new StatementRunner(dialect), dataSource, pool, new ThreadLocal<>(), ConcurrentHashMap.newKeySet());
    }

    /** The same database, telling one more listener of every statement; the pool is shared. */
    public Database withListener(StatementListener listener) {
        return new Database(runner().with(listener), dataSource, pool, inTransaction, streams);
    }

    /**
     * The same database, in which tables that name no schema are those of the given one; the pool is shared, and no connection
     * is changed.
     */
    public Database withSchema(String schema) {
        return new Database(runner().inSchema(schema), dataSource, pool, inTransaction, streams);
    }

    /** The same database, in which no statement may cost more than the limits; the pool is shared. */
    public Database limits(Limits limits) {
        return new Database(runner().with(limits), dataSource, pool, inTransaction, streams);
    }

    @Override
    <T extends @Nullable Object> T withConnection(Work<T> work) {
        requireNoTransaction();
        try (Lease lease = lease(false)) {
            return work.run(lease.connection());
        }
    }

    @Override
    <T extends @Nullable Object> T withTransaction(Work<T> work) {
        return transaction(tx -> tx.withConnection(work));
    }

    @Override
    <R> RowStream<R> open(StreamPlan<R> plan) {
        requireNoTransaction();
        Lease lease = lease(plan.needsTransaction());
        try {
            return new RowStream<>(new OpenStream<>(plan.open(lease.connection()), lease, streams));
        } catch (RuntimeException | Error e) {
            try (lease) {
                lease.rollback();
            } catch (RuntimeException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /** Borrows a connection; should there be none, open streams may be why. */
    private Lease lease(boolean transactional) {
        try {
            return transactional ? Lease.transactional(dataSource, runner()) : Lease.of(dataSource, runner());
        } catch (QueryException e) {
            for (OpenStream<?> stream : streams) {
                e.addSuppressed(
                        new IllegalStateException("expected streams to be closed, got the one that was opened at "
                                + stream.site() + " still open; it holds a connection"));
            }
            throw e;
        }
    }

    private void requireNoTransaction() {
        if (inTransaction.get() != null) {
            throw new IllegalStateException(
                    "expected statements within a transaction to go through it, got one through the"
                            + " database itself, which would run outside of the transaction; use the tx that the function is given");
        }
    }

    /**
     * Runs a function in a transaction, which is committed when it returns and rolled back when it throws; what it threw is
     * thrown on.
     *
     * @throws IllegalStateException if this thread is in a transaction of the same database; use {@code tx.transaction(…)}
     */
    public <T, X extends Exception> T transaction(TransactionBody<T, X> body) throws X {
        requireNoTransaction();
        try (Lease lease = lease(true)) {
            inTransaction.set(true);
            return new Transaction(runner(), lease).runToEnd(body);
        } finally {
            inTransaction.remove();
        }
    }

    /**
     * Closes the streams that are still open, with a warning for each, and the pool that {@code connect} opened; a data source of the
     * caller's stays open.
     */
    @Override
    public void close() {
        try {
            streams.forEach(OpenStream::closeLeftOpen);
        } finally {
            if (pool != null) {
                pool.close();
            }
        }
    }
}
