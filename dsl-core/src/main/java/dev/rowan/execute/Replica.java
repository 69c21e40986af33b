package dev.rowan.execute;

import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One copy of a database, and what was last seen of it. Thread-safe. */
final class Replica implements Lender, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final Set<Kind> LOST =
            Set.of(Kind.CONNECTION, Kind.UNKNOWN_HOST, Kind.AUTHENTICATION, Kind.UNKNOWN_DATABASE);
    private static final Set<Kind> BUSY =
            Set.of(Kind.POOL_TIMEOUT, Kind.CONFLICT, Kind.CLOSED); // a conflict with what it replays

    private final String name; // for people: a URL without secrets
    private final Connections connections;
    private final Activity activity;
    private volatile boolean up;
    private volatile boolean told; // whether it answers, or that it does not
    private volatile long position = Long.MIN_VALUE; // known to be reached; it only grows while the replica is up

    Replica(String name, Connections connections, Activity activity) {
        this.name = name;
        this.connections = connections;
        this.activity = activity;
    }

    /** Whether it answers, and has come to a position of the primary. */
    boolean isFit(long needed) {
        return up && position >= needed;
    }

    /** Whether it answers. */
    boolean isUp() {
        return up;
    }

    @Override
    public Lease lease(StatementRunner runner) {
        return connections.lease(runner.with(activity));
    }

    @Override
    public Lease transactional(StatementRunner runner, TransactionOptions options, @Nullable Deadline deadline) {
        return connections.transactional(runner.with(activity), options, deadline);
    }

    /** Notes that it answers, and how far it is. */
    void answered(long newPosition) {
        position = newPosition;
        if (!up) {
            up = true;
            told = true;
            LOG.info("replica {} answers, and is read from", name);
        }
    }

    /**
     * Notes a failure that is no fault of what was asked, so that another can be asked instead.
     *
     * @throws QueryException the failure, if another would fail as well
     */
    void passOver(QueryException failure) {
        if (LOST.contains(failure.kind())) {
            down(failure);
        } else if (BUSY.contains(failure.kind())) {
            LOG.debug("replica {} is passed over", name, failure);
        } else {
            throw failure;
        }
    }

    /** Notes that it did not say how far it is; one that is only busy is not left out for it. */
    void notAnswered(QueryException failure) {
        if (!BUSY.contains(failure.kind())) {
            down(failure);
        }
    }

    private void down(RuntimeException failure) {
        if (up || !told) {
            up = false;
            told = true;
            LOG.warn("replica {} is left out until it answers: {}", name, failure.getMessage());
        }
    }

    /** Refuses whoever comes from now on. */
    void refuseMore() {
        activity.gate().close();
    }

    /** Lets what runs end, for so long. */
    void close(Duration grace) {
        connections.close(activity, grace);
    }

    @Override
    public void close() {
        connections.close(activity);
    }
}
