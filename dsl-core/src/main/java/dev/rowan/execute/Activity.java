package dev.rowan.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes on in a database, told to all of its handles. Thread-safe. */
final class Activity {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Map<Connection, Deadline> deadlines = new ConcurrentHashMap<>();
    private final Set<Statement> running = ConcurrentHashMap.newKeySet();
    private final Gate gate;
    private final PoolEvents events;

    Activity(Gate gate, PoolEvents events) {
        this.gate = gate;
        this.events = events;
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
        for (Statement statement : running) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                LOG.debug("could not cancel a statement, whose connection is closed instead", e);
            }
        }
    }
}
