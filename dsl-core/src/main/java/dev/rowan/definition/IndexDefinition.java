package dev.rowan.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index that a table has beside its keys.
 *
 * @param unique whether no two rows share its keys
 * @param keys what it sorts by, at least one
 * @param where which rows it holds; null for all
 */
public record IndexDefinition(
        String name,
        boolean unique,
        List<Key> keys,
        @Nullable String where) implements TablePart {
    /** Creates a definition. */
    public IndexDefinition {
        keys = List.copyOf(keys);
    }

    /**
     * What an index sorts by.
     *
     * @param text the name of a column, or an expression
     * @param isColumn whether it is the name of a column
     * @param descending whether the largest comes first
     */
    public record Key(String text, boolean isColumn, boolean descending) {
        /** A column, the smallest value first. */
        public static Key of(String column) {
            return new Key(column, true, false);
        }
    }

    /** The columns that it sorts by, those within expressions left out. */
    public List<String> columns() {
        return keys.stream().filter(Key::isColumn).map(Key::text).toList();
    }

    /** The same under another name. */
    public IndexDefinition withName(String newName) {
        return new IndexDefinition(newName, unique, keys, where);
    }
}
