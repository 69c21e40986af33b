package dev.rowan.query;

import dev.rowan.expression.Condition;
import dev.rowan.schema.DefaultFilter;
import dev.rowan.schema.Table;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A delete that does not say yet which rows it touches, and so is no statement. Immutable.
 *
 * @param <R> the record of the table's rows
 * @param <S> the table
 */
public final class DeleteFrom<R, S extends Table<R>> {
    private final S table;
    private final boolean hard;

    DeleteFrom(S table, boolean hard) {
        this.hard = hard;
        this.table = table;
    }

    /**
     * Reads another table, or an alias: {@code deleteFrom(ORDER).using(USER).where((o, u) -> u.ID.eq(o.USER_ID))}.
     *
     * @throws IllegalArgumentException if it is the table whose rows are deleted
     */
    public <B extends Table<?>> DeleteUsing<R, S, B> using(B read) {
        return new DeleteUsing<>(this, table, read);
    }

    /** {@code .where(USER.ID.eq(42))} is {@code where id = ?}. */
    public Delete<R> where(Condition condition) {
        return made(Guard.of(condition));
    }

    /** {@code .where(u -> u.ID.eq(42))} is {@code where id = ?}. */
    public Delete<R> where(Function<? super S, ? extends Condition> condition) {
        return where(condition.apply(table));
    }

    /** Deletes every row of the table: no {@code where}. */
    public Delete<R> everyRow() {
        return made(null);
    }

    private Delete<R> made(@Nullable Condition condition) {
        return new Delete<>(table, condition, hard, hard ? Set.of(DefaultFilter.SOFT_DELETE) : Set.of());
    }
}
