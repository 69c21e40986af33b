package dev.rowan.type;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value of a row. Implementations are stateless and thread-safe.
 *
 * @param <T> the Java type
 */
@FunctionalInterface
public interface ValueReader<T> {

    /** Reads the value of the 1-based column of the current row; null for SQL NULL. */
    @Nullable
    T read(ResultSet row, int column) throws SQLException;
}
