package dev.rowan.schema;

import dev.rowan.expression.TextExpression;
import dev.rowan.type.SqlType;
import java.util.function.Supplier;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A column of text.
 *
 * @param <R> the record of the table's rows
 * @param <T> {@code String}; nullable unless the column is not null
 */
public final class TextColumn<R, T extends @Nullable String> extends Column<R, T> implements TextExpression<T> {
    TextColumn(Table<R> table, String name, SqlType<?> type) {
        super(table, name, type);
    }

    @Override
    @SuppressWarnings("unchecked") // only the nullness differs
    public TextColumn<R, @NonNull T> notNull() {
        return (TextColumn<R, @NonNull T>) super.notNull();
    }

    @Override
    @SuppressWarnings("unchecked") // only the nullness differs
    public TextColumn<R, @NonNull T> primaryKey() {
        return (TextColumn<R, @NonNull T>) super.primaryKey();
    }

    @Override
    public TextColumn<R, T> unique() {
        super.unique();
        return this;
    }

    @Override
    public TextColumn<R, T> references(Supplier<? extends Column<?, T>> column) {
        super.references(column);
        return this;
    }

    @Override
    public TextColumn<R, T> defaultValue(@NonNull T value) {
        super.defaultValue(value);
        return this;
    }
}
