package dev.rowan.schema;

import dev.rowan.expression.EqualityOperators;
import dev.rowan.expression.Expression;
import dev.rowan.type.SqlType;
import java.util.function.Supplier;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds the name of a constant of an enum.
 *
 * @param <R> the record of the table's rows
 * @param <T> the enum; nullable unless the column is not null
 */
public final class EnumColumn<R, T extends @Nullable Enum<?>> extends Column<R, T>
        implements EqualityOperators<@Nullable T> {
    EnumColumn(Table<R> table, String name, SqlType<?> type) {
        super(table, name, type);
    }

    @Override
    @SuppressWarnings("unchecked") // only the nullness differs
    public EnumColumn<R, @NonNull T> notNull() {
        return (EnumColumn<R, @NonNull T>) super.notNull();
    }

    @Override
    @SuppressWarnings("unchecked") // only the nullness differs
    public EnumColumn<R, @NonNull T> primaryKey() {
        return (EnumColumn<R, @NonNull T>) super.primaryKey();
    }

    @Override
    public EnumColumn<R, T> unique() {
        super.unique();
        return this;
    }

    @Override
    public EnumColumn<R, T> references(Supplier<? extends Column<?, T>> column) {
        super.references(column);
        return this;
    }

    @Override
    public EnumColumn<R, T> defaultValue(@NonNull T value) {
        super.defaultValue(value);
        return this;
    }

    @Override
    public EnumColumn<R, T> references(Supplier<? extends Column<?, T>> column, ReferenceRules rules) {
        super.references(column, rules);
        return this;
    }

    @Override
    public EnumColumn<R, T> defaultExpression(Expression<? extends T> expression) {
        super.defaultExpression(expression);
        return this;
    }

    @Override
    public EnumColumn<R, T> computedAs(Expression<? extends T> expression) {
        super.computedAs(expression);
        return this;
    }

    @Override
    public EnumColumn<R, T> comment(String text) {
        super.comment(text);
        return this;
    }

    @Override
    public EnumColumn<R, T> check(Rule<? super @NonNull T> rule) {
        super.check(rule);
        return this;
    }

    @Override
    public EnumColumn<R, T> hidden() {
        super.hidden();
        return this;
    }
}
