package dev.rowan.schema;

import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Functions;
import dev.rowan.expression.NumberExpression;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows of another table that point at this one, declared by {@code hasMany}, or that a table in between connects with it,
 * declared by {@code manyToMany}.
 *
 * @param <P> the record that has the association
 * @param <C> the associated record
 * @param <S> the associated table
 */
public final class ToMany<P, C, S extends Table<C>> extends Association<P, C, S> {
    private final Function<ToMany<P, C, S>, Keys<P>> finder;
    private final @Nullable Supplier<Through<?, C>> through;

    private ToMany(
            Table<P> owner,
            String name,
            Supplier<S> target,
            Function<ToMany<P, C, S>, Keys<P>> finder,
            @Nullable Supplier<Through<?, C>> through) {
        super(owner, name, target);
        this.finder = finder;
        this.through = through;
    }

    static <P, C, S extends Table<C>> ToMany<P, C, S> direct(
            Table<P> owner, String name, Supplier<S> target, Function<? super S, ? extends ForeignKey<C>> foreignKey) {
        return new ToMany<>(owner, name, target, own -> Keys.pointing(own, foreignKey.apply(own.target())), null);
    }

    static <P, C, S extends Table<C>, L, T extends Table<L>> ToMany<P, C, S> through(
            Table<P> owner,
            String name,
            Supplier<T> link,
            Function<? super T, ToOne<L, P, ?>> back,
            Function<? super T, ToOne<L, C, S>> on) {
        return new ToMany<>(
                owner,
                name,
                () -> on.apply(link.get()).target(),
                own -> Keys.pointing(own, back.apply(link.get())),
                () -> new Through<>(link.get(), on.apply(link.get())));
    }

    @Override
    Keys<P> findKeys() {
        return finder.apply(this);
    }

    @Override
    @Nullable
    Through<?, C> through() {
        return through == null ? null : through.get();
    }

    @Override
    public boolean isMany() {
        return true;
    }

    @Override
    public boolean isOptional(Set<String> unfiltered) {
        return true;
    }

    /**
     * {@code ORDER.LINE_ITEMS.all(i -> i.QUANTITY.gt(3))}: there is no item for which it is not true. True where there are no
     * items; a condition that is unknown, because something in it is NULL, is not true.
     */
    public Condition all(Function<? super S, ? extends Condition> condition) {
        Condition said = condition.apply(related());
        return exists(Functions.when(said, 1).otherwise(0).eq(0)).not();
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
