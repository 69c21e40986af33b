package dev.rowan.schema;

import dev.rowan.expression.Expression;
import dev.rowan.expression.JsonExpression;
import dev.rowan.type.Json;
import dev.rowan.type.SqlType;
import java.util.function.Supplier;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A column of JSON.
 *
 * @param <R> the record of the table's rows
 * @param <T> {@link Json}; nullable unless the column is not null
 */
public final class JsonColumn<R, T extends @Nullable Json> extends Column<R, T> implements JsonExpression<T> {
    JsonColumn(Table<R> table, String name, SqlType<?> type) {
        super(table, name, type);
    }

    @Override
    @SuppressWarnings("unchecked") // only the nullness differs
    public JsonColumn<R, @NonNull T> notNull() {
        return (JsonColumn<R, @NonNull T>) super.notNull();
    }

    @Override
    @SuppressWarnings("unchecked") // only the nullness differs
    public JsonColumn<R, @NonNull T> primaryKey() {
        return (JsonColumn<R, @NonNull T>) super.primaryKey();
    }

    @Override
    public JsonColumn<R, T> unique() {
        super.unique();
        return this;
    }

    @Override
    public JsonColumn<R, T> references(Supplier<? extends Column<?, T>> column) {
        super.references(column);
        return this;
    }

    @Override
    public JsonColumn<R, T> defaultValue(@NonNull T value) {
        super.defaultValue(value);
        return this;
    }

    @Override
    public JsonColumn<R, T> references(Supplier<? extends Column<?, T>> column, ReferenceRules rules) {
        super.references(column, rules);
        return this;
    }

    @Override
    public JsonColumn<R, T> defaultExpression(Expression<? extends T> expression) {
        super.defaultExpression(expression);
        return this;
    }

    @Override
    public JsonColumn<R, T> computedAs(Expression<? extends T> expression) {
        super.computedAs(expression);
        return this;
    }

    @Override
    public JsonColumn<R, T> comment(String text) {
        super.comment(text);
        return this;
    }

    @Override
    public JsonColumn<R, T> check(Rule<? super @NonNull T> rule) {
        super.check(rule);
        return this;
    }

    @Override
    public JsonColumn<R, T> hidden() {
        super.hidden();
        return this;
    }
}
