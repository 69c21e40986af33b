package dev.rowan.definition;

import java.util.List;

/**
 * The primary key of a table. Where a database lets no one name it, its name is the one that Rowan would give it.
 *
 * @param columns its columns in the order of the key, at least one
 */
public record PrimaryKeyDefinition(String name, List<String> columns) implements TablePart {
    /** Creates a definition. */
    public PrimaryKeyDefinition {
        columns = List.copyOf(columns);
    }
}
