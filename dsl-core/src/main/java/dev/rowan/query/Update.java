package dev.rowan.query;

import dev.rowan.expression.Condition;
import dev.rowan.schema.Table;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An update. Immutable.
 *
 * <pre>{@code
 * update(PRODUCT).set(PRODUCT.STOCK, PRODUCT.STOCK.minus(1)).where(PRODUCT.ID.eq(7))
 * // update products set stock = stock - ? where id = ?
 * }</pre>
 *
 * @param <R> the record of the table's rows
 */
public final class Update<R> extends RowWrite<R> {
    private final Table<R> table;
    private final List<Assignment> assignments;
    private final @Nullable Condition condition;

    Update(Table<R> table, List<Assignment> assignments, @Nullable Condition condition) {
        if (assignments.isEmpty()) {
            throw new IllegalArgumentException("expected set(…) before where(…) in an update of " + table);
        }
        this.table = table;
        this.assignments = assignments;
        this.condition = condition;
    }

    @Override
    public Table<R> table() {
        return table;
    }

    /** What is set, at least one column. */
    public List<Assignment> assignments() {
        return assignments;
    }

    /** The WHERE clause, or null for every row. */
    public @Nullable Condition condition() {
        return condition;
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitUpdate(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Update<?> that
                && table == that.table
                && assignments.equals(that.assignments)
                && Objects.equals(condition, that.condition);
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(table), assignments, condition);
    }
}
