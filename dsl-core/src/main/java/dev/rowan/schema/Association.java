package dev.rowan.schema;

import dev.rowan.expression.Condition;
import dev.rowan.expression.Exists;
import dev.rowan.expression.SortKey;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A declared connection between two tables. By itself it is an {@link Include} of its records. Compared by identity.
 *
 * @param <P> the record that has the association
 * @param <C> the associated record
 * @param <S> the associated table
 */
public abstract sealed class Association<P, C, S extends Table<C>> extends Include<P, C, S> permits ToMany, ToOne {
    private static final Pattern GENERATED = Pattern.compile("[rp][0-9]{1,4}");

    private final Table<P> owner;
    private final String name;
    private final Supplier<S> target;
    private final AtomicReference<@Nullable Route<S>> related = new AtomicReference<>();
    private @Nullable Keys<P> keys; // racy: any thread may find the same again

    Association(Table<P> owner, String name, Supplier<S> target) {
        this.owner = owner;
        this.name = name;
        this.target = target;
    }

    /** The table that declares the association. */
    public final Table<P> owner() {
        return owner;
    }

    /** The name, which is that of the record's component. */
    public final String name() {
        return name;
    }

    /** The associated table. */
    public final S target() {
        return target.get();
    }

    /** The table in between, or null. */
    @Nullable
    Through<?, C> through() {
        return null;
    }

    /** Which columns are equal, those of the table in between if there is one. */
    final Keys<P> keys() {
        Keys<P> known = keys;
        if (known == null) {
            known = findKeys();
            keys = known;
        }
        return known;
    }

    abstract Keys<P> findKeys();

    /** How the rows are found, under the name that the table has by itself. */
    public final Route<S> route() {
        Through<?, C> through = through();
        return route(target(), through == null ? null : through.link());
    }

    /** How the rows are found within a query of the owner's, under a name of their own. */
    public final Route<S> routeWithin() {
        Route<S> known = related.get();
        if (known != null) {
            return known;
        }
        int depth = depth();
        Through<?, C> through = through();
        Route<S> made = route(
                Table.alias(target(), "r" + depth), through == null ? null : Table.alias(through.link(), "l" + depth));
        return related.compareAndSet(null, made) ? made : Objects.requireNonNull(related.get());
    }

    private Route<S> route(S rows, @Nullable Table<?> link) {
        Through<?, C> through = through();
        Table<?> holder = through == null ? rows : Objects.requireNonNull(link);
        Condition onLink = through == null ? null : through.joining(holder, rows);
        Discriminator one = keys().ofOther();
        return new Route<>(
                rows,
                link,
                onLink,
                List.copyOf(Keys.same(holder, keys().other())),
                one == null ? null : one.of(holder).condition());
    }

    /**
     * The associated table under a name of its own within the owner's: what a subquery about the associated rows is of. One and
     * the same for every subquery, so that equal queries are equal.
     */
    final S related() {
        return routeWithin().rows();
    }

    /** 1, and 2 within that: makes names short, and other than that of the owner. */
    final int depth() {
        String alias = owner.tableName().alias();
        return alias != null && GENERATED.matcher(alias).matches() ? Integer.parseInt(alias.substring(1)) + 1 : 1;
    }

    /** The owner's columns whose values are matched. */
    public final List<Column<P, ?>> ownerKey() {
        return keys().owner();
    }

    /** Which rows of the owner have any associated row, or null for all. */
    public final @Nullable Discriminator discriminator() {
        return keys().ofOwner();
    }

    /** Which rows of the associated table are meant, or null for all; of an alias of it. */
    public final @Nullable Discriminator inverseDiscriminator(Table<?> rows) {
        Discriminator one = through() == null ? keys().ofOther() : null;
        return one == null ? null : one.of(rows);
    }

    /** Whether it leads from a table to itself. */
    final boolean isReflexive() {
        return target().identifier().equals(owner.identifier());
    }

    /** Whether it leads to many records. */
    public abstract boolean isMany();

    /**
     * Whether a row of the owner may have no associated row.
     *
     * @param unfiltered the names of the default filters that do not hide one
     */
    public abstract boolean isOptional(Set<String> unfiltered);

    /** {@code ORDER.LINE_ITEMS.any()} is {@code exists (select 1 from line_items as r1 where r1.order_id = orders.id)}. */
    public final Condition any() {
        return exists(null);
    }

    /** {@code ORDER.LINE_ITEMS.any(i -> i.QUANTITY.gt(3))} is {@code exists (select 1 from … and r1.quantity > ?)}. */
    public final Condition any(Function<? super S, ? extends Condition> condition) {
        return exists(condition.apply(related()));
    }

    /** {@code ORDER.LINE_ITEMS.none()} is {@code not exists (select 1 from line_items as r1 where r1.order_id = orders.id)}. */
    public final Condition none() {
        return any().not();
    }

    /** {@code ORDER.LINE_ITEMS.none(i -> i.QUANTITY.gt(3))} is {@code not exists (select 1 from … and r1.quantity > ?)}. */
    public final Condition none(Function<? super S, ? extends Condition> condition) {
        return any(condition).not();
    }

    final Condition exists(@Nullable Condition condition) {
        return new Exists(new Related<@Nullable Object>(this, related(), condition, null));
    }

    @Override
    public final Association<P, C, S> association() {
        return this;
    }

    @Override
    final Refinement<C, S> refinement() {
        return Refinement.none();
    }

    @Override
    public final @Nullable Condition condition() {
        return null;
    }

    @Override
    public final List<SortKey> sortKeys() {
        return List.of();
    }

    /** The name, as an error shows it: {@code orders.lineItems}. */
    @Override
    public final String toString() {
        return owner.tableName().name() + "." + name;
    }
}
