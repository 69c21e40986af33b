package dev.rowan.bench.driver;

import java.sql.PreparedStatement;

/** A connection whose every statement is the same. */
final class NullConnection extends UnsupportedConnection {
    private final NullStatement statement;

    NullConnection(NullStatement statement) {
        this.statement = statement;
    }

    @Override
    public PreparedStatement prepareStatement(String sql) {
        return statement.prepared(sql);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
