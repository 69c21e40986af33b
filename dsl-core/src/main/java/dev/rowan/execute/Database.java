package dev.rowan.execute;

import dev.rowan.error.QueryException;
import dev.rowan.expression.Setting;
import dev.rowan.render.Dialect;
import dev.rowan.render.DialectProvider;
import dev.rowan.render.Feature;
import dev.rowan.schema.RecordCheck;
import dev.rowan.schema.Table;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
    private static final TransactionOptions AGAIN =
            TransactionOptions.DEFAULT.withRetry(Retry.onConflict(20)); // of work that a deadlock undid

    private final Connections connections;
    private final boolean ambient;
    private final @Nullable Reads reads; // null if there are no replicas

    private Database(StatementRunner runner, Connections connections, boolean ambient, @Nullable Reads reads) {
        super(runner);
        this.connections = connections;
        this.ambient = ambient;
        this.reads = reads;
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
     * Connects to a database through a pool of connections, and tries again if {@link PoolConfig#withConnectRetry} says so. With {@link
     * PoolConfig#withLazyStart()} nothing is connected yet, and the first use fails where this would.
     *
     * @throws dev.rowan.error.ConfigurationException if no dialect on the class path or module path accepts the URL
     * @throws dev.rowan.error.QueryException if no connection can be made
     */
    public static Database connect(PoolConfig config) {
        DialectProvider provider = Dialects.requireProvider(config.url());
        return config.connectRetry().run(() -> connect(config, provider));
    }

    /**
     * Connects to the primary of a database and to copies of it, which are read instead of it; see {@link Replicas}.
     *
     * @throws dev.rowan.error.ConfigurationException if no dialect on the class path or module path accepts the URL
     * @throws dev.rowan.error.UnsupportedFeatureException if there is a longest lag, and the server does not tell how far it is
     * @throws dev.rowan.error.QueryException if no connection to the primary can be made
     */
    public static Database connect(PoolConfig primary, Replicas replicas) {
        Database db = connect(primary);
        try {
            ReplicaSet opened =
                    ReplicaSet.open(replicas, Dialects.requireProvider(primary.url()), db.runner(), db.connections);
            return new Database(db.runner(), db.connections, false, new Reads(opened, null, false));
        } catch (RuntimeException | Error e) {
            db.close();
            throw e;
        }
    }

    private static Database connect(PoolConfig config, DialectProvider provider) {
        Pool pool = Pool.open(config, provider);
        try {
            Activity activity = new Activity(new Gate(config), config.events(), config.leakDetection() != null, pool);
            Connections connections = new Connections(pool.dataSource(), pool, config.environment());
            KnownDialect dialect = config.isLazy()
                    ? KnownDialect.ofFirstUse(provider, connections, activity)
                    : KnownDialect.of(Dialects.of(pool.dataSource()));
            return new Database(new StatementRunner(dialect, activity), connections, false, null)
                    .limits(config.limits());
        } catch (RuntimeException | Error e) {
            pool.close();
            throw e;
        }
    }

    /**
     * Uses connections of a data source, which remains the caller's to close. It must lend them in auto-commit mode, but where
     * somebody else has begun a transaction, as Spring does behind its {@code TransactionAwareDataSourceProxy}: statements are then
     * a part of that one, and what ends it commits them or rolls them back.
     *
     * @throws dev.rowan.error.ConfigurationException if no dialect on the class path or module path accepts its URL
     */
    public static Database of(DataSource dataSource) {
        return of(dataSource, Dialects.of(dataSource));
    }

    /**
     * Uses connections of a data source, as {@link #of(DataSource)} does, in the given dialect. It asks for no connection, so the mode in
     * which they come, and what the server is, are the caller's to know.
     */
    public static Database of(DataSource dataSource, Dialect dialect) {
        return of(dataSource, dialect, new Activity(null));
    }

    /**
     * Uses connections of a data source, as {@link #of(DataSource)} does. Where that has begun a transaction, {@code tx.afterCommit} and
     * {@link TableListener#afterCommit} wait for its commit.
     *
     * @throws dev.rowan.error.ConfigurationException if no dialect on the class path or module path accepts its URL
     */
    public static Database of(DataSource dataSource, OuterTransaction outer) {
        return of(dataSource, Dialects.of(dataSource), new Activity(outer));
    }

    private static Database of(DataSource dataSource, Dialect dialect, Activity activity) {
        return new Database(
                new StatementRunner(KnownDialect.of(dialect), activity),
                new Connections(dataSource, null, null),
                false,
                null);
    }

    private Database with(StatementRunner runner) {
        return new Database(runner, connections, ambient, reads);
    }

    private Database reading(UnaryOperator<Reads> change) {
        return new Database(runner(), connections, ambient, reads == null ? null : change.apply(reads));
    }

    /** The same database, which reads nothing from a {@linkplain Replicas replica}; the pool is shared. */
    public Database onPrimary() {
        return reading(Reads::onlyOnPrimary);
    }

    /**
     * The same database, as a scope in which each read sees what was written before through this handle, and through handles that were made of
     * it, by any thread: for a request, or a user's session. After a write the primary is asked once how far it is, and only {@linkplain
     * Replicas replicas} that have come as far are read; where the server does not tell, only the primary. The pool is shared.
     */
    public Database readYourWrites() {
        return reading(Reads::withScope);
    }

    /** The same database, telling one more listener of every statement; the pool is shared. */
    public Database withListener(StatementListener listener) {
        return with(runner().with(listener));
    }

    /**
     * The same database, in which tables that name no schema are those of the given one; the pool is shared, and no connection
     * is changed.
     */
    public Database withSchema(String schema) {
        return with(runner().inSchema(schema));
    }

    /**
     * The same database, whose statements say in a comment at their end where they come from, in the format of sqlcommenter; the pool is
     * shared:
     *
     * <pre>
     * db.tagged("route", "orders.list").fetch(orders)   // select … /*route='orders.list'*&#47;
     * </pre>
     *
     * The same statement with the same tags is the same text each time, so that driver and server know it again. Hence tags are what the
     * program knows when it is written, and no values of requests. A transaction has the tags of the handle that begins it, and so has a
     * part of it.
     *
     * @param key of small letters, digits, dots and underscores
     * @param value any text of at most 200 characters; it is encoded as in URLs, so it cannot end the comment
     * @throws IllegalArgumentException if the key or the value is none, or the key is one of a single request ({@code traceparent}, {@code
     *     tracestate})
     * @throws IllegalStateException if handles of this database have asked for a thousand different combinations of tags
     */
    public Database tagged(String key, String value) {
        return with(runner().with(connections.tags().with(runner().comment(), key, value)));
    }

    /** The same database, in which no statement may cost more than the limits; the pool is shared. */
    public Database limits(Limits limits) {
        return with(runner().with(limits));
    }

    /** The same database, in which what is done can be cancelled from another thread; the pool is shared. */
    public Database withCancellation(Cancellation cancellation) {
        return with(runner().with(cancellation));
    }

    /**
     * The same database, whose statements join the transaction in which the thread is, if it is in one of this database: for code that
     * is handed no {@code tx}.
     *
     * <pre>{@code
     * Database db = Database.connect(url).ambient();
     * db.transaction(tx -> orders.save(order));     // whose db.execute(…) joins the transaction
     * }</pre>
     *
     * Other threads do not inherit it, nor do other databases. A transaction within the transaction is a {@linkplain
     * Transaction#transaction nested} one.
     */
    public Database ambient() {
        return new Database(runner(), connections, true, reads);
    }

    /** The transaction to join, or null if there is none. */
    private @Nullable Transaction joined() {
        Transaction transaction = ambient ? connections.current().get() : null;
        if (transaction == null) {
            connections.current().requireNone();
        }
        return transaction;
    }

    /**
     * The same database, in which a setting has a value; the pool is shared:
     *
     * <pre>{@code
     * db.with(TENANT, 7L).fetch(select().from(ORDER))   // … where tenant_id = ?
     * }</pre>
     *
     * @throws IllegalArgumentException if the value is null
     */
    public <T> Database with(Setting<T> setting, T value) {
        return with(runner().writes().with(setting, value));
    }

    /** The same database, whose automatic columns take the time from a clock; the pool is shared. */
    public Database withClock(Clock clock) {
        return with(runner().writes().with(clock));
    }

    /** The same database, telling one more listener of what is written to a table; the pool is shared. */
    public <R> Database withListener(Table<R> table, TableListener<R> listener) {
        return with(runner().writes().with(table, listener));
    }

    /**
     * The same database, which checks the records that are written by one more check, beside the rules of the columns: those of {@code
     * row}, {@code rows}, {@code insertAll}, {@code insertGraph}, and upserts of these. What both find is one {@link
     * dev.rowan.error.ValidationException}, before anything is sent. The pool is shared.
     */
    public Database withRecordCheck(RecordCheck check) {
        return with(runner().writes().with(check));
    }

    private Database with(Writes writes) {
        return with(runner().with(writes));
    }

    @Override
    boolean isWithinTransaction() {
        return joined() != null;
    }

    @Override
    <T extends @Nullable Object> T withConnection(Work<T> work) {
        Transaction joined = joined();
        if (joined != null) {
            return joined.withConnection(work);
        }
        try {
            return onPrimary(work);
        } finally {
            written();
        }
    }

    private <T extends @Nullable Object> T onPrimary(Work<T> work) {
        dialect(); // or a failure could not be told for what it is
        try (Lease lease = connections.lease(runner())) {
            return work.run(lease.connection());
        }
    }

    /** Notes that something may have been committed. */
    private void written() {
        if (reads != null) {
            reads.written();
        }
    }

    /** What notes that a transaction has ended. */
    private Runnable written(TransactionOptions options) {
        return options.isReadOnly() ? () -> {} : this::written;
    }

    @Override
    <T extends @Nullable Object> T reading(boolean anywhere, Work<T> work) {
        if (reads == null || !anywhere) {
            return withConnection(work); // what only the primary can run may write
        }
        Transaction joined = joined();
        return joined != null
                ? joined.withConnection(work)
                : somewhere(lender -> {
                    try (Lease lease = lender.lease(runner())) {
                        return work.run(lease.connection());
                    }
                });
    }

    /** Asks a replica, the next if that one fails for no fault of what it was asked, and at last the primary. */
    private <T extends @Nullable Object> T somewhere(Function<? super Lender, T> asked) {
        for (Replica replica : reads == null ? List.<Replica>of() : reads.fit()) {
            try {
                return asked.apply(replica);
            } catch (QueryException e) {
                replica.passOver(e);
            }
        }
        return asked.apply(connections);
    }

    /** Begins a transaction, on a replica if it only reads. */
    private Lease begun(TransactionOptions options, @Nullable Deadline deadline) {
        return options.isReadOnly() && options.isolation() != Isolation.SERIALIZABLE // which a copy may not know
                ? somewhere(lender -> lender.transactional(runner(), options, deadline))
                : connections.transactional(runner(), options, deadline);
    }

    @Override
    <T extends @Nullable Object> T withTransaction(Work<T> work, @Nullable Consumer<? super T> committed) {
        Transaction joined = joined();
        return joined != null
                ? joined.withTransaction(work, committed)
                : transaction(tx -> tx.withTransaction(work, committed));
    }

    @Override
    <T> T atomically(Work<T> work, @Nullable Consumer<? super T> committed) {
        dialect().require(Feature.WRITE_IN_TRANSACTION);
        Transaction joined = joined();
        return joined != null
                ? joined.atomically(work, committed)
                : transaction(AGAIN, tx -> tx.withTransaction(work, committed));
    }

    @Override
    <R extends @Nullable Object> RowStream<R> open(StreamPlan<R> plan) {
        Transaction joined = joined();
        if (joined != null) {
            return joined.open(plan);
        }
        return plan.needsPrimary() ? open(plan, connections) : somewhere(lender -> open(plan, lender));
    }

    private <R extends @Nullable Object> RowStream<R> open(StreamPlan<R> plan, Lender lender) {
        Lease lease = plan.needsTransaction()
                ? lender.transactional(runner(), TransactionOptions.DEFAULT, null)
                : lender.lease(runner());
        try {
            return new RowStream<>(new OpenStream<>(plan.open(lease.connection()), lease, connections.streams()));
        } catch (RuntimeException | Error e) {
            try (lease) {
                lease.rollback();
            } catch (RuntimeException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /**
     * Runs a function in a transaction, which is committed when it returns and rolled back when it throws; what it threw is
     * thrown on.
     *
     * @throws IllegalStateException if this thread is in a transaction of the same database; use {@code tx.transaction(…)}
     */
    public <T extends @Nullable Object, X extends Exception> T transaction(TransactionBody<T, X> body) throws X {
        return transaction(TransactionOptions.DEFAULT, body);
    }

    /**
     * Runs a function in a transaction of the given kind: {@code db.transaction(TransactionOptions.DEFAULT
     * .withIsolation(Isolation.SERIALIZABLE).withRetry(Retry.onConflict(5)), tx -> …)}. With a {@link Retry} the function runs once
     * more in a new transaction when the database has undone the one before for a conflict with others. The connection goes back
     * with the isolation and mode that it came with.
     *
     * @throws dev.rowan.error.UnsupportedFeatureException if the database lacks what is asked for
     * @throws IllegalStateException if this thread is in a transaction of the same database; use {@code tx.transaction(…)}
     */
    public <T extends @Nullable Object, X extends Exception> T transaction(
            TransactionOptions options, TransactionBody<T, X> body) throws X {
        Transaction joined = joined();
        if (joined != null) {
            requireDefault(options);
            requireSameHandle(joined);
            return joined.transaction(body);
        }
        options.require(dialect());
        Deadline deadline = Deadline.of(options);
        return new Attempts(
                        runner(),
                        () -> begun(options, deadline),
                        connections.current(),
                        options,
                        deadline,
                        written(options))
                .run(body);
    }

    private void requireSameHandle(Transaction joined) {
        if (!joined.runner().isLike(runner())) {
            throw new IllegalStateException(
                    "expected a transaction within another to be of a handle with the same settings, schema and listeners,"
                            + " got one of another; begin it through the handle of the outer one, or end that first");
        }
    }

    private static void requireDefault(TransactionOptions options) {
        if (options != TransactionOptions.DEFAULT) {
            throw new IllegalStateException(
                    "expected a transaction within another to have no options of its own, got some; give"
                            + " them to the outermost one");
        }
    }

    /**
     * As {@link #transaction(TransactionBody)}, for what has no result: {@code db.useTransaction(tx -> { tx.execute(…); tx.execute(…); })}.
     */
    public <X extends Exception> void useTransaction(TransactionWork<X> work) throws X {
        useTransaction(TransactionOptions.DEFAULT, work);
    }

    /** As {@link #transaction(TransactionOptions, TransactionBody)}, for what has no result. */
    public <X extends Exception> void useTransaction(TransactionOptions options, TransactionWork<X> work) throws X {
        this.<Transaction, X>transaction(options, tx -> {
            work.run(tx);
            return tx;
        });
    }

    /**
     * Begins a transaction that no function holds, in this thread, which must end it too:
     *
     * <pre>{@code
     * try (Transaction tx = db.begin()) {
     *     …
     *     tx.commit();                              // or it is rolled back
     * }
     * }</pre>
     *
     * @return the open transaction, which is the caller's to close
     * @throws IllegalStateException if this thread is in a transaction of the same database
     */
    public Transaction begin() {
        return begin(TransactionOptions.DEFAULT);
    }

    /**
     * Begins a transaction of the given kind that no function holds, as {@link #begin()} does.
     *
     * @throws IllegalArgumentException if it should be tried again: nobody can but the caller
     * @throws IllegalStateException if this thread is in a transaction of the same database
     */
    public Transaction begin(TransactionOptions options) {
        connections.current().requireNone();
        if (options.saysRetry()) {
            throw new IllegalArgumentException(
                    "expected options without a retry, for there is no function to run again, got some with; use"
                            + " db.transaction(options, tx -> …)");
        }
        options.require(dialect());
        Deadline deadline = Deadline.of(options);
        Transaction transaction = new Transaction(
                runner(), begun(options, deadline), options, deadline, connections.current(), written(options));
        connections.current().enter(transaction);
        return transaction;
    }

    /**
     * Lends one connection for statements that must run on the same one, but not in one transaction: definitions, and what a lock of the
     * connection protects. It goes back when the function returns or throws.
     *
     * @throws IllegalStateException if this thread is in a transaction of the same database, or the data source lends a connection on
     *     which somebody else has begun one
     */
    public <T extends @Nullable Object> T session(Function<? super Session, T> work) {
        connections.current().requireNone();
        try (Lease lease = connections.lease(runner())) {
            lease.requireAutoCommit();
            Session session = new Session(runner(), lease.connection());
            try {
                return work.apply(session);
            } finally {
                session.close();
                written();
            }
        }
    }

    /**
     * Closes the streams that are still open, with a warning for each, and the pool that {@code connect} opened; a data source of the
     * caller's stays open.
     */
    @Override
    public void close() {
        closeReplicas();
        connections.close(runner().activity());
    }

    /**
     * Closes the database when what runs has ended: new statements and transactions fail at once as {@link
     * dev.rowan.error.QueryException.Kind#CLOSED}, those under way go on for the time of grace, and are then cancelled, which they
     * fail with. Closes what {@link #close()} does, and may be called again.
     */
    public void close(Duration grace) {
        long end = System.nanoTime() + grace.toNanos();
        runner().activity().gate().close();
        if (reads != null) {
            reads.replicas().close(grace);
        }
        connections.close(runner().activity(), Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }

    private void closeReplicas() {
        if (reads != null) {
            reads.replicas().close();
        }
    }

    /**
     * Has the JVM, when it is told to end ({@code SIGTERM}, {@code SIGINT}, {@code System.exit}), close this database as {@link
     * #close(Duration)} does, before it ends: {@code Database db = Database.connect(config).closeOnShutdown(Duration.ofSeconds(20))}.
     * The exit status remains that of the JVM: 143 after {@code SIGTERM}. Databases of one program close side by side. The grace should be
     * less than the time after which the platform kills the program.
     *
     * @return this database
     * @throws IllegalStateException if the JVM is ending already
     */
    public Database closeOnShutdown(Duration grace) {
        connections.closeOnShutdown(() -> close(grace));
        return this;
    }

    /** What {@link PoolConfig#withEnvironment} or {@link PoolConfig#load(java.nio.file.Path, String)} said that it is for; empty if none did. */
    public Optional<String> environment() {
        return Optional.ofNullable(connections.environment());
    }

    /** How busy the pool is that {@code connect} opened; empty for a data source of the caller's. */
    public Optional<PoolStatistics> poolStatistics() {
        return connections.statistics();
    }

    /** Asks the server for an answer, for at most five seconds beside the time that a connection needs. */
    public void ping() {
        ping(Duration.ofSeconds(5));
    }

    /**
     * Asks the server for an answer.
     *
     * @param timeout how long to wait for it, in whole seconds, beside the time that a connection needs
     * @throws dev.rowan.error.QueryException if there is none; its kind says why: {@code AUTHENTICATION}, {@code UNKNOWN_HOST}, {@code
     *     UNKNOWN_DATABASE}, {@code CONNECTION}, {@code POOL_TIMEOUT}
     */
    public void ping(Duration timeout) {
        int seconds = (int) Math.max(1, Math.min(timeout.toSeconds(), Integer.MAX_VALUE));
        withConnection(connection -> {
            try {
                if (connection.isValid(seconds)) {
                    return true;
                }
                throw new QueryException(
                        QueryException.Kind.CONNECTION, "expected an answer within " + timeout + ", got none", null);
            } catch (SQLException e) {
                throw runner().failure(null, e);
            }
        });
    }
}
