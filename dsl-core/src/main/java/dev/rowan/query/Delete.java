package dev.rowan.query;

import dev.rowan.expression.Condition;
import dev.rowan.schema.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A delete. Immutable. {@code deleteFrom(USER).where(USER.ID.eq(42))} is {@code delete from users where id = ?}.
 *
 * @param <R> the record of the table's rows
 */
public final class Delete<R> extends RowWrite<R> {
    private final Table<R> table;
    private final @Nullable Condition condition;

    Delete(Table<R> table, @Nullable Condition condition) {
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

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitDelete(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Delete<?> that && table == that.table && Objects.equals(condition, that.condition);
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(table), condition);
    }
}
