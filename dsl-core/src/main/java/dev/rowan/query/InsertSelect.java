package dev.rowan.query;

import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An insert of the rows of a query; what its columns leave out is filled in by the database. Immutable.
 *
 * <pre>{@code
 * insertInto(ARCHIVE).columns(ARCHIVE.ID, ARCHIVE.NAME).select(select(USER.ID, USER.NAME).from(USER))
 * // insert into archive (id, name) select id, name from users
 * }</pre>
 *
 * @param <R> the record of the table's rows
 */
public final class InsertSelect<R> extends RowWrite<R> {
    private final Table<R> table;
    private final List<Column<R, ?>> columns;
    private final RowQuery<?> query;

    InsertSelect(Table<R> table, List<Column<R, ?>> columns, RowQuery<?> query) {
        this.table = table;
        this.columns = columns;
        this.query = query;
    }

    @Override
    public Table<R> table() {
        return table;
    }

    /** The columns that are set, as many as the query has. */
    public List<Column<R, ?>> columns() {
        return columns;
    }

    /** What yields the rows. */
    public RowQuery<?> query() {
        return query;
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitInsertSelect(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InsertSelect<?> that
                && table == that.table
                && columns.equals(that.columns)
                && query.equals(that.query);
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(table), columns, query);
    }
}
