package dev.rowan.schema;

import dev.rowan.expression.Condition;

/**
 * The table in between, whose rows connect rows of two others.
 *
 * @param link the table
 * @param on the association of its rows with those at the other end
 */
record Through<L, C>(Table<L> link, ToOne<L, C, ?> on) {

    /** {@code l1.tag_id = r1.id}. */
    Condition joining(Table<?> links, Table<?> rows) {
        Keys<L> keys = on.keys();
        Condition equal = Route.equal(Keys.same(links, keys.owner()), Keys.same(rows, keys.other()));
        Discriminator one = keys.ofOwner();
        return one == null ? equal : equal.and(one.of(links).condition());
    }
}
