package dev.rowan.definition;

/** What a table is made of. */
public sealed interface TablePart
        permits ColumnDefinition,
                PrimaryKeyDefinition,
                UniqueDefinition,
                ForeignKeyDefinition,
                CheckDefinition,
                IndexDefinition {

    /** What it is called in its table; unique among the parts of its kind. */
    String name();
}
