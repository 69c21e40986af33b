package dev.rowan.dialect.duckdb;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.query.Conflict;
import dev.rowan.query.Insert;
import dev.rowan.query.Returning;
import dev.rowan.query.RowQuery;
import dev.rowan.render.Dialect;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.type.SqlType;
import dev.rowan.type.SqlType.Kind;

/** The clauses that DuckDB spells differently. */
final class DuckDbRenderer extends SqlRenderer {
    private boolean returns;

    DuckDbRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    /** As numbers, for a subquery that reads columns of the outer query takes no binds here. */
    @Override
    protected void limit(RowQuery<?> query) {
        isWithTies(query); // is refused
        sql().append(query.maxRows() == null ? "" : " limit " + query.maxRows().value());
        sql().append(query.skippedRows() == 0 ? "" : " offset " + query.skippedRows());
    }

    @Override
    protected boolean insertFollowsCommonTables() {
        return true;
    }

    /** Where another transaction has inserted the same key meanwhile, it fails with a violation of that key. */
    @Override
    protected void insertOnConflict(Insert<?, ?> insert, Conflict<?> conflict) {
        super.insertOnConflict(insert, conflict);
        retry();
    }

    @Override
    protected void returnedColumns(Returning<?> returning) {
        returns = true;
        super.returnedColumns(returning);
        returns = false;
    }

    /** Dates are bound as texts. */
    @Override
    protected String placeholder(SqlType<?> type) {
        if (returns) {
            throw new UnsupportedFeatureException(
                    "value in returning", dialect().toString(), "return the columns");
        }
        return type.kind() == Kind.DATE ? "cast(? as date)" : "?";
    }
}
