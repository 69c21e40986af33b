package dev.rowan.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record, a tuple or a value of the current row of a result. Stateless and thread-safe.
 *
 * @param <R> what a row becomes
 */
@FunctionalInterface
public interface RowReader<R extends @Nullable Object> {

    /**
     * Reads the current row, without moving on.
     *
     * @throws dev.rowan.error.DecodeException if a column holds what its declaration excludes
     */
    R read(ResultSet row) throws SQLException;

    /**
     * Reads all remaining rows. One loop serves all readers, so that it is compiled once.
     *
     * @return a new list, which is the caller's own
     */
    default List<R> readAll(ResultSet rows) throws SQLException {
        List<R> result = new ArrayList<>();
        while (rows.next()) {
            result.add(read(rows));
        }
        return result;
    }
}
