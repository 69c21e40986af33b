package dev.rowan.expression;

import dev.rowan.type.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The rows of a subquery as one value: a JSON array with an array for each row, or, of the only row, the array of its values. In it
 * whole numbers and truth values stand as such, rows within a row as arrays, and everything else as a text.
 *
 * @param rows the subquery, whose only column is a {@linkplain #row row}
 * @param order the order in which the rows come
 * @param maxRows how many rows there are at most, 0 for all
 * @param many whether it is an array of rows, rather than the only row
 */
public record NestedRows(Subquery<?> rows, List<SortKey> order, int maxRows, boolean many) implements ExpressionNode {
    /** The function, by the name that dialects know it, that makes an array of the values of a row. */
    public static final String ROW = "json_row";

    private static final int MOST_COLUMNS = 100; // arguments that a function takes on every database

    /** Creates the value, copying the order. */
    public NestedRows {
        order = List.copyOf(order);
    }

    /** The value as an expression of the type that reads it. */
    public <T> Expression<T> as(SqlType<T> type) {
        return new Typed.OfAny<>(this, type);
    }

    /**
     * The rows as one array, by an aggregate.
     *
     * @param row the array of the values of each
     * @param limited whether the aggregate takes no more than there are at most
     */
    public Expression<?> aggregate(Expression<?> row, boolean limited) {
        List<Expression<?>> arguments =
                limited ? List.of(row, BoundValue.of(SqlType.BIGINT, (long) maxRows)) : List.of(row);
        String function = limited ? "json_rows_limited" : "json_rows";
        return new Typed.OfAny<>(new Aggregate(function, true, false, arguments, order, null), SqlType.JSON);
    }

    /**
     * The values of a row as one JSON array.
     *
     * @throws IllegalArgumentException if there are more than {@value #MOST_COLUMNS}, or one is an array of a type that JSON lacks
     */
    public static Expression<?> row(List<? extends Selectable<?>> columns) {
        if (columns.size() > MOST_COLUMNS) {
            throw new IllegalArgumentException("expected at most " + MOST_COLUMNS
                    + " columns of rows within a row, got " + columns.size() + "; select those that are needed");
        }
        List<Expression<?>> values = columns.stream()
                .<Expression<?>>map(column -> value(Named.unwrap(column.expression())))
                .toList();
        return new Typed.OfAny<>(new Call(ROW, Nullability.NEVER, values), SqlType.JSON);
    }

    private static Expression<?> value(Expression<?> expression) {
        return switch (expression.type().kind()) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT -> expression;
            case ARRAY -> JsonFunctions.toJson(expression);
            case JSON -> isNested(expression) ? converted("json_nested", expression) : text(expression);
            default -> text(expression);
        };
    }

    private static boolean isNested(Expression<?> expression) {
        return expression instanceof Typed<?> typed && typed.node() instanceof NestedRows;
    }

    private static Expression<?> text(Expression<?> expression) {
        return converted("text_of_" + expression.type().kind().name().toLowerCase(Locale.ROOT), expression);
    }

    private static Expression<?> converted(String function, Expression<?> expression) {
        return new Typed.OfAny<>(Call.of(function, expression), SqlType.TEXT);
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitNestedRows(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.PRIMARY;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return !many;
    }
}
