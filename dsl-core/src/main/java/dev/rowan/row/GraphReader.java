package dev.rowan.row;

import java.lang.invoke.MethodHandle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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
    private final List<Joined> joins;

    /**
     * Creates the reader of its composed handles.
     *
     * @param store {@code (RowBuffer, ResultSet)void}
     * @param create {@code (BufferedRow)Object}
     * @param values for each slot, {@code (BufferedRow)Object}
     */
    GraphReader(
            int longsPerRow,
            int objectsPerRow,
            MethodHandle store,
            MethodHandle create,
            MethodHandle[] values,
            List<Joined> joins) {
        this.longsPerRow = longsPerRow;
        this.objectsPerRow = objectsPerRow;
        this.store = store;
        this.create = create;
        this.values = values;
        this.joins = joins;
    }

    /** The same, which reads rows of other tables beside each row. */
    public GraphReader<R> with(List<Joined> joined) {
        return joined.isEmpty()
                ? this
                : new GraphReader<>(longsPerRow, objectsPerRow, store, create, values, List.copyOf(joined));
    }

    /**
     * A table that is read beside each row.
     *
     * @param reader of its columns
     * @param column 1-based, that of the key which is NULL where there is no row
     * @param whole whether the key is a whole number
     */
    public record Joined(GraphReader<?> reader, int column, boolean whole) {
        boolean isThere(ResultSet row) throws SQLException {
            if (whole) {
                return row.getLong(column) != 0 || !row.wasNull();
            }
            return row.getString(column) != null;
        }
    }

    /** An empty buffer for the rows of this reader. */
    public RowBuffer newBuffer() {
        return new RowBuffer(
                longsPerRow,
                objectsPerRow,
                joins.stream().map(join -> join.reader().newBuffer()).toList());
    }

    /** Appends all remaining rows to a buffer. */
    public void readAll(ResultSet rows, RowBuffer buffer) throws SQLException {
        while (rows.next()) {
            read(rows, buffer);
        }
    }

    /** Appends the current row to a buffer, without moving on. */
    public void read(ResultSet row, RowBuffer buffer) throws SQLException {
        try {
            buffer.addRow();
            store.invokeExact(buffer, row);
            for (int i = 0; i < joins.size(); i++) {
                readJoined(i, row, buffer);
            }
        } catch (RuntimeException | Error | SQLException e) {
            throw e;
        } catch (Throwable e) {
            throw Thrown.byConstructor(e);
        }
    }

    private void readJoined(int index, ResultSet row, RowBuffer buffer) throws SQLException {
        Joined join = joins.get(index);
        boolean found = join.isThere(row);
        if (found) {
            join.reader().read(row, buffer.joined(index));
        }
        buffer.putLastJoined(index, found);
    }

    /** The value of a slot in a buffered row, boxed; null for SQL NULL. */
    public @Nullable Object value(RowBuffer buffer, int row, int slot) {
        return invoke(values[slot], buffer.cursor().at(row));
    }

    /**
     * Makes the record of a buffered row.
     *
     * @param related for each association of the shape that is included: a list of records that the caller gives away, or
     *     a record or null
     */
    @SuppressWarnings("unchecked") // the handle was composed for R
    public R create(RowBuffer buffer, int row, @Nullable Object[] related) {
        return (R) invoke(create, buffer.cursor().at(row, related));
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
