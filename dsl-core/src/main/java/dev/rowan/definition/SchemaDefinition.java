package dev.rowan.definition;

import dev.rowan.schema.TableName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What one schema of a database holds. Everything is sorted by name. */
public record SchemaDefinition(
        List<TableDefinition> tables,
        List<ViewDefinition> views,
        List<SequenceDefinition> sequences,
        List<EnumDefinition> enums) {

    /** A schema that holds nothing. */
    public static final SchemaDefinition EMPTY = new SchemaDefinition(List.of(), List.of(), List.of(), List.of());

    /** Creates a definition. */
    public SchemaDefinition {
        tables = sorted(tables);
        views = sorted(views);
        sequences = sorted(sequences);
        enums = sorted(enums);
    }

    /** A schema of tables only. */
    public static SchemaDefinition of(List<TableDefinition> tables) {
        return new SchemaDefinition(tables, List.of(), List.of(), List.of());
    }

    private static <E extends SchemaObject> List<E> sorted(List<E> objects) {
        return objects.stream()
                .sorted(Comparator.comparing(object -> object.name().toString()))
                .toList();
    }

    /** The table of a name. */
    public Optional<TableDefinition> table(TableName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** The same with other tables. */
    public SchemaDefinition withTables(List<TableDefinition> newTables) {
        return new SchemaDefinition(newTables, views, sequences, enums);
    }
}
