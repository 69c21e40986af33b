package dev.rowan.schema;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Projection;
import dev.rowan.type.SqlType;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The row of another table that this one points at, declared by {@code belongsTo}, or the only one that points at this one,
 * declared by {@code hasOne}.
 *
 * @param <P> the record that has the association
 * @param <C> the associated record
 * @param <S> the associated table
 */
public final class ToOne<P, C, S extends Table<C>> extends Association<P, C, S> implements ForeignKey<P> {
    private final @Nullable ForeignKey<P> held; // null if the other table holds the key
    private final @Nullable Function<? super S, ? extends ForeignKey<C>> pointing;
    private final AtomicReference<@Nullable S> read = new AtomicReference<>();
    private final AtomicReference<@Nullable S> joined = new AtomicReference<>();
    private @Nullable Discriminator discriminator;

    ToOne(Table<P> owner, String name, ForeignKey<P> held, Supplier<S> target) {
        super(owner, name, target);
        this.held = held;
        this.pointing = null;
    }

    ToOne(Table<P> owner, String name, Supplier<S> target, Function<? super S, ? extends ForeignKey<C>> pointing) {
        super(owner, name, target);
        this.held = null;
        this.pointing = pointing;
    }

    /**
     * Declares that the key points at this table only where a column has a value, and elsewhere at another:
     *
     * <pre>{@code
     * ToOne<Comment, Order, Orders> ORDER = belongsTo("order", TARGET_ID, () -> Orders.ORDER).discriminator(TARGET_TYPE, "order");
     * ToOne<Comment, User, Users> USER = belongsTo("user", TARGET_ID, () -> Users.USER).discriminator(TARGET_TYPE, "user");
     * }</pre>
     *
     * Their inverses, {@code hasMany("comments", () -> COMMENT, c -> c.ORDER)}, are told by the same value.
     *
     * @throws IllegalStateException if the table was used already, or the other table holds the key
     */
    public <T> ToOne<P, C, S> discriminator(Column<P, ? extends @Nullable T> column, T value) {
        owner().requireOpen("the discriminator of", this);
        if (held == null) {
            throw new IllegalStateException("expected the discriminator of " + this
                    + " on the association of the table that holds the key, got it on its inverse");
        }
        discriminator = new Discriminator(column, BoundValue.of(typeOf(column), value));
        return this;
    }

    @SuppressWarnings("unchecked") // only the nullness differs
    private static <T> SqlType<T> typeOf(Column<?, ? extends @Nullable T> column) {
        return (SqlType<T>) column.type();
    }

    @Override
    Keys<P> findKeys() {
        if (held != null) {
            return Keys.held(this, held, discriminator);
        }
        return Keys.pointing(this, Objects.requireNonNull(pointing).apply(target()));
    }

    @Override
    public List<Column<P, ?>> foreignKeyColumns() {
        if (held == null) {
            throw new IllegalStateException("expected an association whose owner holds the key, got " + this
                    + ", whose key is in " + target() + "; name the columns");
        }
        return held.foreignKeyColumns();
    }

    /** Whether a row of the owner holds the key of the associated row, rather than the other way round. */
    public boolean holdsKey() {
        return held != null;
    }

    /**
     * {@code ORDER.CUSTOMER.path(u -> u.EMAIL)} is {@code p1.email} of {@code join users as p1 on p1.id = orders.user_id}, which the
     * query gets by itself, once for all that is read of the same customer. It is {@code left join} where an order may have no
     * customer, and then the value can be NULL, as the check of records knows; {@code nullable(…)} says it in the type. To read the
     * key that the order holds anyway, {@code path(u -> u.ID)}, nothing is joined.
     *
     * @param value an expression of the associated table, or a condition, or a key to sort by
     * @throws IllegalStateException if several rows may be associated: the key of a {@code hasOne} is not declared to be unique
     */
    public <E> E path(Function<? super S, E> value) {
        return value.apply(path());
    }

    /**
     * The associated table as queries of the owner read it: {@code ORDER.CUSTOMER.path().EMAIL} is {@code ORDER.CUSTOMER.path(u ->
     * u.EMAIL)}, and easier on the compiler among overloads: {@code o.PRICE.lt(o.PRODUCT.path().PRICE)}.
     */
    public S path() {
        if (!leadsToUnique()) {
            throw new IllegalStateException("expected a path along " + this + " to lead to one row, but the columns "
                    + route().key() + " are not declared to be unique; declare it by unique()");
        }
        return read(read, false);
    }

    /** The associated table as an include reads it, which leaves no row of the owner out. Only for the include room. */
    public S joined() {
        return read(joined, true);
    }

    private S read(AtomicReference<@Nullable S> memo, boolean included) {
        S known = memo.get();
        if (known != null) {
            return known;
        }
        boolean outer = included || leadsNowhere();
        S made = Table.computed(target(), "p" + depth(), new PathRows(this, outer, included));
        if (outer) {
            made.columns().forEach(Column::setNullable);
        }
        return memo.compareAndSet(null, made) ? made : Objects.requireNonNull(memo.get());
    }

    /** Whether the declarations say that there is at most one associated row: its key is the primary key, or unique. */
    public boolean leadsToUnique() {
        Set<Column<?, ?>> key = new HashSet<>(keys().other());
        Table<?> other = keys().other().get(0).table();
        return key.equals(new HashSet<>(other.primaryKeyColumns()))
                || other.uniqueKeys().stream().anyMatch(unique -> key.equals(new HashSet<>(unique.columns())));
    }

    /** Whether it, or one that leads to it, may lead to no row. */
    private boolean leadsNowhere() {
        return isOptional(Set.of()) || (owner().rows() instanceof PathRows above && above.outer());
    }

    /**
     * {@code ORDER.CUSTOMER.row(u -> select(u.ID, u.NAME).as(UserView::new)).as("customer")}: the row itself as a value, for the
     * select list, as {@code (select json_build_array(r1.id, r1.name) from users as r1 where r1.id = orders.user_id)}; NULL if
     * there is none. The same holds of it as of {@link #rows(Function)}.
     *
     * @throws IllegalArgumentException if there are more than 100 columns
     */
    public <T> Expression<@Nullable T> row(Function<? super S, ? extends Projection<T>> columns) {
        return NestedSelect.row(this, columns.apply(related()));
    }

    @Override
    public boolean isMany() {
        return false;
    }

    @Override
    public boolean isOptional(Set<String> unfiltered) {
        return held == null
                || target().hidesReferred(unfiltered)
                || discriminator != null
                || held.foreignKeyColumns().stream().anyMatch(Column::isNullable);
    }
}
