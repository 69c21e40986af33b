package dev.rowan.query;

import dev.rowan.expression.Comparison;
import dev.rowan.expression.Condition;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A join that waits for its condition. Immutable.
 *
 * @param <R> what a row becomes
 * @param <S> the table of the FROM clause
 * @param <J> the joined table
 */
public final class JoinOn<R extends @Nullable Object, S extends Table<?>, J extends Table<?>> {
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
        if (Condition.required(condition).isNeutral()) {
            throw new IllegalArgumentException("expected a condition to join " + table + " on, got noCondition(); use"
                    + " crossJoin(…) for every row with every row");
        }
        return select.with(new Join(kind, table, condition));
    }

    /** {@code .join(USER).on((o, u) -> o.USER_ID.eq(u.ID))}: given the table of the FROM clause and the joined one. */
    public Select<R, S> on(BiFunction<? super S, ? super J, ? extends Condition> condition) {
        return on(condition.apply(select.table(), table));
    }

    /**
     * {@code .join(ITEM).using(ORDER.TENANT_ID, ORDER.ORDER_ID)} is {@code on orders.tenant_id = items.tenant_id and …}: the
     * columns, each equal to that of the same name in the joined table.
     *
     * @throws IllegalArgumentException if the joined table has no such column
     */
    public Select<R, S> using(Column<?, ?> first, Column<?, ?>... rest) {
        Condition condition = same(first);
        for (Column<?, ?> column : rest) {
            condition = condition.and(same(column));
        }
        return on(condition);
    }

    private Condition same(Column<?, ?> column) {
        for (Column<?, ?> candidate : table.columns()) {
            if (candidate.name().equals(column.name())) {
                return new Comparison(column, Comparison.Operator.EQUAL, candidate);
            }
        }
        throw new IllegalArgumentException(
                "expected a column " + column.name() + " of " + table + ", which has " + table.columns());
    }
}
