package dev.rowan.bench.driver;

import java.sql.ResultSet;

/** A statement that yields the canned rows, whatever it is asked. It keeps text and bind, lest they are optimized away. */
final class NullStatement extends UnsupportedPreparedStatement {
    private final NullResultSet rows;
    private String text = "";
    private long bound;

    NullStatement(NullResultSet rows) {
        this.rows = rows;
    }

    NullStatement prepared(String sql) {
        text = sql;
        return this;
    }

    @Override
    public void setLong(int index, long value) {
        bound = value;
    }

    @Override
    public ResultSet executeQuery() {
        return rows.rewound();
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    @Override
    public String toString() {
        return text + " [" + bound + "]";
    }
}
