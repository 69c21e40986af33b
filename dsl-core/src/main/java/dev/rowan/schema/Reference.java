package dev.rowan.schema;

import dev.rowan.expression.Identifier;
import java.util.List;

/**
 * A foreign key, as a constraint of the database.
 *
 * @param name what it is called
 * @param columns the columns that point
 * @param targetColumns the columns that they point at, one for each
 * @param rules what happens when the row goes that they point at
 */
public record Reference(
        Identifier name,
        List<? extends Column<?, ?>> columns,
        List<? extends Column<?, ?>> targetColumns,
        ReferenceRules rules) {
    /** Creates a foreign key. */
    public Reference {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }
}
