package dev.rowan.bench.driver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * A connection, lent again and again, that waits for a round trip whenever a statement is prepared, and counts them: for
 * code that prepares each statement to run it once. For one thread.
 */
public final class RemoteConnection extends UnsupportedConnection {
    private final Connection connection;
    private final long nanoseconds;
    private int statements;

    /** Makes a connection farther away. */
    public RemoteConnection(Connection connection, long nanoseconds) {
        this.connection = connection;
        this.nanoseconds = nanoseconds;
    }

    /** A source that lends it. */
    public DataSource source() {
        return new OneConnection(this);
    }

    /** How many statements were prepared since it was asked last. */
    public int takeStatements() {
        int taken = statements;
        statements = 0;
        return taken;
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        statements++;
        if (nanoseconds > 0) {
            LockSupport.parkNanos(nanoseconds);
        }
        return connection.prepareStatement(sql);
    }

    @Override
    public void close() {
        // The next borrower gets it.
    }
}
