package dev.rowan.bench.driver;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Lends each borrower a connection of its own, for several threads. */
public final class UnsharedConnections extends UnsupportedDataSource {
    private final Supplier<? extends DataSource> sources;

    /** Creates a source that takes each connection from a new source. */
    public UnsharedConnections(Supplier<? extends DataSource> sources) {
        this.sources = sources;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return sources.get().getConnection();
    }
}
