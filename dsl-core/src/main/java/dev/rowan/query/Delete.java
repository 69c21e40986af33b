package dev.rowan.query;

import dev.rowan.expression.Condition;
import dev.rowan.schema.DefaultFilter;
import dev.rowan.schema.Table;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A delete. Immutable. {@code deleteFrom(USER).where(USER.ID.eq(42))} is {@code delete from users where id = ?}; of a table whose rows
 * are {@linkplain Table#softDelete deleted softly} it is {@code update users set deleted_at = ? where id = ? and deleted_at is null}.
 *
 * @param <R> the record of the table's rows
 */
public final class Delete<R> extends RowWrite<R> {
    private final Table<R> table;
    private final @Nullable Condition condition;
    private final boolean hard;
    private final Set<String> unfiltered;

    Delete(Table<R> table, @Nullable Condition condition, boolean hard, Set<String> unfiltered) {
        this.hard = hard;
        this.unfiltered = unfiltered;
        this.table = table;
        this.condition = condition;
    }

    @Override
    public Table<R> table() {
        return table;
    }

    /** The WHERE clause, or null for every row. */
    public @Nullable Condition condition() {
        return condition;
    }

    /** Whether the rows go for good, also where the table says {@code softDelete(…)}. */
    public boolean isHard() {
        return hard || table.deletedAt() == null;
    }

    /** The names of the default filters that are switched off. */
    public Set<String> unfiltered() {
        return unfiltered;
    }

    /** The same without a default filter of the table. */
    public Delete<R> unfiltered(DefaultFilter filter) {
        return new Delete<>(table, condition, hard, Unfiltered.and(unfiltered, filter.name()));
    }

    /** The same of the rows that a condition finds, whatever the default filters say. For executors. */
    public Delete<R> ofRows(Condition found) {
        return new Delete<>(table, found, hard, Unfiltered.all(table));
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitDelete(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Delete<?> that
                && table == that.table
                && hard == that.hard
                && Objects.equals(condition, that.condition)
                && unfiltered.equals(that.unfiltered);
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(table), condition, hard, unfiltered);
    }
}
