package dev.rowan.row;

import java.lang.invoke.MethodHandle;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads records that wait for associated records: first every row into a {@link RowBuffer}, later, when the associated
 * records are there, each record in one call of its constructor, which may copy its lists. Stateless and thread-safe.
 *
 * @param <R> the record
 */
public final class GraphReader<R> {
    private final int longsPerRow;
    private final int objectsPerRow;
    private final MethodHandle store;
    private final MethodHandle create;
    private final MethodHandle[] values;

    /**
     * Creates the reader of its composed handles.
     *
     * @param store {@code (RowBuffer, ResultSet)void}
     * @param create {@code (BufferedRow)Object}
     * @param values for each slot, {@code (BufferedRow)Object}
     */
    GraphReader(int longsPerRow, int objectsPerRow, MethodHandle store, MethodHandle create, MethodHandle[] values) {
        this.longsPerRow = longsPerRow;
        this.objectsPerRow = objectsPerRow;
        this.store = store;
        this.create = create;
        this.values = values;
    }

    /** An empty buffer for the rows of this reader. */
    public RowBuffer newBuffer() {
        return new RowBuffer(longsPerRow, objectsPerRow);
    }

    /** Appends all remaining rows to a buffer. */
    public void readAll(ResultSet rows, RowBuffer buffer) throws SQLException {
        try {
            while (rows.next()) {
                buffer.addRow();
                store.invokeExact(buffer, rows);
            }
        } catch (RuntimeException | Error | SQLException e) {
            throw e;
        } catch (Throwable e) {
            throw Thrown.byConstructor(e);
        }
    }

    /** The value of a slot in a buffered row, boxed; null for SQL NULL. */
    public @Nullable Object value(RowBuffer buffer, int row, int slot) {
        return invoke(values[slot], new BufferedRow(buffer, row));
    }

    /**
     * Makes the record of a buffered row.
     *
     * @param related for each association of the shape that is included: a list of records that the caller gives away, or
     *     a record or null
     */
    @SuppressWarnings("unchecked") // the handle was composed for R
    public R create(RowBuffer buffer, int row, @Nullable Object[] related) {
        return (R) invoke(create, new BufferedRow(buffer, row, related));
    }

    @SuppressWarnings("NullAway") // null is what a value may be; a record is never null
    private static Object invoke(MethodHandle handle, BufferedRow row) {
        try {
            return (Object) handle.invokeExact(row);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw Thrown.byConstructor(e);
        }
    }
}
