package dev.rowan.query;

import dev.rowan.expression.Condition;
import dev.rowan.schema.Table;
import java.util.function.Function;

/**
 * A delete that does not say yet which rows it touches, and so is no statement. Immutable.
 *
 * @param <R> the record of the table's rows
 * @param <S> the table
 */
public final class DeleteFrom<R, S extends Table<R>> {
    private final S table;

    DeleteFrom(S table) {
        this.table = table;
    }

    /** {@code .where(USER.ID.eq(42))} is {@code where id = ?}. */
    public Delete<R> where(Condition condition) {
        return new Delete<>(table, Guard.of(condition));
    }

    /** {@code .where(u -> u.ID.eq(42))} is {@code where id = ?}. */
    public Delete<R> where(Function<? super S, ? extends Condition> condition) {
        return where(condition.apply(table));
    }

    /** Deletes every row of the table: no {@code where}. */
    public Delete<R> everyRow() {
        return new Delete<>(table, null);
    }
}
