package dev.rowan.definition;

import dev.rowan.schema.TableName;

/** What a schema holds by itself. */
public sealed interface SchemaObject permits TableDefinition, ViewDefinition, SequenceDefinition, EnumDefinition {

    /** What it is called; never with an alias. */
    TableName name();

    /** The same in a schema, unless it names one. */
    SchemaObject in(String schema);
}
