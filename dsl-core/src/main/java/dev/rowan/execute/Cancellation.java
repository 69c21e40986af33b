package dev.rowan.execute;

import dev.rowan.error.QueryException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops what is done through one handle of a database, from any thread: {@code db.withCancellation(cancellation)}. Thread-safe.
 *
 * <pre>{@code
 * Cancellation cancellation = new Cancellation();
 * Future<Report> report = executor.submit(() -> reportOf(db.withCancellation(cancellation)));
 * cancellation.cancel();                        // report fails, and what it had begun is rolled back
 * }</pre>
 *
 * A statement under way fails as {@link QueryException.Kind#TIMEOUT}, if its driver can cancel one, and later ones before they are
 * sent; a transaction is not committed any more. Who waits for a connection of the pool waits on, and gets as far as its first
 * statement.
 */
public final class Cancellation {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Set<Statement> running = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    /** Creates a cancellation of what will be done through handles that get it. */
    public Cancellation() {}

    /**
     * Has the server stop what runs, which can take a connection of its own, and lets nothing more begin. A statement that is just being
     * sent may not be known to the server yet: whoever must be sure calls this again until the work has ended.
     */
    public void cancel() {
        cancelled = true;
        for (Statement statement : running) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                LOG.debug("could not cancel a statement, which goes on", e);
            }
        }
    }

    /** Whether {@link #cancel()} was called. */
    public boolean isCancelled() {
        return cancelled;
    }

    void require() {
        if (cancelled) {
            throw new QueryException(
                    QueryException.Kind.TIMEOUT,
                    "expected work that goes on, got more to do after it was cancelled; nothing of its transaction is committed",
                    null);
        }
    }

    /** Has a statement cancelled from now on, or fails if that is too late. */
    void begin(Statement statement) {
        running.add(statement);
        if (cancelled) {
            running.remove(statement);
            require();
        }
    }

    void end(Statement statement) {
        running.remove(statement);
    }
}
