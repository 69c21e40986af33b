package dev.rowan.type;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Binds values of a type to statements. Stateless and thread-safe.
 *
 * @param <T> the Java type
 */
@FunctionalInterface
public interface ValueBinder<T> {

    /** Binds a value, or NULL, to the parameter at the 1-based index. */
    void bind(PreparedStatement statement, int index, @Nullable T value) throws SQLException;
}
