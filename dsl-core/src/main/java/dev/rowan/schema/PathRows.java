package dev.rowan.schema;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that are read because a to-one association leads to them from a row of its owner: whoever renders a
 * query that reads them joins the table by itself.
 *
 * @param association whose row it is
 * @param outer whether rows of the owner stay that lead to no row
 * @param included whether it is read to be included, so that the key itself tells whether there is a row
 */
public record PathRows(ToOne<?, ?, ?> association, boolean outer, boolean included) implements Rows {

    @Override
    public boolean areStored() {
        return true;
    }

    /**
     * The column of the owner that has the same value, so that no join is needed; null if there is none, as where another part of
     * the key may be NULL, which then leads nowhere.
     */
    public @Nullable Column<?, ?> held(Column<?, ?> column) {
        Keys<?> keys = association.keys();
        if (included
                || !association.holdsKey()
                || keys.ofOwner() != null
                || association.target().hidesReferred(Set.of())) {
            return null;
        }
        for (int i = 0; i < keys.other().size(); i++) {
            if (keys.other().get(i).name().equals(column.name())) {
                Column<?, ?> held = keys.owner().get(i);
                return keys.owner().stream().anyMatch(part -> part != held && part.isNullable()) ? null : held;
            }
        }
        return null;
    }

    /** The table from which the path starts that leads to a table; the table itself if none does. */
    public static Table<?> start(Table<?> table) {
        return table.rows() instanceof PathRows path ? start(path.association().owner()) : table;
    }

    @Override
    public String toString() {
        return association.owner().rows() instanceof PathRows above
                ? above + "." + association.name()
                : association.toString();
    }
}
