package dev.rowan.query;

import dev.rowan.expression.Condition;
import dev.rowan.schema.Table;
import java.util.function.BiFunction;

/**
 * A delete that reads another table and does not say yet how its rows belong together, and so is no statement. Immutable.
 *
 * @param <R> the record of the rows that are deleted
 * @param <S> the table whose rows are deleted
 * @param <B> the table that is read
 */
public final class DeleteUsing<R, S extends Table<R>, B extends Table<?>> {
    private final DeleteFrom<R, S> delete;
    private final S table;
    private final B using;

    DeleteUsing(DeleteFrom<R, S> delete, S table, B using) {
        this.delete = delete;
        this.table = table;
        this.using = UpdateFrom.requireOther(table, using);
    }

    /**
     * Deletes the rows that a row of the other table belongs to. It is standard SQL, the same on every database:
     *
     * <pre>{@code
     * deleteFrom(ORDER).using(USER).where(USER.ID.eq(ORDER.USER_ID).and(USER.ACTIVE.isFalse()))
     * // delete from orders where exists (select 1 from users where id = orders.user_id and not active)
     * }</pre>
     *
     * @throws IllegalArgumentException if the condition says nothing
     */
    public Delete<R> where(Condition condition) {
        return delete.where(UpdateFrom.isThere(using, Guard.of(condition)));
    }

    /** {@code .where((order, user) -> user.ID.eq(order.USER_ID))}, see {@link #where(Condition)}. */
    public Delete<R> where(BiFunction<? super S, ? super B, ? extends Condition> condition) {
        return where(condition.apply(table, using));
    }
}
