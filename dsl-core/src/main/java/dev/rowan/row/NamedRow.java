package dev.rowan.row;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row that knows its columns: {@code select(columns).asRows()}. Immutable; two rows are equal when they have
 * the same names and values.
 */
public final class NamedRow implements Row {
    private final List<@Nullable String> names;
    private final List<?> columns;
    private final @Nullable Object[] values;

    NamedRow(List<@Nullable String> names, List<?> columns, @Nullable Object[] values) {
        this.names = names;
        this.columns = columns;
        this.values = values;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public @Nullable Object value(int index) {
        return values[index];
    }

    /**
     * The value of the column of a name; null for SQL NULL.
     *
     * @throws IllegalArgumentException if there is none, or several
     */
    public @Nullable Object value(String name) {
        int index = names.indexOf(name);
        if (index < 0 || index != names.lastIndexOf(name)) {
            throw new IllegalArgumentException("expected the name of one column, got " + name + ", of " + names);
        }
        return values[index];
    }

    /**
     * The value of what was selected; null for SQL NULL.
     *
     * @param column one that equals what was given to {@code select(…)}
     * @throws IllegalArgumentException if it was not selected
     */
    public @Nullable Object valueOf(Object column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("expected one of the columns that were selected, " + columns + ", got "
                    + column + "; select it too");
        }
        return values[index];
    }

    /** The value of the column of a name, as the type that the column has; null for SQL NULL. */
    public <T> @Nullable T value(String name, Class<T> type) {
        return type.cast(value(name));
    }

    /** The names of the columns; null for one that has none. */
    public List<@Nullable String> names() {
        return Collections.unmodifiableList(names);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamedRow that && names.equals(that.names) && Arrays.deepEquals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(names, Arrays.deepHashCode(values));
    }

    @Override
    public String toString() {
        return names + "=" + Arrays.deepToString(values);
    }
}
