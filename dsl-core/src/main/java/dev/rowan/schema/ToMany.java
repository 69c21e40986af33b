package dev.rowan.schema;

import dev.rowan.expression.Condition;
import dev.rowan.expression.Exists;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Functions;
import dev.rowan.expression.NumberExpression;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows of another table that point at this one, declared by {@code hasMany}.
 *
 * @param <P> the record that has the association
 * @param <C> the associated record
 * @param <S> the associated table
 */
public final class ToMany<P, C, S extends Table<C>> extends Association<P, C, S> {
    private final Function<? super S, ? extends Column<C, ?>> foreignKey;

    ToMany(Table<P> owner, String name, Supplier<S> target, Function<? super S, ? extends Column<C, ?>> foreignKey) {
        super(owner, name, target);
        this.foreignKey = foreignKey;
    }

    @Override
    public Column<P, ?> ownerKey() {
        return pointedAt(this, targetKey(), owner());
    }

    @Override
    public Column<C, ?> targetKey() {
        return foreignKey.apply(target());
    }

    @Override
    public boolean isMany() {
        return true;
    }

    /** {@code ORDER.LINE_ITEMS.any()} is {@code exists (select 1 from line_items as r1 where r1.order_id = orders.id)}. */
    public Condition any() {
        return exists(null);
    }

    /** {@code ORDER.LINE_ITEMS.any(i -> i.QUANTITY.gt(3))} is {@code exists (select 1 from … and r1.quantity > ?)}. */
    public Condition any(Function<? super S, ? extends Condition> condition) {
        return exists(condition.apply(related()));
    }

    /** {@code ORDER.LINE_ITEMS.none()} is {@code not exists (select 1 from line_items as r1 where r1.order_id = orders.id)}. */
    public Condition none() {
        return any().not();
    }

    /** {@code ORDER.LINE_ITEMS.none(i -> i.QUANTITY.gt(3))} is {@code not exists (select 1 from … and r1.quantity > ?)}. */
    public Condition none(Function<? super S, ? extends Condition> condition) {
        return any(condition).not();
    }

    /**
     * {@code ORDER.LINE_ITEMS.all(i -> i.QUANTITY.gt(3))}: there is no item for which it is not true. True where there are no
     * items; a condition that is unknown, because something in it is NULL, is not true.
     */
    public Condition all(Function<? super S, ? extends Condition> condition) {
        Condition said = condition.apply(related());
        return exists(Functions.when(said, 1).otherwise(0).eq(0)).not();
    }

    private Condition exists(@Nullable Condition condition) {
        return new Exists(new Related<@Nullable Object>(this, related(), condition, null));
    }

    /** {@code ORDER.LINE_ITEMS.count()} is {@code (select count(*) from line_items as r1 where r1.order_id = orders.id)}. */
    public NumberExpression<Long> count() {
        return counted(null);
    }

    /** {@code ORDER.LINE_ITEMS.count(i -> i.QUANTITY.gt(3))}: how many items for which it is true; 0 if there is none. */
    public NumberExpression<Long> count(Function<? super S, ? extends Condition> condition) {
        return counted(condition.apply(related()));
    }

    private NumberExpression<Long> counted(@Nullable Condition condition) {
        return Functions.notNull(
                Functions.number(Functions.scalar(new Related<Long>(this, related(), condition, Functions.count()))));
    }

    /** {@code ORDER.LINE_ITEMS.sum(i -> i.QUANTITY)} is {@code (select sum(r1.quantity) from …)}; NULL if there is none. */
    public NumberExpression<@Nullable BigDecimal> sum(Function<? super S, ? extends NumberExpression<?>> number) {
        return Functions.number(aggregate(items -> Functions.sum(number.apply(items))));
    }

    /**
     * {@code ORDER.LINE_ITEMS.aggregate(i -> max(i.QUANTITY))} is {@code (select max(r1.quantity) from …)}: any aggregate of the
     * rows, over some of them by {@code max(…).filter(…)}.
     */
    public <T extends @Nullable Object> Expression<@Nullable T> aggregate(
            Function<? super S, ? extends Expression<T>> aggregate) {
        return Functions.scalar(new Related<T>(this, related(), null, aggregate.apply(related())));
    }
}
