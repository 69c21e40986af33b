package dev.rowan.execute;

import dev.rowan.error.QueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.render.Dialect;
import dev.rowan.render.DialectProvider;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The replicas of a database, looked at again and again by a thread of their own. Thread-safe. */
final class ReplicaSet implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final long UNKNOWN = Long.MAX_VALUE; // which no replica comes to

    private final StatementRunner runner;
    private final Connections primary;
    private final List<Replica> replicas;
    private final @Nullable String position; // asks a server how far it is; null if it does not tell
    private final @Nullable Duration longestLag;
    private final AtomicInteger turn = new AtomicInteger();
    private final Deque<Seen> seen = new ArrayDeque<>(); // of the primary; for the thread that looks
    private final ScheduledExecutorService looking;
    private volatile @Nullable Future<?> looks; // null until all is open
    private volatile long leastPosition; // that a replica must have come to, for the longest lag

    /** Where the primary was, and when. */
    private record Seen(long nanos, long position) {}

    private ReplicaSet(StatementRunner runner, Connections primary, List<Replica> replicas, Replicas options) {
        this.runner = runner;
        this.primary = primary;
        this.replicas = replicas;
        this.position = runner.dialect().replicationPosition();
        this.longestLag = options.longestLag();
        this.leastPosition = longestLag == null ? Long.MIN_VALUE : UNKNOWN;
        this.looking = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "rowan-replicas");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Opens the pools of the replicas, and looks at each once. */
    static ReplicaSet open(Replicas options, DialectProvider provider, StatementRunner runner, Connections primary) {
        Dialect dialect = runner.dialect();
        if (options.longestLag() != null && dialect.replicationPosition() == null) {
            throw new UnsupportedFeatureException(
                    "longest lag of a replica",
                    dialect.toString(),
                    "leave withLongestLag out, and onPrimary() read what must be fresh");
        }
        List<Replica> replicas = new ArrayList<>();
        ReplicaSet set = new ReplicaSet(runner, primary, replicas, options);
        try {
            for (PoolConfig config : options.pools()) {
                Pool pool = Pool.open(config, provider);
                Activity activity =
                        runner.activity().with(new Gate(config), config.events(), config.leakDetection() != null, pool);
                replicas.add(new Replica(
                        Dialects.withoutSecrets(config.url()),
                        new Connections(pool.dataSource(), pool, null),
                        activity));
            }
            set.look();
        } catch (RuntimeException | Error e) {
            set.close();
            throw e;
        }
        long nanos = options.interval().toNanos();
        set.looks = set.looking.scheduleWithFixedDelay(set::look, nanos, nanos, TimeUnit.NANOSECONDS);
        return set;
    }

    /**
     * Those that can be read from, each time another one first.
     *
     * @param needed the position that they must have come to
     */
    List<Replica> fit(long needed) {
        long least = Math.max(needed, leastPosition);
        int first = Math.floorMod(turn.getAndIncrement(), replicas.size());
        List<Replica> fit = new ArrayList<>(replicas.size());
        inTurn(first, replica -> replica.isFit(least), fit);
        if (fit.isEmpty()
                && position != null
                && needed > leastPosition) { // or each read would ask those that are far behind
            inTurn(first, replica -> replica.isUp() && hasCome(replica, least), fit);
        }
        return fit;
    }

    private void inTurn(int first, Predicate<Replica> wanted, List<Replica> found) {
        for (int i = 0; i < replicas.size(); i++) {
            Replica replica = replicas.get((first + i) % replicas.size());
            if (wanted.test(replica)) {
                found.add(replica);
            }
        }
    }

    /** Asks a replica that was behind when it was looked at. */
    private boolean hasCome(Replica replica, long needed) {
        look(replica);
        return replica.isFit(needed);
    }

    /** Where the primary is; what no replica comes to if it does not tell. */
    long position() {
        if (position == null) {
            return UNKNOWN;
        }
        try (Lease lease = primary.lease(runner)) {
            return number(lease.connection(), position);
        }
    }

    private long number(Connection connection, String query) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw runner.failure(query, e);
        }
    }

    private void look() {
        if (longestLag != null) {
            lookAtPrimary(longestLag.toNanos());
        }
        replicas.forEach(this::look);
    }

    private void lookAtPrimary(long lag) {
        try {
            Seen now = new Seen(System.nanoTime(), position());
            seen.addLast(now);
            if (leastPosition == UNKNOWN) {
                leastPosition = now.position(); // as long as nobody knows where it was so long ago
            }
        } catch (RuntimeException e) {
            LOG.debug("the primary does not tell how far it is", e);
        }
        while (!seen.isEmpty() && System.nanoTime() - seen.getFirst().nanos() >= lag) {
            leastPosition = seen.removeFirst().position();
        }
    }

    private void look(Replica replica) {
        try (Lease lease = replica.lease(runner)) {
            replica.answered(position == null ? 0 : number(lease.connection(), position));
        } catch (QueryException e) {
            if (!looking.isShutdown()) {
                replica.notAnswered(e);
            }
        }
    }

    private void stopLooking() {
        Future<?> begun = looks;
        if (begun != null) {
            begun.cancel(true);
        }
        looking.shutdownNow();
    }

    /** Lets what runs end, for so long. */
    void close(Duration grace) {
        long end = System.nanoTime() + grace.toNanos();
        stopLooking();
        replicas.forEach(Replica::refuseMore);
        for (Replica replica : replicas) {
            replica.close(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
    }

    @Override
    public void close() {
        stopLooking();
        replicas.forEach(Replica::close);
    }
}
