package dev.rowan.schema;

import dev.rowan.expression.NumberExpression;
import dev.rowan.type.SqlType;
import java.util.function.Supplier;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A column of numbers.
 *
 * @param <R> the record of the table's rows
 * @param <T> the Java type of a value; nullable unless the column is not null
 */
public final class NumberColumn<R, T extends @Nullable Number> extends Column<R, T> implements NumberExpression<T> {
    NumberColumn(Table<R> table, String name, SqlType<?> type) {
        super(table, name, type);
    }

    @Override
    @SuppressWarnings("unchecked") // only the nullness differs
    public NumberColumn<R, @NonNull T> notNull() {
        return (NumberColumn<R, @NonNull T>) super.notNull();
    }

    @Override
    @SuppressWarnings("unchecked") // only the nullness differs
    public NumberColumn<R, @NonNull T> primaryKey() {
        return (NumberColumn<R, @NonNull T>) super.primaryKey();
    }

    @Override
    public NumberColumn<R, T> unique() {
        super.unique();
        return this;
    }

    @Override
    public NumberColumn<R, T> references(Supplier<? extends Column<?, T>> column) {
        super.references(column);
        return this;
    }

    @Override
    public NumberColumn<R, T> defaultValue(@NonNull T value) {
        super.defaultValue(value);
        return this;
    }

    /** Declares that the database generates the value where an insert leaves it out. */
    public NumberColumn<R, T> identity() {
        setIdentity();
        return this;
    }
}
