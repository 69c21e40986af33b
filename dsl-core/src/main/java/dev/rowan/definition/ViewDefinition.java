package dev.rowan.definition;

import dev.rowan.schema.TableName;
import java.util.List;

/**
 * A view.
 *
 * @param query the query whose rows it has
 * @param columns its columns, as a catalog tells of them; empty if they are not known
 */
public record ViewDefinition(TableName name, String query, List<ColumnDefinition> columns) implements SchemaObject {
    /** Creates a definition. */
    public ViewDefinition {
        columns = List.copyOf(columns);
    }

    @Override
    public ViewDefinition in(String schema) {
        return new ViewDefinition(name.orIn(schema), query, columns);
    }
}
