package dev.rowan.query;

import dev.rowan.expression.Selectable;
import dev.rowan.row.NamedRow;
import dev.rowan.row.RowTarget;
import java.util.List;

/** Any number of columns, waiting to be told which record they make. Immutable. */
public final class ColumnList {
    private final List<Selectable<?>> columns;

    ColumnList(List<? extends Selectable<?>> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Makes each row a record, its components matched to the columns by name. */
    public <R> Selection<R> as(Class<R> type) {
        return new Selection<>(RowTarget.record(type), columns.toArray(Selectable<?>[]::new));
    }

    /** Makes each row a {@link NamedRow}, for columns that are chosen at run time. */
    public Selection<NamedRow> asRows() {
        return new Selection<>(RowTarget.named(columns), columns.toArray(Selectable<?>[]::new));
    }
}
