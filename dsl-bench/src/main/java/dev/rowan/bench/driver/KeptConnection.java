package dev.rowan.bench.driver;

import java.sql.Connection;

/** A connection of a real driver that stays open when it is closed, as one of a pool does. */
final class KeptConnection extends ForwardingConnection {
    KeptConnection(Connection connection) {
        super(connection);
    }

    @Override
    public void close() {
        // The next borrower gets it.
    }
}
