package dev.rowan.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a query shall load beside its rows: an association, and what shall be loaded beside that in turn. Immutable.
 *
 * @param <P> the record that has the association
 * @param <C> the associated record
 * @param <S> the associated table
 */
public abstract sealed class Include<P, C, S extends Table<C>> permits Association, NestedInclude {
    Include() {}

    /** The association. */
    public abstract Association<P, C, S> association();

    /** What is loaded beside the associated records. */
    public abstract List<Include<C, ?, ?>> nested();

    /** {@code ORDER.LINE_ITEMS.include(LINE_ITEM.PRODUCT)}: the items, and with each its product. */
    public Include<P, C, S> include(Include<C, ?, ?> include) {
        List<Include<C, ?, ?>> all = new ArrayList<>(nested());
        all.add(include);
        return new NestedInclude<>(association(), all);
    }

    /** {@code ORDER.LINE_ITEMS.include(i -> i.PRODUCT)}: the items, and with each its product. */
    public Include<P, C, S> include(Function<? super S, ? extends Include<C, ?, ?>> include) {
        return include(include.apply(association().target()));
    }
}
