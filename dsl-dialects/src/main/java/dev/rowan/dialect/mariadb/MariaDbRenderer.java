package dev.rowan.dialect.mariadb;

import dev.rowan.dialect.mysql.MySqlRenderer;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.ColumnReference;
import dev.rowan.expression.NestedRows;
import dev.rowan.query.Join;
import dev.rowan.query.ListedRows;
import dev.rowan.query.RowQuery;
import dev.rowan.query.Select;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.SqlWriter;
import dev.rowan.render.ValueSelects;
import dev.rowan.schema.Column;
import dev.rowan.schema.PathRows;
import dev.rowan.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clauses that MariaDB spells differently from MySQL too. */
final class MariaDbRenderer extends MySqlRenderer {
    /** The tables of the limited subquery and of those within it; null outside of one. */
    private @Nullable List<Table<?>> derived;

    MariaDbRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    /** An {@code exists} takes a limit as it is; for an {@code in} there is the derived table, which sees no outer columns. */
    @Override
    protected void subquery(RowQuery<?> query, boolean onlyExistence) {
        if (!(query instanceof Select<?, ?> select)) {
            super.subquery(query, onlyExistence);
            return;
        }
        boolean limited = select.maxRows() != null || select.skippedRows() > 0;
        List<Table<?>> around = derived;
        if (around != null || (limited && !onlyExistence)) {
            derived = new ArrayList<>(around == null ? List.of() : around);
            derived.add(select.table());
            select.joins().stream().map(Join::table).forEach(derived::add);
        }
        if (limited && onlyExistence) {
            select(select, true);
        } else {
            super.subquery(query, onlyExistence);
        }
        derived = around;
    }

    @Override
    public void visitColumn(ColumnReference<?> reference) {
        super.visitColumn(reference);
        if (derived != null
                && derived.stream().noneMatch(table -> table == PathRows.start(((Column<?, ?>) reference).table()))) {
            throw new UnsupportedFeatureException(
                    Feature.LIMIT_IN_SUBQUERY.words() + ", where it reads a column of the outer query (" + reference
                            + ")",
                    dialect().toString(),
                    Feature.LIMIT_IN_SUBQUERY.alternative());
        }
    }

    /** The rows that are to be inserted have no name. */
    @Override
    protected void nameExcluded(Table<?> excluded) {}

    @Override
    protected void excluded(Column<?, ?> column) {
        sql().append("values(").append(column.name()).append(")");
    }

    /** A derived table would not see the outer row, but the aggregate takes an order and a limit. */
    @Override
    protected void nestedRows(NestedRows nested) {
        joinTexts();
        aggregatedRows(nested, nested.maxRows() > 0);
    }

    /** A list of values has no names for its columns; the first of several selects has. */
    @Override
    protected void values(Table<?> table, ListedRows listed) {
        ValueSelects.write(this, sql(), table, listed);
    }

    @Override
    protected void raiseLimits(SqlWriter statement, int start, boolean ofTexts, boolean ofRecursion) {
        String both = ofTexts && ofRecursion ? ", " : "";
        statement.insert(
                0,
                "set statement " + (ofTexts ? "group_concat_max_len = 4294967295" : "") + both
                        + (ofRecursion ? "max_recursive_iterations = 4294967295" : "") + " for ");
    }

    @Override
    protected String forShare() {
        return " lock in share mode";
    }
}
