package dev.rowan.definition;

import java.util.List;

/**
 * Columns whose values no two rows share.
 *
 * @param columns its columns in the order of the key, at least one
 */
public record UniqueDefinition(String name, List<String> columns) implements TablePart {
    /** Creates a definition. */
    public UniqueDefinition {
        columns = List.copyOf(columns);
    }
}
