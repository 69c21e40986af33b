package dev.rowan.definition;

import dev.rowan.schema.ReferentialAction;
import dev.rowan.schema.TableName;
import java.util.List;

/**
 * Columns that point at rows of a table.
 *
 * @param columns the columns that point, at least one
 * @param target the table that they point at
 * @param targetColumns the columns that they point at, one for each
 * @param onDelete what becomes of the row when the other is deleted
 * @param onUpdate what becomes of the row when the other's key changes
 * @param deferrable whether a transaction may ask for it to be checked at its end
 */
public record ForeignKeyDefinition(
        String name,
        List<String> columns,
        TableName target,
        List<String> targetColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        boolean deferrable)
        implements TablePart {
    /** Creates a definition. */
    public ForeignKeyDefinition {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** The same, whose target is in a schema, unless it names one. */
    public ForeignKeyDefinition in(String schema) {
        return new ForeignKeyDefinition(
                name, columns, target.orIn(schema), targetColumns, onDelete, onUpdate, deferrable);
    }
}
