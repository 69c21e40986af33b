package dev.rowan.bench.driver;

import java.sql.Connection;

/** A data source that always lends the same connection, so that no pool is measured. For one thread. */
public final class OneConnection extends UnsupportedDataSource {
    private final Connection connection;

    /** Creates a source of a connection whose {@code close} leaves it open. */
    OneConnection(Connection connection) {
        this.connection = connection;
    }

    /** Lends a connection of a real driver, and keeps it open when it is given back. */
    public static OneConnection keeping(Connection connection) {
        return new OneConnection(new KeptConnection(connection));
    }

    /**
     * Lends a connection to the null driver.
     *
     * @param columns an array for each column of the canned result, of equal length: {@code long[]}, {@code int[]},
     *     {@code double[]}, {@code boolean[]} or {@code Object[]}
     * @param rows how many rows there are
     */
    public static OneConnection ofColumns(Object[] columns, int rows) {
        return new OneConnection(new NullConnection(new NullStatement(new NullResultSet(columns, rows))));
    }

    @Override
    public Connection getConnection() {
        return connection;
    }
}
