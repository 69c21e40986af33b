package dev.rowan.execute;

import dev.rowan.error.QueryException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where the connections of a database come from, and who holds them; shared by all of its handles. Thread-safe. */
final class Connections implements Lender {
    private static final Duration STEP = Duration.ofMillis(100);

    private final DataSource dataSource;
    private final @Nullable Pool pool; // null if the data source is the caller's
    private final @Nullable String environment; // what it is for, if that was said
    private final CurrentTransaction current = new CurrentTransaction();
    private final Tags tags = new Tags();
    private final Set<OpenStream<?>> streams = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Thread> hook = new AtomicReference<>(); // closes this when the JVM ends

    Connections(DataSource dataSource, @Nullable Pool pool, @Nullable String environment) {
        this.dataSource = dataSource;
        this.pool = pool;
        this.environment = environment;
    }

    @Nullable
    String environment() {
        return environment;
    }

    CurrentTransaction current() {
        return current;
    }

    Tags tags() {
        return tags;
    }

    Set<OpenStream<?>> streams() {
        return streams;
    }

    @Override
    public Lease lease(StatementRunner runner) {
        try {
            return Lease.of(dataSource, runner);
        } catch (QueryException e) {
            throw withOpenStreams(e);
        }
    }

    @Override
    public Lease transactional(StatementRunner runner, TransactionOptions options, @Nullable Deadline deadline) {
        try {
            return Lease.transactional(dataSource, runner, options, deadline);
        } catch (QueryException e) {
            throw withOpenStreams(e);
        }
    }

    /** Should there be no connection, others that hold them are why, open streams among them. */
    private QueryException withOpenStreams(QueryException failure) {
        for (OpenStream<?> stream : streams) {
            failure.addSuppressed(
                    new IllegalStateException("expected streams to be closed, got the one that was opened at "
                            + stream.site() + " still open; it holds a connection"));
        }
        return failure;
    }

    Optional<PoolStatistics> statistics() {
        return Optional.ofNullable(pool).map(Pool::statistics);
    }

    void closeOnShutdown(Runnable close) {
        Thread added = new Thread(close, "rowan-close-on-shutdown");
        Runtime.getRuntime().addShutdownHook(added);
        removeHook(hook.getAndSet(added));
    }

    /** Or the runtime would hold on to a database that is closed. */
    private static void removeHook(@Nullable Thread hook) {
        if (hook != null && hook != Thread.currentThread()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                return; // the JVM ends, and the hook finds that there is nothing to do
            }
        }
    }

    /** Lets what runs end, for so long. */
    void close(Activity activity, Duration grace) {
        activity.gate().close();
        boolean empty = activity.gate().isEmptyWithin(grace);
        for (int tries = 0; !empty && tries < 20; tries++) { // for one may just have been about to begin
            activity.cancel();
            empty = activity.gate().isEmptyWithin(STEP);
        }
        close(activity);
    }

    void close(Activity activity) {
        removeHook(hook.getAndSet(null));
        if (pool != null) {
            activity.gate().close();
        }
        try {
            streams.forEach(OpenStream::closeLeftOpen);
        } finally {
            if (pool != null) {
                pool.close();
            }
        }
    }
}
