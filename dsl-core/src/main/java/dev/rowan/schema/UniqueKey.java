package dev.rowan.schema;

import dev.rowan.expression.Identifier;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Columns whose values tell the rows of a table apart: a constraint of the database, and what an insert may say it conflicts
 * on. Immutable.
 *
 * <pre>{@code
 * public final UniqueKey<User> BY_EMAIL = uniqueKey(EMAIL);                        // users_email_key
 * public final UniqueKey<Line> BY_PLACE = uniqueKey("line_place", ORDER_ID, PLACE);
 * }</pre>
 *
 * @param <R> the record of the table's rows
 */
public sealed class UniqueKey<R> permits PrimaryKey {
    private final Table<R> table;
    private final Identifier name;
    private final List<Column<R, ?>> columns;

    UniqueKey(Table<R> table, Identifier name, List<Column<R, ?>> columns) {
        for (Column<R, ?> column : columns) {
            if (column.table() != table) {
                throw new IllegalArgumentException(
                        "expected columns of " + table + " for its key " + name + ", got " + column);
            }
        }
        this.table = table;
        this.name = name;
        this.columns = List.copyOf(columns);
    }

    /** The table. */
    public final Table<R> table() {
        return table;
    }

    /** What the constraint is called in the database that Rowan's own definition makes. */
    public final Identifier name() {
        return name;
    }

    /** The columns, at least one. */
    public final List<Column<R, ?>> columns() {
        return columns;
    }

    /** The table and its columns, as an error shows them. */
    @Override
    public final String toString() {
        return columns.stream().map(column -> column.name().name()).collect(Collectors.joining(", ", table + "(", ")"));
    }
}
