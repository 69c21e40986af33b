package dev.rowan.schema;

import dev.rowan.expression.Expression;
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

    @Override
    public NumberColumn<R, T> references(Supplier<? extends Column<?, T>> column, ReferenceRules rules) {
        super.references(column, rules);
        return this;
    }

    @Override
    public NumberColumn<R, T> defaultExpression(Expression<? extends T> expression) {
        super.defaultExpression(expression);
        return this;
    }

    @Override
    public NumberColumn<R, T> computedAs(Expression<? extends T> expression) {
        super.computedAs(expression);
        return this;
    }

    @Override
    public NumberColumn<R, T> comment(String text) {
        super.comment(text);
        return this;
    }

    @Override
    public NumberColumn<R, T> check(Rule<? super @NonNull T> rule) {
        super.check(rule);
        return this;
    }

    @Override
    public NumberColumn<R, T> hidden() {
        super.hidden();
        return this;
    }

    /**
     * Declares that rows which are inserted without a value get one: {@code uuid("id").primaryKey().generated(Uuids::v7)}. A record
     * has none if its component is null.
     *
     * @param source makes the value of one row; called by any thread
     */
    public NumberColumn<R, T> generated(Supplier<? extends @NonNull T> source) {
        automatic(new Automatic.Generated<>(source));
        return this;
    }

    /**
     * Declares that this is the number of the row's version: 0 when it is inserted, and one more with each update through Rowan.
     * {@code update(USER).row(user)} then changes only the version that {@code user} is of, and fails with {@link
     * dev.rowan.error.StaleRowException} where somebody else was faster. What records hold for it is not inserted.
     *
     * @throws IllegalStateException if the column can hold NULL
     */
    public NumberColumn<R, T> version() {
        requireNotNull("version()");
        automatic(new Automatic.Version<>());
        return this;
    }
}
