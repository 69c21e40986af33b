package dev.rowan.definition;

import dev.rowan.schema.TableName;

/**
 * A sequence of numbers.
 *
 * @param start the first
 * @param increment how much is added for the next
 */
public record SequenceDefinition(TableName name, long start, long increment) implements SchemaObject {
    @Override
    public SequenceDefinition in(String schema) {
        return new SequenceDefinition(name.orIn(schema), start, increment);
    }
}
