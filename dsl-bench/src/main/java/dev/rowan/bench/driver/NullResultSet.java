package dev.rowan.bench.driver;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The canned rows, an array per column. No value is made or boxed when it is read. */
final class NullResultSet extends UnsupportedResultSet {
    private final Object[] columns;
    private final int rows;
    private int row = -1;
    private boolean wasNull;

    NullResultSet(Object[] columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    NullResultSet rewound() {
        row = -1;
        return this;
    }

    @Override
    public boolean next() {
        return ++row < rows;
    }

    @Override
    public boolean wasNull() {
        return wasNull;
    }

    @Override
    public long getLong(int column) {
        wasNull = false;
        return ((long[]) columns[column - 1])[row];
    }

    @Override
    public int getInt(int column) {
        wasNull = false;
        return ((int[]) columns[column - 1])[row];
    }

    @Override
    public double getDouble(int column) {
        wasNull = false;
        return ((double[]) columns[column - 1])[row];
    }

    @Override
    public boolean getBoolean(int column) {
        wasNull = false;
        return ((boolean[]) columns[column - 1])[row];
    }

    @Override
    public @Nullable String getString(int column) {
        return (String) object(column);
    }

    @Override
    public @Nullable BigDecimal getBigDecimal(int column) {
        return (BigDecimal) object(column);
    }

    @Override
    public <T> @Nullable T getObject(int column, Class<T> type) {
        return type.cast(object(column));
    }

    private @Nullable Object object(int column) {
        Object value = ((Object[]) columns[column - 1])[row];
        wasNull = value == null;
        return value;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
