package dev.rowan.schema;

import dev.rowan.expression.BooleanExpression;
import dev.rowan.expression.Expression;
import dev.rowan.type.SqlType;
import java.util.function.Supplier;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A column of truth values, which is a condition: {@code where(USER.ACTIVE)}.
 *
 * @param <R> the record of the table's rows
 * @param <T> {@code Boolean}; nullable unless the column is not null
 */
public final class BooleanColumn<R, T extends @Nullable Boolean> extends Column<R, T> implements BooleanExpression<T> {
    BooleanColumn(Table<R> table, String name) {
        super(table, name, SqlType.BOOLEAN);
    }

    @Override
    @SuppressWarnings("unchecked") // only the nullness differs
    public BooleanColumn<R, @NonNull T> notNull() {
        return (BooleanColumn<R, @NonNull T>) super.notNull();
    }

    @Override
    @SuppressWarnings("unchecked") // only the nullness differs
    public BooleanColumn<R, @NonNull T> primaryKey() {
        return (BooleanColumn<R, @NonNull T>) super.primaryKey();
    }

    @Override
    public BooleanColumn<R, T> unique() {
        super.unique();
        return this;
    }

    @Override
    public BooleanColumn<R, T> references(Supplier<? extends Column<?, T>> column) {
        super.references(column);
        return this;
    }

    @Override
    public BooleanColumn<R, T> defaultValue(@NonNull T value) {
        super.defaultValue(value);
        return this;
    }

    @Override
    public BooleanColumn<R, T> references(Supplier<? extends Column<?, T>> column, ReferenceRules rules) {
        super.references(column, rules);
        return this;
    }

    @Override
    public BooleanColumn<R, T> defaultExpression(Expression<? extends T> expression) {
        super.defaultExpression(expression);
        return this;
    }

    @Override
    public BooleanColumn<R, T> computedAs(Expression<? extends T> expression) {
        super.computedAs(expression);
        return this;
    }

    @Override
    public BooleanColumn<R, T> comment(String text) {
        super.comment(text);
        return this;
    }

    @Override
    public BooleanColumn<R, T> check(Rule<? super @NonNull T> rule) {
        super.check(rule);
        return this;
    }

    @Override
    public BooleanColumn<R, T> hidden() {
        super.hidden();
        return this;
    }
}
