package dev.rowan.execute;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies of a database that follow its primary, and are read instead of it. Immutable.
 *
 * <pre>{@code
 * Database db = Database.connect(primary, Replicas.of(first, second).withLongestLag(Duration.ofSeconds(5)));
 * db.fetch(select().from(ORDER));                       // one of the replicas
 * db.execute(insertInto(ORDER).row(order));             // the primary
 * Database mine = db.readYourWrites();                  // sees what it wrote itself, wherever it reads
 * }</pre>
 *
 * What goes to a replica is each query that only reads, and each transaction {@linkplain TransactionOptions#withReadOnly() that is read
 * only}. What goes to the primary is everything else: writes, definitions, queries that lock rows, SQL by hand, whatever it does, {@code
 * withJdbc}, sessions, and all that is within any other transaction. A query that calls a function which writes fails on a replica; send it
 * {@linkplain Database#onPrimary() to the primary}.
 *
 * <p>A replica that is down, does not answer or lends no connection in time is left out, and what it was asked is asked of the next, and
 * at last of the primary, so that a query outside of a transaction does not fail for it. A stream that has begun, and a read-only transaction,
 * cannot go on elsewhere. Each replica is looked at every second, and comes back when it answers.
 */
public final class Replicas {
    private final List<PoolConfig> pools;
    private final @Nullable Duration longestLag;
    private final Duration patience;
    private final Duration interval;

    private Replicas(List<PoolConfig> pools, @Nullable Duration longestLag, Duration patience, Duration interval) {
        this.pools = List.copyOf(pools);
        this.longestLag = longestLag;
        this.patience = patience;
        this.interval = interval;
    }

    /** Replicas by their pools. They are connected to when they are first needed, and need not be there yet. */
    public static Replicas of(PoolConfig first, PoolConfig... more) {
        List<PoolConfig> pools = new ArrayList<>(List.of(more));
        pools.add(0, first);
        return new Replicas(pools, null, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    /**
     * The same, of which those are left out that do not know yet what the primary had committed so long ago. Without, a replica may be
     * behind by any time.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Replicas withLongestLag(Duration lag) {
        return new Replicas(pools, positive(lag), patience, interval);
    }

    /**
     * The same, of which one that lends no connection for so long is passed over; one second unless said otherwise. It stands in for {@link
     * PoolConfig#withConnectionTimeout} of the replicas.
     *
     * @throws IllegalArgumentException if it is less than 250 milliseconds
     */
    public Replicas withPatience(Duration longestWait) {
        if (longestWait.toMillis() < 250) {
            throw new IllegalArgumentException(
                    "expected to wait for a connection of a replica for 250 ms at least, got " + longestWait
                            + "; the pool waits no less");
        }
        return new Replicas(pools, longestLag, longestWait, interval);
    }

    /**
     * The same, looked at in another interval than each second: whether they are there, and how far they have come.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Replicas withCheckEvery(Duration newInterval) {
        return new Replicas(pools, longestLag, patience, positive(newInterval));
    }

    private static Duration positive(Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("expected a time of more than nothing, got " + time);
        }
        return time;
    }

    /** As they are opened: without waiting for a server, and with as little patience for each connection. */
    List<PoolConfig> pools() {
        return pools.stream()
                .map(pool -> pool.withLazyStart().withConnectionTimeout(patience))
                .toList();
    }

    @Nullable
    Duration longestLag() {
        return longestLag;
    }

    Duration interval() {
        return interval;
    }
}
