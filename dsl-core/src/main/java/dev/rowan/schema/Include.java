package dev.rowan.schema;

import dev.rowan.expression.Condition;
import dev.rowan.expression.Exists;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Projection;
import dev.rowan.expression.SortKey;
import dev.rowan.row.AssociationSlot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a query shall load beside its rows: an association, which of its records, and what shall be loaded beside those in
 * turn. Immutable.
 *
 * <pre>{@code
 * select().from(ORDER).include(o -> o.LINE_ITEMS
 *         .where(i -> i.QUANTITY.gt(1)).orderBy(i -> i.QUANTITY.desc()).limit(3).include(i -> i.PRODUCT))
 * }</pre>
 *
 * @param <P> the record that has the association
 * @param <C> the associated record
 * @param <S> the associated table
 */
public abstract sealed class Include<P, C, S extends Table<C>> permits Association, RefinedInclude {
    Include() {}

    /** The association. */
    public abstract Association<P, C, S> association();

    abstract Refinement<C, S> refinement();

    private Include<P, C, S> with(Refinement<C, S> other) {
        return new RefinedInclude<>(association(), other);
    }

    /** Which of the associated records are loaded, or null for all. */
    public abstract @Nullable Condition condition();

    /** In which order the records of one parent come, before that of the primary key. */
    public abstract List<SortKey> sortKeys();

    /** How many records one parent gets, 0 for all. */
    public final int maxRows() {
        return refinement().maxRows();
    }

    /** Whether parents without such a record are left out. */
    public final boolean isRequired() {
        return refinement().required();
    }

    /** How the records come. */
    public final IncludeStrategy strategy() {
        return refinement().strategy();
    }

    /** Whether the records' own associated records of the same kind are loaded too, and theirs in turn. */
    public final boolean isRecursive() {
        return refinement().recursive();
    }

    /** Whether some of the associated records are left out, be it for what is included with them. */
    public final boolean isFiltered() {
        return condition() != null || nested().stream().anyMatch(Include::isRequired);
    }

    /** Whether a row that has a key has an associated row too, unless the database is at fault. */
    public final boolean isDefinite() {
        return !isFiltered()
                && association() instanceof ToOne<?, ?, ?> one
                && one.holdsKey()
                && !one.target().hidesReferred(unfiltered());
    }

    /** The names of the default filters that are switched off for the associated table. */
    public final Set<String> unfiltered() {
        return refinement().unfiltered();
    }

    /** {@code ORDER.LINE_ITEMS.withDeleted()} loads items too that were deleted, see {@link Table#deletedAt}. */
    public Include<P, C, S> withDeleted() {
        return unfiltered(DefaultFilter.SOFT_DELETE);
    }

    /** {@code USER.POSTS.unfiltered(POST.PUBLISHED)} loads posts too that a default filter leaves out. A second call adds one. */
    public Include<P, C, S> unfiltered(DefaultFilter filter) {
        return unfiltered(filter.name());
    }

    private Include<P, C, S> unfiltered(String filter) {
        Set<String> all = new HashSet<>(unfiltered());
        all.add(filter);
        return with(refinement().unfiltered(Set.copyOf(all)));
    }

    /** What is loaded beside the associated records. */
    public final List<Include<C, ?, ?>> nested() {
        return refinement().nested();
    }

    /**
     * {@code ORDER.LINE_ITEMS.where(i -> i.QUANTITY.gt(1))} loads only such items: every order comes, if with fewer items or
     * none. A second call adds {@code and …}.
     */
    public Include<P, C, S> where(Function<? super S, ? extends Condition> condition) {
        return with(refinement().where(condition));
    }

    /** {@code ORDER.LINE_ITEMS.orderBy(i -> i.QUANTITY.desc())} sorts the items of each order. A second call adds a key. */
    public Include<P, C, S> orderBy(Function<? super S, SortKey> key) {
        return with(refinement().orderBy(key));
    }

    /**
     * {@code ORDER.LINE_ITEMS.orderBy(i -> i.QUANTITY.desc()).limit(3)} loads the first three items of each order.
     *
     * @throws IllegalArgumentException if it is less than 1, or the association leads to one record
     */
    public Include<P, C, S> limit(int rowsOfEach) {
        if (rowsOfEach < 1 || !association().isMany()) {
            throw new IllegalArgumentException("expected a limit of 1 or more for an association to many, got "
                    + rowsOfEach + " for " + association());
        }
        return with(refinement().limit(rowsOfEach));
    }

    /** {@code ORDER.LINE_ITEMS.where(…).required()} leaves orders out that have no such item. */
    public Include<P, C, S> required() {
        return with(refinement().required(true));
    }

    /**
     * {@code ORDER.LINE_ITEMS.strategy(JSON)} loads the items in the statement of the orders. Without, it is {@link
     * IncludeStrategy#AUTO}. It says how, never what: the records are the same.
     */
    public Include<P, C, S> strategy(IncludeStrategy strategy) {
        return with(refinement().strategy(strategy));
    }

    /** The same include, of another alias of its owner. Only for the include room. */
    @SuppressWarnings("unchecked") // the association of the same name, of the same table under another alias
    public final Include<P, C, S> of(Table<?> owner) {
        Association<P, C, S> same =
                (Association<P, C, S>) owner.association(association().name());
        return new RefinedInclude<>(same, refinement());
    }

