package dev.rowan.query;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Expression;
import dev.rowan.schema.Column;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/** A column and what an insert or an update sets it to. */
public record Assignment(Column<?, ?> column, Expression<?> value) {

    static <T extends @Nullable Object> Assignment of(Column<?, T> column, @Nullable T value) {
        if (value == null && !column.isNullable()) {
            throw new IllegalArgumentException("expected a value for " + column
                    + ", which is not null, got null; set a value, or leave the column out");
        }
        if (value != null) {
            requireDigits(column, column.type(), value);
        }
        return new Assignment(column, new BoundValue<>(column.type(), value));
    }

    /**
     * Refuses a decimal that its column does not hold: the database would round it, or SQLite keep it.
     *
     * @throws IllegalArgumentException if it, or an element of an array, has more digits after the point, or before it
     */
    static <T> void requireDigits(Column<?, ?> column, SqlType<T> type, T value) {
        if (type.kind() == SqlType.Kind.ARRAY) {
            SqlType<?> element = type.element();
            if (element.kind() == SqlType.Kind.DECIMAL && element.size() > 0) {
                ((List<?>) type.toColumn(value)).forEach(number -> requireHeld(column, element, number));
            }
        } else if (type.kind() == SqlType.Kind.DECIMAL && type.size() > 0) {
            requireHeld(column, type, type.toColumn(value));
        }
    }

    private static void requireHeld(Column<?, ?> column, SqlType<?> decimal, @Nullable Object value) {
        if (!(value instanceof BigDecimal number)) {
            return;
        }
        int after =
                number.scale() > decimal.scale() ? number.stripTrailingZeros().scale() : 0;
        if (after > decimal.scale()) {
            throw new IllegalArgumentException("expected a decimal of at most " + decimal.scale()
                    + " digits after the point for " + column + ", got one of " + after + "; round it first");
        }
        long before = (long) number.precision() - number.scale();
        if (before > decimal.size() - decimal.scale() && number.signum() != 0) {
            throw new IllegalArgumentException("expected a decimal of at most "
                    + (decimal.size() - decimal.scale()) + " digits before the point for " + column + ", got one of "
                    + before);
        }
    }

    static void requireTable(Table<?> table, Assignment assignment) {
        requireTable(table, assignment.column());
    }

    static void requireTable(Table<?> table, Column<?, ?> column) {
        if (column.table() != table) {
            throw new IllegalArgumentException(
                    "expected a column of " + table + " to set, got " + column + " of another table or alias");
        }
    }

    static Assignment ofNumber(NumberColumn<?, ?> column, long value) {
        BoundValue<?> bound = BoundValue.ofNumber(column.type(), value);
        if (!bound.type().equals(column.type())) {
            throw new IllegalArgumentException(
                    "expected a number that " + column + " can hold as " + column.type() + ", got " + value);
        }
        if (column.type().kind() == SqlType.Kind.DECIMAL && column.type().size() > 0) {
            requireHeld(column, column.type(), bound.value());
        }
        return new Assignment(column, bound);
    }

    /** The same with something else made of a value that is not NULL and not computed. */
    @SuppressWarnings("unchecked") // the value of a column of T is a T
    <T extends @Nullable Object> Assignment mapped(Column<?, T> mappedColumn, UnaryOperator<@NonNull T> mapping) {
        return value instanceof BoundValue<?> bound && bound.value() != null
                ? of(mappedColumn, mapping.apply((@NonNull T) bound.value()))
                : this;
    }
}
