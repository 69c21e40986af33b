package dev.rowan.expression;

import dev.rowan.type.SqlType;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A select as part of an expression.
 *
 * @param <T> what its rows are: the value, if it selects one column
 */
public interface Subquery<T extends @Nullable Object> {

    /** Whether its rows are the values of its only column, as they are, so that another can be compared with them. */
    boolean isValue();

    /** Whether its only column can be NULL. */
    boolean yieldsNull();

    /** The type of its only column. */
    SqlType<@NonNull T> valueType();
}
