package dev.rowan.schema;

import java.util.List;

/**
 * What points at rows of another table: a column, several columns by {@link Table#foreignKey}, or the association that was
 * declared with them, so that what is declared once need not be said again:
 *
 * <pre>{@code
 * // in LineItems                                       in Orders
 * ToOne<…> ORDER = belongsTo("order", ORDER_ID, …);     ToMany<…> LINE_ITEMS = hasMany("lineItems", …, i -> i.ORDER);
 * }</pre>
 *
 * @param <R> the record of the table that it belongs to
 */
public sealed interface ForeignKey<R> permits Column, ColumnGroup, ToOne {

    /**
     * The columns, in the order of those that they point at.
     *
     * @throws IllegalStateException if it is an association whose key is the other table's
     */
    List<Column<R, ?>> foreignKeyColumns();
}
