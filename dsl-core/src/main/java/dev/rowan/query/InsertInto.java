package dev.rowan.query;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.Selectable;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import java.util.List;

/**
 * An insert that says which columns it sets and not yet from what, and so is no statement. Immutable.
 *
 * @param <R> the record of the table's rows
 * @param <V> what a row of the query must be: a value for one column, a tuple for more
 */
public final class InsertInto<R, V> {
    private final Table<R> table;
    private final List<Column<R, ?>> columns;

    InsertInto(Table<R> table, List<Column<R, ?>> columns) {
        this.table = table;
        this.columns = columns;
    }

    /**
     * Inserts the rows of a query, by position:
     * {@code insertInto(ARCHIVE).columns(ARCHIVE.ID, ARCHIVE.NAME).select(select(USER.ID, USER.NAME).from(USER))} is
     * {@code insert into archive (id, name) select id, name from users}.
     *
     * @throws InvalidQueryException if the query has another number of columns, one of another type, or one that may be NULL for
     *     a column that is not null
     */
    public InsertSelect<R> select(RowQuery<? extends V> query) {
        if (query instanceof Select<?, ?> select) {
            select.requirePart("the query of an insert");
        }
        if (query.width() != columns.size()) {
            throw new InvalidQueryException("expected a query of " + columns.size() + " columns, for " + columns
                    + ", got one of " + query.width());
        }
        for (int i = 0; i < columns.size(); i++) {
            requireFit(columns.get(i), query.column(i), query.isNullable(i));
        }
        return new InsertSelect<>(table, columns, query);
    }

    private static void requireFit(Column<?, ?> column, Selectable<?> value, boolean nullable) {
        if (!SetOperation.areAlike(column.type(), value.type())) {
            throw new InvalidQueryException("expected a value of " + column.type() + " for " + column + ", got "
                    + value.expression() + " of " + value.type() + "; cast it");
        }
        if (nullable && !column.isNullable()) {
            throw new InvalidQueryException(
                    "expected a value that is never NULL for " + column + ", which is not null, got "
                            + value.expression() + "; leave out the rows with NULL, and say notNull(…)");
        }
    }
}
