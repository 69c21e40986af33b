package dev.rowan.schema;

import dev.rowan.expression.ArrayExpression;
import dev.rowan.expression.Expression;
import dev.rowan.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of arrays, which may hold NULLs; for databases that have arrays. It is read as a list that cannot be changed.
 *
 * @param <R> the record of the table's rows
 * @param <E> the Java type of an element
 */
public final class ArrayColumn<R, E> extends Column<R, @Nullable List<@Nullable E>> implements ArrayExpression<E> {
    ArrayColumn(Table<R> table, String name, SqlType<?> type) {
        super(table, name, type);
    }

    @Override
    public ArrayColumn<R, E> notNull() {
        super.notNull();
        return this;
    }

    @Override
    public ArrayColumn<R, E> primaryKey() {
        super.primaryKey();
        return this;
    }

    @Override
    public ArrayColumn<R, E> unique() {
        super.unique();
        return this;
    }

    /** Declares what the database fills in: {@code .defaultValue(List.of("a"))} is {@code default array['a']}. */
    @Override
    public ArrayColumn<R, E> defaultValue(List<@Nullable E> value) {
        super.defaultValue(value);
        return this;
    }

    @Override
    public ArrayColumn<R, E> defaultExpression(Expression<? extends @Nullable List<@Nullable E>> expression) {
        super.defaultExpression(expression);
        return this;
    }

    @Override
    public ArrayColumn<R, E> computedAs(Expression<? extends @Nullable List<@Nullable E>> expression) {
        super.computedAs(expression);
        return this;
    }

    @Override
    public ArrayColumn<R, E> comment(String text) {
        super.comment(text);
        return this;
    }

    @Override
    public ArrayColumn<R, E> check(Rule<? super List<@Nullable E>> rule) {
        super.check(rule);
        return this;
    }

    @Override
    public ArrayColumn<R, E> hidden() {
        super.hidden();
        return this;
    }
}
