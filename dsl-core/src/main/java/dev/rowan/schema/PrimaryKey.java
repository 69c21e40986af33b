package dev.rowan.schema;

import java.util.List;

/**
 * The primary key of a table, by which {@code db.find(USER.KEY, 42)} finds a row.
 *
 * @param <R> the record of the table's rows
 * @param <K> the Java type of the key
 */
public final class PrimaryKey<R, K> extends UniqueKey<R> {
    private final Column<R, K> column;

    PrimaryKey(Table<R> table, Column<R, K> column) {
        super(table, table.primaryKeyName(), List.of(column));
        if (!column.isPrimaryKey()) {
            throw new IllegalArgumentException(
                    "expected a column that says primaryKey(), got " + column + "; add it to the declaration");
        }
        this.column = column;
    }

    /** The only column of the key. */
    public Column<R, K> column() {
        return column;
    }
}
