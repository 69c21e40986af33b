package dev.rowan.bench.driver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A connection of a real driver that stays open when it is closed, as one of a pool does. */
final class KeptConnection extends UnsupportedConnection {
    private final Connection connection;

    KeptConnection(Connection connection) {
        this.connection = connection;
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    @Override
    public void close() {
        // The next borrower gets it.
    }
}
