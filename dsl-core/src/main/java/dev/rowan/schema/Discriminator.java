package dev.rowan.schema;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Comparison;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Functions;
import dev.rowan.expression.NumberExpression;
import java.util.List;

/**
 * Which rows a key that points at several tables is one of: those whose column has this value.
 *
 * @param column of the table that holds the key
 */
public record Discriminator(Column<?, ?> column, BoundValue<?> value) {

    /** {@code case when target_type = ? then 1 else 0 end}: the database says which rows are meant, as it does in a condition. */
    public NumberExpression<Integer> asNumber() {
        return Functions.when(condition(), 1).otherwise(0);
    }

    /** {@code target_type = ?}. */
    Condition condition() {
        return new Comparison(column, Comparison.Operator.EQUAL, value);
    }

    /** The same of another alias of the table. */
    Discriminator of(Table<?> table) {
        return new Discriminator(Keys.same(table, List.of(column)).get(0), value);
    }
}
