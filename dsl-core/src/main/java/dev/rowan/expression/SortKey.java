package dev.rowan.expression;

/**
 * One key of an {@code order by}.
 *
 * @param expression what to sort by
 * @param descending whether the largest comes first
 * @param nulls where NULL comes
 */
public record SortKey(Expression<?> expression, boolean descending, Nulls nulls) {

    /** Where NULL comes. */
    public enum Nulls {
        /** Wherever the database puts it, which differs. */
        UNSPECIFIED,
        /** Before everything else. */
        FIRST,
        /** After everything else. */
        LAST
    }

    /** {@code ORDER.NOTE.asc().nullsFirst()} is {@code order by note asc nulls first}, the same on every database. */
    public SortKey nullsFirst() {
        return new SortKey(expression, descending, Nulls.FIRST);
    }

    /** {@code ORDER.NOTE.asc().nullsLast()} is {@code order by note asc nulls last}, the same on every database. */
    public SortKey nullsLast() {
        return new SortKey(expression, descending, Nulls.LAST);
    }
}
