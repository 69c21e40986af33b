package dev.rowan.dialect.sqlite;

import dev.rowan.expression.Expression;
import dev.rowan.expression.Named;
import dev.rowan.query.RowQuery;
import dev.rowan.query.SetOperation;
import dev.rowan.type.SqlType.Kind;
import java.util.ArrayList;
import java.util.List;

/** The selects that a set operation is made of, column by column. */
final class Operands {
    private Operands() {}

    /** What the selects of a query, of which there may be only one, have as a column. */
    static List<Expression<?>> column(RowQuery<?> query, int index) {
        if (!(query instanceof SetOperation<?> operation)) {
            return List.of(query.column(index).expression());
        }
        List<Expression<?>> all = new ArrayList<>(column(operation.left(), index));
        all.addAll(column(operation.right(), index));
        return all;
    }

    /** Whether a column holds texts of so many digits in each of several selects, or is that of only one. */
    static boolean areAlike(List<Expression<?>> column) {
        return column.size() == 1
                || SqliteRenderer.areAlike(column.stream().map(Named::unwrap).toList());
    }

    /** The decimals of a set operation that are compared as numbers, and those of the one around it. */
    static List<Expression<?>> numbers(SetOperation<?> operation, List<Expression<?>> outer) {
        List<Expression<?>> numbers = new ArrayList<>(outer);
        for (int i = 0; i < operation.width(); i++) {
            List<Expression<?>> column = column(operation, i);
            if (operation.column(i).type().kind() == Kind.DECIMAL && !areAlike(column)) {
                numbers.addAll(column);
            }
        }
        for (int i = 0; i < operation.width(); i++) { // what is a number at one place is one at its other places
            List<Expression<?>> column = column(operation, i);
            if (column.stream().anyMatch(numbers::contains)) {
                numbers.addAll(column);
            }
        }
        return numbers;
    }

    /** Whether rows are only put after each other, and never compared. */
    static boolean areAppended(RowQuery<?> query) {
        return !(query instanceof SetOperation<?> operation)
                || (operation.kind() == SetOperation.Kind.UNION
                        && operation.isAll()
                        && areAppended(operation.left())
                        && !(operation.right() instanceof SetOperation));
    }
}
