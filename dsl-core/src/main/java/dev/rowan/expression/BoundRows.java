package dev.rowan.expression;

import dev.rowan.type.Codecs;
import dev.rowan.type.SqlType;
import dev.rowan.type.ValueBinder;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values, each of which is bound by the type of its place: what many {@link BoundValue}s would say, which are made only of
 * what is looked at. Immutable.
 */
public final class BoundRows extends AbstractList<List<Expression<?>>> {
    private final List<SqlType<?>> types;
    private final @Nullable Object[][] rows;

    private BoundRows(List<SqlType<?>> types, @Nullable Object[][] rows) {
        this.types = types;
        this.rows = rows;
    }

    /**
     * Rows of values, which it takes over; lists among the values are copied.
     *
     * @param types of the places of a row
     * @param rows as many values each, of their types; null is SQL NULL
     */
    public static BoundRows of(List<SqlType<?>> types, @Nullable Object[][] rows) {
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).javaType() == List.class) {
                for (@Nullable Object[] row : rows) {
                    row[i] = bound(type(types, i), row[i]).value();
                }
            }
        }
        return new BoundRows(types, rows);
    }

    /** The same rows, if all they have are values of these types; else null. */
    public static @Nullable BoundRows ifValues(List<SqlType<?>> types, List<List<Expression<?>>> rows) {
        if (rows instanceof BoundRows bound) {
            return bound;
        }
        @Nullable Object[][] values = new @Nullable Object[rows.size()][types.size()];
        for (int row = 0; row < values.length; row++) {
            for (int i = 0; i < types.size(); i++) {
                if (!(rows.get(row).get(i) instanceof BoundValue<?> bound)
                        || !bound.type().equals(types.get(i))) {
                    return null;
                }
                values[row][i] = bound.value();
            }
        }
        return new BoundRows(types, values);
    }

    /** How many values a row has. */
    public int width() {
        return types.size();
    }

    /** The type of a place. */
    public SqlType<Object> type(int place) {
        return type(types, place);
    }

    @SuppressWarnings("unchecked") // of every value there
    private static SqlType<Object> type(List<SqlType<?>> types, int place) {
        return (SqlType<Object>) types.get(place);
    }

    /** How the value of each place is bound. */
    public List<ValueBinder<Object>> binders(Codecs codecs) {
        List<ValueBinder<Object>> binders = new ArrayList<>(width());
        for (int i = 0; i < width(); i++) {
            binders.add(type(i).binder(codecs));
        }
        return binders;
    }

    /** A value; null is SQL NULL. */
    public @Nullable Object value(int row, int place) {
        return rows[row][place];
    }

    /** Some of the rows, by their indexes. */
    public BoundRows ofRows(List<Integer> indexes) {
        @Nullable Object[][] some = new @Nullable Object[indexes.size()][];
        for (int i = 0; i < some.length; i++) {
            some[i] = rows[indexes.get(i)];
        }
        return new BoundRows(types, some);
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public List<Expression<?>> get(int row) {
        @Nullable Object[] values = rows[row];
        return new AbstractList<>() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public Expression<?> get(int place) {
                return bound(type(place), values[place]);
            }
        };
    }

    private static <T> BoundValue<T> bound(SqlType<@NonNull T> type, @Nullable T value) {
        return new BoundValue<>(type, value);
    }
}
