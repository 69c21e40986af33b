package dev.rowan.query;

import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.schema.Column;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An update that does not say yet which rows it touches, and so is no statement. Immutable.
 *
 * @param <R> the record of the table's rows
 * @param <S> the table
 */
public final class UpdateSet<R, S extends Table<R>> {
    private final S table;
    private final List<Assignment> assignments;

    UpdateSet(S table, List<Assignment> assignments) {
        this.table = table;
        this.assignments = assignments;
    }

    /**
     * {@code .set(USER.NAME, "Ann")} is {@code set name = ?}; null sets NULL.
     *
     * @throws IllegalArgumentException if the value is null and the column is not null
     */
    public <T extends @Nullable Object> UpdateSet<R, S> set(Column<R, T> column, T value) {
        return with(Assignment.of(column, value));
    }

    /**
     * {@code .set(PRODUCT.STOCK, 5)} is {@code set stock = ?}.
     *
     * @throws IllegalArgumentException if the column cannot hold the number
     */
    public UpdateSet<R, S> set(NumberColumn<R, ?> column, long value) {
        return with(Assignment.ofNumber(column, value));
    }

    /** {@code .set(PRODUCT.STOCK, PRODUCT.STOCK.minus(1))} is {@code set stock = stock - ?}. */
    public <T extends @Nullable Object> UpdateSet<R, S> set(Column<R, T> column, Expression<? extends T> value) {
        return with(new Assignment(column, value));
    }

    private UpdateSet<R, S> with(Assignment assignment) {
        Assignment.requireTable(table, assignment);
        if (assignments.stream().anyMatch(a -> a.column() == assignment.column())) {
            throw new IllegalArgumentException("expected " + assignment.column() + " to be set once, got it twice");
        }
        return new UpdateSet<>(table, RareClauses.append(assignments, assignment));
    }

    /** {@code .where(USER.ID.eq(42))} is {@code where id = ?}. */
    public Update<R> where(Condition condition) {
        return new Update<>(table, assignments, Guard.of(condition));
    }

    /** {@code .where(u -> u.ID.eq(42))} is {@code where id = ?}. */
    public Update<R> where(Function<? super S, ? extends Condition> condition) {
        return where(condition.apply(table));
    }

    /** Touches every row of the table: no {@code where}. */
    public Update<R> everyRow() {
        return new Update<>(table, assignments, null);
    }
}
