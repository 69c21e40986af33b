package dev.rowan.query;

import dev.rowan.expression.Expression;
import dev.rowan.schema.Rows;
import java.util.List;

/** Rows that are listed in the FROM clause: {@code values (?, ?), (?, ?)}. At least one; the values are binds. */
public record ListedRows(List<List<Expression<?>>> rows) implements Rows {

    /** Creates the list, copying it. */
    public ListedRows {
        rows = rows.stream().map(List::copyOf).toList();
    }
}
