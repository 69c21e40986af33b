package dev.rowan.query;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Expression;
import dev.rowan.schema.Column;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import org.jspecify.annotations.Nullable;

/** A column and what an insert or an update sets it to. */
public record Assignment(Column<?, ?> column, Expression<?> value) {

    static <T extends @Nullable Object> Assignment of(Column<?, T> column, @Nullable T value) {
        if (value == null && !column.isNullable()) {
            throw new IllegalArgumentException("expected a value for " + column
                    + ", which is not null, got null; set a value, or leave the column out");
        }
        return new Assignment(column, new BoundValue<>(column.type(), value));
    }

    static void requireTable(Table<?> table, Assignment assignment) {
        if (assignment.column().table() != table) {
            throw new IllegalArgumentException("expected a column of " + table + " to set, got " + assignment.column()
                    + " of another table or alias");
        }
    }

    static Assignment ofNumber(NumberColumn<?, ?> column, long value) {
        BoundValue<?> bound = BoundValue.ofNumber(column.type(), value);
        if (!bound.type().equals(column.type())) {
            throw new IllegalArgumentException(
                    "expected a number that " + column + " can hold as " + column.type() + ", got " + value);
        }
        return new Assignment(column, bound);
    }
}
