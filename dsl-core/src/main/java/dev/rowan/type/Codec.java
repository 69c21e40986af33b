package dev.rowan.type;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Moves one value of a type between Java and JDBC. Implementations are stateless and thread-safe.
 *
 * @param <T> the Java type
 */
public interface Codec<T> extends ValueReader<T> {

    /** The constant of {@link java.sql.Types} with which NULL is bound. */
    int jdbcType();

    /** Binds a value, which is never null, to the parameter at the 1-based index. */
    void bind(PreparedStatement statement, int index, T value) throws SQLException;
}
