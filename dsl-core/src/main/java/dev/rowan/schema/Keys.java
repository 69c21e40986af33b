package dev.rowan.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of two tables are equal where an association connects their rows.
 *
 * @param owner the columns of the association's owner
 * @param other those of the other table, in the same order
 * @param ofOwner which rows of the owner have any such row, or null for all
 * @param ofOther which rows of the other are meant, or null for all
 */
record Keys<P>(
        List<Column<P, ?>> owner,
        List<? extends Column<?, ?>> other,
        @Nullable Discriminator ofOwner,
        @Nullable Discriminator ofOther) {

    /** Where the owner holds the key. */
    static <P> Keys<P> held(
            Association<P, ?, ?> association, ForeignKey<P> key, @Nullable Discriminator discriminator) {
        List<Column<P, ?>> columns = key.foreignKeyColumns();
        return new Keys<>(columns, pointedAt(association, columns, association.target()), discriminator, null);
    }

    /** Where the other table holds the key. */
    static <P, L> Keys<P> pointing(Association<P, ?, ?> association, ForeignKey<L> key) {
        List<Column<L, ?>> columns = key.foreignKeyColumns();
        if (!(key instanceof ToOne<L, ?, ?> inverse)) {
            return new Keys<>(pointedAt(association, columns, association.owner()), columns, null, null);
        }
        if (!inverse.target().identifier().equals(association.owner().identifier())) {
            throw new IllegalStateException("expected an association to " + association.owner() + " as the inverse of "
                    + association + ", got " + inverse + ", which leads to " + inverse.target());
        }
        Keys<L> keys = inverse.keys();
        return new Keys<>(same(association.owner(), keys.other()), columns, null, keys.ofOwner());
    }

    /** The columns of a table that bear the names of others. */
    static <R> List<Column<R, ?>> same(Table<R> table, List<? extends Column<?, ?>> columns) {
        List<Column<R, ?>> all = table.columns();
        List<Column<R, ?>> found = new ArrayList<>(columns.size());
        for (Column<?, ?> column : columns) {
            found.add(all.get(indexOf(column, all)));
        }
        return found;
    }

    private static int indexOf(Column<?, ?> wanted, List<? extends Column<?, ?>> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(wanted.name())) {
                return i;
            }
        }
        throw new IllegalStateException("expected a column like " + wanted + " among " + columns);
    }

    /** The columns of a table that a foreign key points at: those it references, else the table's primary key. */
    private static <R> List<Column<R, ?>> pointedAt(
            Association<?, ?, ?> association, List<? extends Column<?, ?>> foreignKey, Table<R> table) {
        List<Column<?, ?>> referenced = new ArrayList<>();
        for (Column<?, ?> column : foreignKey) {
            Optional<? extends Column<?, ?>> other = column.references();
            other.ifPresent(referenced::add);
        }
        if (referenced.size() == foreignKey.size()) {
            for (int i = 0; i < referenced.size(); i++) {
                if (!referenced.get(i).table().identifier().equals(table.identifier())) {
                    throw new IllegalStateException("expected " + foreignKey.get(i) + " to reference " + table
                            + " for association " + association + ", but it references " + referenced.get(i));
                }
            }
            return same(table, referenced);
        }
        List<Column<R, ?>> key = table.primaryKeyColumns();
        if (key.size() != foreignKey.size()) {
            throw new IllegalStateException("expected " + table + " to have a primary key of as many columns as "
                    + foreignKey + " for association " + association + ", got " + key
                    + "; say which columns by references(…) on each");
        }
        return key;
    }
}
