package dev.rowan.schema;

import dev.rowan.expression.Condition;
import dev.rowan.expression.Exists;
import dev.rowan.expression.SortKey;
import java.util.ArrayList;
import java.util.List;
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

    abstract List<Function<? super S, ? extends Condition>> conditions();

    /** Which of the associated records are loaded, or null for all. */
    public abstract @Nullable Condition condition();

    /** In which order the records of one parent come, before that of the primary key. */
    public abstract List<SortKey> sortKeys();

    /** How many records one parent gets, 0 for all. */
    public abstract int maxRows();

    /** Whether parents without such a record are left out. */
    public abstract boolean isRequired();

    /** What is loaded beside the associated records. */
    public abstract List<Include<C, ?, ?>> nested();

    /**
     * {@code ORDER.LINE_ITEMS.where(i -> i.QUANTITY.gt(1))} loads only such items: every order comes, if with fewer items or
     * none. A second call adds {@code and …}.
     */
    public Include<P, C, S> where(Function<? super S, ? extends Condition> condition) {
        List<Function<? super S, ? extends Condition>> all = new ArrayList<>(conditions());
        all.add(condition);
        return new RefinedInclude<>(association(), all, sortKeys(), maxRows(), isRequired(), nested());
    }

    /** {@code ORDER.LINE_ITEMS.orderBy(i -> i.QUANTITY.desc())} sorts the items of each order. A second call adds a key. */
    public Include<P, C, S> orderBy(Function<? super S, SortKey> key) {
        List<SortKey> all = new ArrayList<>(sortKeys());
        all.add(key.apply(association().target()));
        return new RefinedInclude<>(association(), conditions(), all, maxRows(), isRequired(), nested());
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
        return new RefinedInclude<>(association(), conditions(), sortKeys(), rowsOfEach, isRequired(), nested());
    }

    /** {@code ORDER.LINE_ITEMS.where(…).required()} leaves orders out that have no such item. */
    public Include<P, C, S> required() {
        return new RefinedInclude<>(association(), conditions(), sortKeys(), maxRows(), true, nested());
    }

    /** {@code ORDER.LINE_ITEMS.include(LINE_ITEM.PRODUCT)}: the items, and with each its product. */
    public Include<P, C, S> include(Include<C, ?, ?> include) {
        List<Include<C, ?, ?>> all = new ArrayList<>(nested());
        all.add(include);
        return new RefinedInclude<>(association(), conditions(), sortKeys(), maxRows(), isRequired(), all);
    }

    /** {@code ORDER.LINE_ITEMS.include(i -> i.PRODUCT)}: the items, and with each its product. */
    public Include<P, C, S> include(Function<? super S, ? extends Include<C, ?, ?>> include) {
        return include(include.apply(association().target()));
    }

    /** That there is a record to load, with what it requires in turn: {@code exists (select 1 from … where …)}. */
    public final Condition presence() {
        return presenceOf(association());
    }

    @SuppressWarnings("unchecked") // the association of the same name, of the same table under another alias
    private Condition presenceOf(Association<?, ?, ?> own) {
        S rows = (S) own.related();
        Condition all = null;
        for (Function<? super S, ? extends Condition> one : conditions()) {
            Condition added = one.apply(rows);
            all = added.isNeutral() ? all : all == null ? added : all.and(added);
        }
        for (Include<C, ?, ?> include : nested()) {
            if (include.isRequired()) {
                Condition added = include.presenceOf(
                        rows.association(include.association().name()));
                all = all == null ? added : all.and(added);
            }
        }
        return new Exists(new Related<@Nullable Object>(own, rows, all, null));
    }
}
