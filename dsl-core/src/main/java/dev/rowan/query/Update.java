package dev.rowan.query;

import dev.rowan.expression.Condition;
import dev.rowan.schema.Column;
import dev.rowan.schema.DefaultFilter;
import dev.rowan.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NonNull;
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
    private final Set<String> unfiltered;
    private final boolean checked; // by the rules of the columns
    private final @Nullable Condition key; // of the only row, where its version is to be checked
    private final @Nullable Taken<R> taken;

    Update(
            Table<R> table,
            List<Assignment> assignments,
            @Nullable Condition condition,
            Set<String> unfiltered,
            @Nullable Condition key,
            boolean checked) {
        this(table, assignments, condition, unfiltered, key, checked, null);
    }

    private Update(
            Table<R> table,
            List<Assignment> assignments,
            @Nullable Condition condition,
            Set<String> unfiltered,
            @Nullable Condition key,
            boolean checked,
            @Nullable Taken<R> taken) {
        this.taken = taken;
        this.checked = checked;
        this.unfiltered = unfiltered;
        this.key = key;
        if (assignments.isEmpty()) {
            throw new IllegalArgumentException("expected set(…) before where(…) in an update of " + table);
        }
        this.table = table;
        this.assignments = assignments;
        this.condition = condition;
    }

    /** The record that is written, and the columns that get what it holds. */
    record Taken<R>(R record, List<Column<R, ?>> columns) {
        Taken<R> without(Column<R, ?> changed) {
            return new Taken<>(
                    record, columns.stream().filter(column -> column != changed).toList());
        }
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

    /** The names of the default filters that are switched off. */
    public Set<String> unfiltered() {
        return unfiltered;
    }

    /** What finds the row whose version the condition asks for, or null. */
    public @Nullable Condition versionedKey() {
        return key;
    }

    /** The same for rows too that were {@linkplain Table#softDelete deleted softly}. */
    public Update<R> withDeleted() {
        return new Update<>(
                table,
                assignments,
                condition,
                Unfiltered.and(unfiltered, DefaultFilter.SOFT_DELETE),
                key,
                checked,
                taken);
    }

    /** The same without a default filter of the table. */
    public Update<R> unfiltered(DefaultFilter filter) {
        return new Update<>(
                table, assignments, condition, Unfiltered.and(unfiltered, filter.name()), key, checked, taken);
    }

    /**
     * The same with something else made of the values of a column, for {@code beforeUpdate}; NULL, what the database computes, and a
     * column that is not set are left alone.
     */
    public <T extends @Nullable Object> Update<R> map(Column<R, T> column, UnaryOperator<@NonNull T> mapping) {
        List<Assignment> mapped = assignments.stream()
                .map(assignment -> assignment.column() == column ? assignment.mapped(column, mapping) : assignment)
                .toList();
        return new Update<>(
                table, mapped, condition, unfiltered, key, checked, taken == null ? null : taken.without(column));
    }

    /** The same whose values are not checked by the rules of their columns, but by the database alone. */
    public Update<R> withoutRules() {
        return new Update<>(table, assignments, condition, unfiltered, key, false, taken);
    }

    /** Whether values are checked by the rules of their columns before they are sent. */
    public boolean isChecked() {
        return checked;
    }

    /** The same of the rows that a condition finds, whatever the default filters say. For executors. */
    public Update<R> ofRows(Condition found) {
        return new Update<>(table, assignments, found, Unfiltered.all(table), null, checked);
    }

    Update<R> with(List<Assignment> all) {
        return new Update<>(table, all, condition, unfiltered, key, checked, taken);
    }

    /** The same, of which these columns get what a record holds. */
    Update<R> taking(R record, List<Column<R, ?>> columns) {
        return new Update<>(table, assignments, condition, unfiltered, key, checked, new Taken<>(record, columns));
    }

    /** What is taken from a record; null if nothing is. */
    @Nullable
    Taken<R> taken() {
        return taken;
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
                && Objects.equals(condition, that.condition)
                && unfiltered.equals(that.unfiltered)
                && checked == that.checked
                && Objects.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(table), assignments, condition, unfiltered);
    }
}
