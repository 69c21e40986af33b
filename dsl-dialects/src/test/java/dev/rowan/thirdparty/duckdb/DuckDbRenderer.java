package dev.rowan.thirdparty.duckdb;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Ranking;
import dev.rowan.query.RowQuery;
import dev.rowan.render.Dialect;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.schema.Column;
import dev.rowan.type.SqlType.Kind;

/** The clauses that DuckDB spells differently. */
final class DuckDbRenderer extends SqlRenderer {
    DuckDbRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    /** As numbers, for a subquery that reads columns of the outer query takes no binds here. */
    @Override
    protected void limit(RowQuery<?> query) {
        isWithTies(query); // is refused
        BoundValue<Long> maxRows = query.maxRows();
        sql().append(maxRows == null ? "" : " limit " + maxRows.value());
        sql().append(query.skippedRows() == 0 ? "" : " offset " + query.skippedRows());
    }

    @Override
    protected void dependentColumn(Column<?, ?> column) {
        sql().append("any_value(").append(column.qualifiedName()).append(")");
    }

    @Override
    public void visitRanking(Ranking ranking) {
        sql().append(ranking.function()).append("(");
        list(ranking.arguments());
        sql().append(ranking.ignoresNulls() ? " ignore nulls)" : ")");
    }

    /** Dates are bound as texts. */
    @Override
    public void visitValue(BoundValue<?> value) {
        sql().append(value.type().kind() == Kind.DATE ? "cast(? as date)" : "?", value);
    }
}
