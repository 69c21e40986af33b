package dev.rowan.schema;

import dev.rowan.expression.EqualityOperators;
import dev.rowan.expression.Expression;
import dev.rowan.type.SqlType;
import java.util.function.Supplier;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A column that is only compared for equality: a UUID, bytes, a type of the user's own.
 *
 * @param <R> the record of the table's rows
 * @param <T> the Java type of a value; nullable unless the column is not null
 */
public final class PlainColumn<R, T extends @Nullable Object> extends Column<R, T>
        implements EqualityOperators<@Nullable T> {
    PlainColumn(Table<R> table, String name, SqlType<?> type) {
        super(table, name, type);
    }

    @Override
    @SuppressWarnings("unchecked") // only the nullness differs
    public PlainColumn<R, @NonNull T> notNull() {
        return (PlainColumn<R, @NonNull T>) super.notNull();
    }

    @Override
    @SuppressWarnings("unchecked") // only the nullness differs
    public PlainColumn<R, @NonNull T> primaryKey() {
        return (PlainColumn<R, @NonNull T>) super.primaryKey();
    }

    @Override
    public PlainColumn<R, T> unique() {
        super.unique();
        return this;
    }

    @Override
    public PlainColumn<R, T> references(Supplier<? extends Column<?, T>> column) {
        super.references(column);
        return this;
    }

    @Override
    public PlainColumn<R, T> defaultValue(@NonNull T value) {
        super.defaultValue(value);
        return this;
    }

    @Override
    public PlainColumn<R, T> references(Supplier<? extends Column<?, T>> column, ReferenceRules rules) {
        super.references(column, rules);
        return this;
    }

    @Override
    public PlainColumn<R, T> defaultExpression(Expression<? extends T> expression) {
        super.defaultExpression(expression);
        return this;
    }

    @Override
    public PlainColumn<R, T> computedAs(Expression<? extends T> expression) {
        super.computedAs(expression);
        return this;
    }

    @Override
    public PlainColumn<R, T> comment(String text) {
        super.comment(text);
        return this;
    }

    @Override
    public PlainColumn<R, T> check(Rule<? super @NonNull T> rule) {
        super.check(rule);
        return this;
    }

    @Override
    public PlainColumn<R, T> hidden() {
        super.hidden();
        return this;
    }

    /**
     * Declares that rows which are inserted without a value get one: {@code uuid("id").primaryKey().generated(Uuids::v7)}. A record
     * has none if its component is null.
     *
     * @param source makes the value of one row; called by any thread
     */
    public PlainColumn<R, T> generated(Supplier<? extends @NonNull T> source) {
        automatic(new Automatic.Generated<>(source));
        return this;
    }
}
