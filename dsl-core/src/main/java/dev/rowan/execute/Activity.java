package dev.rowan.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes on in a database, told to all of its handles. Thread-safe. */
final class Activity {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final int HOLDERS = 20; // shown

    private final Map<Connection, Deadline> deadlines;
    private final RunningStatements running;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();
    private final Gate gate;
    private final PoolEvents events;
    private final boolean traced;
    private final @Nullable Pool pool;
    private final @Nullable OuterTransaction outer;

    /**
     * Of a database with a pool of its own.
     *
     * @param traced whether it is noted where connections are borrowed
     */
    Activity(Gate gate, PoolEvents events, boolean traced, Pool pool) {
        this(new ConcurrentHashMap<>(), new RunningStatements(), gate, events, traced, pool, null);
    }

    /**
     * Of a database whose connections come from a data source of the caller's.
     *
     * @param outer null if nobody tells when transactions that the data source has begun are committed
     */
    Activity(@Nullable OuterTransaction outer) {
        this(new ConcurrentHashMap<>(), new RunningStatements(), new Gate(null), PoolEvents.NONE, false, null, outer);
    }

    private Activity(
            Map<Connection, Deadline> deadlines,
            RunningStatements running,
            Gate gate,
            PoolEvents events,
            boolean traced,
            @Nullable Pool pool,
            @Nullable OuterTransaction outer) {
        this.deadlines = deadlines;
        this.running = running;
        this.gate = gate;
        this.events = events;
        this.traced = traced;
        this.pool = pool;
        this.outer = outer;
    }

    /** What goes on with another pool of the same database. */
    Activity with(Gate otherGate, PoolEvents otherEvents, boolean isTraced, Pool otherPool) {
        return new Activity(deadlines, running, otherGate, otherEvents, isTraced, otherPool, null);
    }

    /** Who commits transactions that the data source has begun, or null if nobody tells. */
    @Nullable
    OuterTransaction outer() {
        return outer;
    }

    boolean isTraced() {
        return traced;
    }

    void begin(Lease lease) {
        if (traced) {
            held.add(lease);
        }
    }

    void end(Lease lease) {
        if (traced) {
            held.remove(lease);
        }
    }

    /** How busy the pool is, or null for a data source of the caller's. */
    @Nullable
    PoolStatistics statistics() {
        return pool == null ? null : pool.statistics();
    }

    /** How busy the pool is, and, if that is noted, who holds its connections; empty for a data source of the caller's. */
    String busyness() {
        PoolStatistics now = statistics();
        if (now == null) {
            return "";
        }
        String numbers = ", " + now.active() + " active, " + now.idle() + " idle, " + now.waiting() + " waiting";
        if (!traced) {
            return numbers + "; withLeakDetection tells where they are held";
        }
        List<String> holders = held.stream()
                .sorted(Comparator.comparingLong(Lease::age).reversed())
                .limit(HOLDERS)
                .map(Lease::toString)
                .toList();
        return numbers + (holders.isEmpty() ? "" : "; held by " + String.join(", ", holders));
    }

    PoolEvents events() {
        return events;
    }

    Gate gate() {
        return gate;
    }

    /** Gives what is done on a connection so much time. */
    void limit(Connection connection, Deadline deadline) {
        deadlines.put(connection, deadline);
    }

    void unlimit(Connection connection) {
        if (!deadlines.isEmpty()) {
            deadlines.remove(connection);
        }
    }

    @Nullable
    Deadline deadline(Connection connection) {
        return deadlines.isEmpty() ? null : deadlines.get(connection);
    }

    void begin(Statement statement) {
        running.add(statement);
    }

    void end(Statement statement) {
        running.remove(statement);
    }

    /** Has the servers stop what they are at. */
    void cancel() {
        running.forEach(statement -> {
            try {
                statement.cancel();
            } catch (SQLException e) {
                LOG.debug("could not cancel a statement, whose connection is closed instead", e);
            }
        });
    }
}
