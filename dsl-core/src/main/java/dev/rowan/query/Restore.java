package dev.rowan.query;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Condition;
import dev.rowan.schema.DefaultFilter;
import dev.rowan.schema.Table;
import dev.rowan.schema.TemporalColumn;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The return of rows that were deleted softly, which does not say yet which rows, and so is no statement. Immutable.
 *
 * @param <R> the record of the table's rows
 * @param <S> the table
 */
public final class Restore<R, S extends Table<R>> {
    private final S table;
    private final TemporalColumn<R, ?> deletedAt;

    Restore(S table) {
        this.table = table;
        this.deletedAt = Unfiltered.requireDeletedAt(table);
    }

    /** {@code .where(USER.ID.eq(42))} is {@code where id = ? and deleted_at is not null}. */
    public Update<R> where(Condition condition) {
        return made(Guard.of(condition).and(deletedAt.isNotNull()));
    }

    /** {@code .where(u -> u.ID.eq(42))} is {@code where id = ? and deleted_at is not null}. */
    public Update<R> where(Function<? super S, ? extends Condition> condition) {
        return where(condition.apply(table));
    }

    /** Brings every deleted row of the table back. */
    public Update<R> everyRow() {
        return made(deletedAt.isNotNull());
    }

    private Update<R> made(Condition condition) {
        Assignment notDeleted = new Assignment(deletedAt, new BoundValue<>(deletedAt.type(), null));
        return new Update<>(table, List.of(notDeleted), condition, Set.of(DefaultFilter.SOFT_DELETE), null, true);
    }
}
