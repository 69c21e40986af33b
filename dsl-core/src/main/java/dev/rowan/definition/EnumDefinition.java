package dev.rowan.definition;

import dev.rowan.schema.TableName;
import java.util.List;

/**
 * A type of the database whose values are listed.
 *
 * @param values its values in their order
 */
public record EnumDefinition(TableName name, List<String> values) implements SchemaObject {
    /** Creates a definition. */
    public EnumDefinition {
        values = List.copyOf(values);
    }

    @Override
    public EnumDefinition in(String schema) {
        return new EnumDefinition(name.orIn(schema), values);
    }
}
