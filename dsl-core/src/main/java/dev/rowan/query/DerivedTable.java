package dev.rowan.query;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.ArrayExpression;
import dev.rowan.expression.BooleanExpression;
import dev.rowan.expression.Expression;
import dev.rowan.expression.JsonExpression;
import dev.rowan.expression.NumberExpression;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.TemporalExpression;
import dev.rowan.expression.TextExpression;
import dev.rowan.row.RowTarget;
import dev.rowan.schema.ArrayColumn;
import dev.rowan.schema.BooleanColumn;
import dev.rowan.schema.Column;
import dev.rowan.schema.JsonColumn;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Rows;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import dev.rowan.type.Json;
import dev.rowan.type.SqlType;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * A query as a table in the FROM clause of another. Its columns are those of the query, asked for by what they are there:
 *
 * <pre>{@code
 * var orders = count().as("orders");
 * var byUser = derived(select(ORDER.USER_ID, orders).from(ORDER).groupBy(ORDER.USER_ID), "by_user");
 * select(USER.NAME, byUser.get(orders)).from(USER).join(byUser).on(byUser.get(ORDER.USER_ID).eq(USER.ID))
 * // select name, by_user.orders from users
 * //     join (select user_id, count(*) as orders from orders group by user_id) as by_user on by_user.user_id = users.id
 * }</pre>
 *
 * @param <R> what a row of the query becomes
 */
public final class DerivedTable<R extends @Nullable Object> extends Table<R> {
    private final SqlQuery<R> query;

    /** @param query where the columns come from; of a recursive table, its first part */
    DerivedTable(TableName name, SqlQuery<R> query, Rows rows) {
        super(name, rowType(query), alias -> new DerivedTable<>(alias, query, rows), rows);
        this.query = query;
        if (query instanceof Select<R, ?> select) {
            select.requirePart("a derived table");
        }
        for (int i = 0; i < query.width(); i++) {
            columnOf(labelOf(query, i), query.column(i).expression(), query.isNullable(i));
        }
        remember(new TableMemo<>(new Selection<>(query.target(), columns().toArray(new Selectable<?>[0]))));
    }

    @SuppressWarnings("unchecked") // the target says what its rows become
    private static <R> Class<R> rowType(SqlQuery<R> query) {
        RowTarget<R> target = query.target();
        if (target instanceof RowTarget.ByName<R> byName) {
            return byName.type();
        }
        return (Class<R>) Object.class; // no other target asks a table for its record
    }

    private static String labelOf(SqlQuery<?> query, int index) {
        String label = query.column(index).label();
        if (label == null) {
            throw new InvalidQueryException("expected every column of a derived table to have a name, got none for "
                    + query.column(index).expression() + "; name it by as(\"…\")");
        }
        for (int i = 0; i < index; i++) {
            if (label.equals(query.column(i).label())) {
                throw new InvalidQueryException(
                        "expected every column of a derived table to have a name of its own, got " + label
                                + " twice; name one by as(\"…\")");
            }
        }
        return label;
    }

    private Column<R, ?> column(Expression<?> expression) {
        for (int i = 0; i < query.width(); i++) {
            if (query.column(i).equals(expression)) {
                return columns().get(i);
            }
        }
        throw new InvalidQueryException("expected one of the columns of " + this + ", which are " + query.columns()
                + ", got " + expression + "; select it there");
    }

    /** The column that is this expression in the query, compared as {@code equals} does. */
    @SuppressWarnings("unchecked") // the column was made from an equal expression
    public <T extends @Nullable Number> NumberColumn<R, T> get(NumberExpression<T> expression) {
        return (NumberColumn<R, T>) column(expression);
    }

    /** The column that is this expression in the query. */
    @SuppressWarnings("unchecked") // the column was made from an equal expression
    public <T extends @Nullable String> TextColumn<R, T> get(TextExpression<T> expression) {
        return (TextColumn<R, T>) column(expression);
    }

    /** The column that is this expression in the query. */
    @SuppressWarnings("unchecked") // the column was made from an equal expression
    public <T extends @Nullable Temporal> TemporalColumn<R, T> get(TemporalExpression<T> expression) {
        return (TemporalColumn<R, T>) column(expression);
    }

    /** The column that is this expression in the query. */
    @SuppressWarnings("unchecked") // the column was made from an equal expression
    public <T extends @Nullable Boolean> BooleanColumn<R, T> get(BooleanExpression<T> expression) {
        return (BooleanColumn<R, T>) column(expression);
    }

    /** The column that is this expression in the query. */
    @SuppressWarnings("unchecked") // the column was made from an equal expression
    public <T extends @Nullable Json> JsonColumn<R, T> get(JsonExpression<T> expression) {
        return (JsonColumn<R, T>) column(expression);
    }

    /** The column that is this expression in the query. */
    @SuppressWarnings("unchecked") // the column was made from an equal expression
    public <E> ArrayColumn<R, E> get(ArrayExpression<E> expression) {
        return (ArrayColumn<R, E>) column(expression);
    }

    /** The column that is this expression in the query. */
    @SuppressWarnings("unchecked") // the column was made from an equal expression
    public <T extends @Nullable Object> Column<R, T> get(Expression<T> expression) {
        return (Column<R, T>) column(expression);
    }

    /**
     * The column of a name, for queries whose columns are chosen at run time.
     *
     * @throws InvalidQueryException if there is none, or its type is another
     */
    @SuppressWarnings("unchecked") // the type was compared
    public <T> Column<R, @Nullable T> get(String name, SqlType<T> type) {
        for (Column<R, ?> column : columns()) {
            if (column.label().equals(name) && column.type().equals(type)) {
                return (Column<R, @Nullable T>) column;
            }
        }
        throw new InvalidQueryException(
                "expected a column " + name + " " + type + " of " + this + ", which has " + columns());
    }
}
