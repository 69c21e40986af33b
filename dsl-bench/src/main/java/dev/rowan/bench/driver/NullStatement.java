package dev.rowan.bench.driver;

import java.math.BigDecimal;
import java.sql.ResultSet;

/** A statement that yields the canned rows, whatever it is asked. It keeps text and bind, lest they are optimized away. */
final class NullStatement extends UnsupportedPreparedStatement {
    private final NullResultSet rows;
    private String text = "";
    private long bound;
    private Object object = "";
    private int batched;

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
    public void setInt(int index, int value) {
        bound = value;
    }

    @Override
    public void setString(int index, String value) {
        object = value;
    }

    @Override
    public void setBigDecimal(int index, BigDecimal value) {
        object = value;
    }

    @Override
    public void setObject(int index, Object value) {
        object = value;
    }

    @Override
    public void addBatch() {
        batched++;
    }

    @Override
    public int[] executeBatch() {
        int[] counts = new int[batched];
        batched = 0;
        return counts;
    }

    @Override
    public int executeUpdate() {
        return 0;
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
        return text + " [" + bound + ", " + object + "]";
    }
}
