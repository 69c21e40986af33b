package dev.rowan.query;

import dev.rowan.expression.Condition;
import dev.rowan.schema.Table;
import java.util.function.BiFunction;

/**
 * A join that waits for its condition. Immutable.
 *
 * @param <R> what a row becomes
 * @param <S> the table of the FROM clause
 * @param <J> the joined table
 */
public final class JoinOn<R, S extends Table<?>, J extends Table<?>> {
    private final Select<R, S> select;
    private final Join.Kind kind;
    private final J table;

    JoinOn(Select<R, S> select, Join.Kind kind, J table) {
        this.select = select;
        this.kind = kind;
        this.table = table;
    }

    /** {@code .join(USER).on(ORDER.USER_ID.eq(USER.ID))} is {@code join users on user_id = id}. */
    public Select<R, S> on(Condition condition) {
        return select.with(new Join(kind, table, Condition.required(condition)));
    }

    /** {@code .join(USER).on((o, u) -> o.USER_ID.eq(u.ID))}: given the table of the FROM clause and the joined one. */
    public Select<R, S> on(BiFunction<? super S, ? super J, ? extends Condition> condition) {
        return on(condition.apply(select.table(), table));
    }
}