    /** {@code ORDER.LINE_ITEMS.include(LINE_ITEM.PRODUCT)}: the items, and with each its product. */
    public Include<P, C, S> include(Include<C, ?, ?> include) {
        return with(refinement().include(include));
    }

    /** {@code ORDER.LINE_ITEMS.include(i -> i.PRODUCT)}: the items, and with each its product. */
    public Include<P, C, S> include(Function<? super S, ? extends Include<C, ?, ?>> include) {
        return include(include.apply(association().target()));
    }

    /**
     * The rows themselves as a value, for the select list: one statement, whatever is nested in them, and what is selected beside
     * them is never multiplied.
     *
     * <pre>{@code
     * select(ORDER.ID, ORDER.LINE_ITEMS.orderBy(i -> i.QUANTITY.desc()).limit(3)
     *                 .rows(i -> select(i.PRODUCT_ID, i.QUANTITY).as(ItemView::new)).as("items"))
     *         .as(OrderView::new).from(ORDER)
     * // select orders.id, (select json_agg(json_build_array(r1.product_id, r1.quantity) order by …) from line_items as r1
     * //         where r1.order_id = orders.id …) as items from orders
     * }</pre>
     *
     * The list is empty where there are no rows, never NULL, and cannot be changed. The rows come in the order that was asked for,
     * then in that of the primary key. A record is checked against the columns, and a NULL refused, as in a query by itself; but what
     * its constructor throws is the cause of a {@link dev.rowan.error.DecodeException}. The value can be selected, and named; it
     * is not compared, and not sorted by.
     *
     * @param columns what is selected of each row; it may read the columns of tables around, and hold rows of its own
     * @throws IllegalArgumentException if records are {@linkplain #required required}, or others {@linkplain #include included}; if
     *     the table has no primary key, and no order is given; or if there are more than 100 columns
     */
    public final <T> Expression<List<T>> rows(Function<? super S, ? extends Projection<T>> columns) {
        return NestedSelect.rows(this, columns.apply(association().related()));
    }

    /**
     * {@code ORDER.LINE_ITEMS.rows()}: the rows as records of their table, as {@link #rows(Function)} yields them, with what is
     * {@linkplain #include included} with them.
     *
     * @throws IllegalArgumentException if {@link #rows(Function)} throws it
     */
    public final Expression<List<C>> rows() {
        return NestedSelect.rows(this);
    }

    /**
     * {@code CATEGORY.CHILDREN.recursive()}: the children, their children, and so on to the end, by one statement for each level;
     * what else the include says holds on every level.
     *
     * @throws IllegalArgumentException if the association leads to another table
     */
    public Include<P, C, S> recursive() {
        requireSelfReference();
        return with(refinement().asRecursive());
    }

    /**
     * {@code CATEGORY.CHILDREN.recursive(2)}: the children and their children; what else the include says holds on every level.
     *
     * @throws IllegalArgumentException if it is less than 1, or the association leads to another table
     */
    public Include<P, C, S> recursive(int levels) {
        requireSelfReference();
        if (levels < 1) {
            throw new IllegalArgumentException("expected 1 or more levels, got " + levels + " for " + association());
        }
        return levels == 1 ? this : include(below().recursive(levels - 1));
    }

    private void requireSelfReference() {
        if (!association().isReflexive()) {
            throw new IllegalArgumentException(
                    "expected an association of " + association().owner()
                            + " with itself to be recursive, got " + association() + ", which leads to "
                            + association().target());
        }
    }

    /** The same include, of the records that this one loads; those without are not left out. */
    @SuppressWarnings("unchecked") // the association of the same name, of the same table under another alias
    public final Include<C, C, S> below() {
        Association<C, C, S> same = (Association<C, C, S>)
                association().target().association(association().name());
        return new RefinedInclude<>(same, refinement().required(false));
    }

    /**
     * What is loaded as one value of the parent's row. Only for the include room.
     *
     * @throws IllegalArgumentException if it is recursive without an end, or has more columns than a database takes
     */
    public final Expression<?> asValue() {
        return NestedSelect.included(this);
    }

    /** How the parent's record sees the association. Only for the query room. */
    public static AssociationSlot slotOf(Association<?, ?, ?> association, @Nullable Include<?, ?, ?> include) {
        return NestedSelect.slot(association, include);
    }

    /** That there is a record to load, with what it requires in turn: {@code exists (select 1 from … where …)}. */
    public final Condition presence() {
        return presenceOf(association());
    }

    @SuppressWarnings("unchecked") // the association of the same name, of the same table under another alias
    private Condition presenceOf(Association<?, ?, ?> own) {
        S rows = (S) own.related();
        Condition all = refinement().conditionOf(rows);
        for (Include<C, ?, ?> include : nested()) {
            if (include.isRequired()) {
                Condition added = include.presenceOf(
                        rows.association(include.association().name()));
                all = all == null ? added : all.and(added);
            }
        }
        return new Exists(new Related<@Nullable Object>(own, rows, all, unfiltered(), null));
    }
}
