package dev.rowan.schema;

import dev.rowan.expression.Expression;
import dev.rowan.expression.TemporalExpression;
import dev.rowan.type.SqlType;
import java.time.temporal.Temporal;
import java.util.function.Supplier;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A column of dates, times, or both.
 *
 * @param <R> the record of the table's rows
 * @param <T> the Java type of a value; nullable unless the column is not null
 */
public final class TemporalColumn<R, T extends @Nullable Temporal> extends Column<R, T>
        implements TemporalExpression<T> {
    TemporalColumn(Table<R> table, String name, SqlType<?> type) {
        super(table, name, type);
    }

    @Override
    @SuppressWarnings("unchecked") // only the nullness differs
    public TemporalColumn<R, @NonNull T> notNull() {
        return (TemporalColumn<R, @NonNull T>) super.notNull();
    }

    @Override
    @SuppressWarnings("unchecked") // only the nullness differs
    public TemporalColumn<R, @NonNull T> primaryKey() {
        return (TemporalColumn<R, @NonNull T>) super.primaryKey();
    }

    @Override
    public TemporalColumn<R, T> unique() {
        super.unique();
        return this;
    }

    @Override
    public TemporalColumn<R, T> references(Supplier<? extends Column<?, T>> column) {
        super.references(column);
        return this;
    }

    @Override
    public TemporalColumn<R, T> defaultValue(@NonNull T value) {
        super.defaultValue(value);
        return this;
    }

    @Override
    public TemporalColumn<R, T> references(Supplier<? extends Column<?, T>> column, ReferenceRules rules) {
        super.references(column, rules);
        return this;
    }

    @Override
    public TemporalColumn<R, T> defaultExpression(Expression<? extends T> expression) {
        super.defaultExpression(expression);
        return this;
    }

    @Override
    public TemporalColumn<R, T> computedAs(Expression<? extends T> expression) {
        super.computedAs(expression);
        return this;
    }

    @Override
    public TemporalColumn<R, T> comment(String text) {
        super.comment(text);
        return this;
    }

    @Override
    public TemporalColumn<R, T> check(Rule<? super @NonNull T> rule) {
        super.check(rule);
        return this;
    }

    @Override
    public TemporalColumn<R, T> hidden() {
        super.hidden();
        return this;
    }

    /** Declares that this is when the row was inserted, by the clock of the database handle; what records hold for it is not inserted. */
    public TemporalColumn<R, T> createdAt() {
        automatic(new Automatic.CreatedAt<>());
        return this;
    }

    /**
     * Declares that this is when the row was inserted, or last updated through Rowan, by the clock of the database handle; what records
     * hold for it is not written.
     */
    public TemporalColumn<R, T> updatedAt() {
        automatic(new Automatic.UpdatedAt<>());
        return this;
    }
}
