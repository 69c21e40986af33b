package dev.rowan.render;

import dev.rowan.expression.Expression;
import dev.rowan.query.ListedRows;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import java.util.List;

/** Listed rows for databases whose {@code values} cannot name their columns. */
public final class ValueSelects {
    private ValueSelects() {}

    /** Writes {@code (select ? as "id", ? as "name" union all select ?, ?) as "v"}. */
    public static void write(SqlRenderer renderer, SqlWriter sql, Table<?> table, ListedRows listed) {
        List<? extends Column<?, ?>> columns = table.columns();
        String before = "(select ";
        boolean first = true;
        for (List<Expression<?>> row : listed.rows()) {
            for (int i = 0; i < row.size(); i++) {
                sql.append(before);
                row.get(i).accept(renderer);
                if (first) {
                    sql.append(" as ").append(columns.get(i).name());
                }
                before = ", ";
            }
            first = false;
            before = " union all select ";
        }
        sql.append(") as ").append(table.qualifier());
    }
}
