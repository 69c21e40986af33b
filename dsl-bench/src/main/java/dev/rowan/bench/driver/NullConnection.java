package dev.rowan.bench.driver;

import java.sql.PreparedStatement;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/** A connection whose every statement is the same. */
final class NullConnection extends UnsupportedConnection {
    private final NullStatement statement;
    private boolean autoCommit = true;

    NullConnection(NullStatement statement) {
        this.statement = statement;
    }

    @Override
    public PreparedStatement prepareStatement(String sql) {
        return statement.prepared(sql);
    }

    @Override
    public boolean getAutoCommit() {
        return autoCommit;
    }

    @Override
    public void setAutoCommit(boolean newAutoCommit) {
        autoCommit = newAutoCommit;
    }

    @Override
    public @Nullable Savepoint setSavepoint() {
        return null; // nothing can fail
    }

    @Override
    public void releaseSavepoint(@Nullable Savepoint savepoint) {
        // There is none.
    }

    @Override
    public void rollback() {
        // Nothing was written.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
