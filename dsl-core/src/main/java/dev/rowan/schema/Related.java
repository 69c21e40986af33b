package dev.rowan.schema;

import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Subquery;
import dev.rowan.type.SqlType;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * The rows that an association leads to from one row of its owner, as a subquery: {@code select … from line_items as r1 where
 * r1.order_id = orders.id and …}. Immutable.
 *
 * @param association whose rows they are
 * @param rows the associated table under an alias
 * @param condition which of the rows, or null for all
 * @param unfiltered the names of the default filters of the rows that are switched off
 * @param value what is computed from the rows, or null if only their existence matters
 * @param <T> the Java type of the value; nullable if it can be NULL
 */
public record Related<T extends @Nullable Object>(
        Association<?, ?, ?> association,
        Table<?> rows,
        @Nullable Condition condition,
        Set<String> unfiltered,
        @Nullable Expression<T> value)
        implements Subquery<T> {

    /** Rows of which the default filters hold. */
    public Related(
            Association<?, ?, ?> association,
            Table<?> rows,
            @Nullable Condition condition,
            @Nullable Expression<T> value) {
        this(association, rows, condition, Set.of(), value);
    }

    @Override
    public boolean isValue() {
        return value != null;
    }

    @Override
    public boolean yieldsNull() {
        return value == null || value.isNullable(source -> false);
    }

    @Override
    public SqlType<@NonNull T> valueType() {
        return Objects.requireNonNull(value, "expected a value, for it was asked for its type")
                .type();
    }

    /** The same rows, of which something else is computed; null if all their columns are selected. */
    public <V extends @Nullable Object> Related<V> of(@Nullable Expression<V> newValue) {
        return new Related<>(association, rows, condition, unfiltered, newValue);
    }
}
