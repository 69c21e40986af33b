package dev.rowan.dialect.mysql;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.Precedence;
import dev.rowan.expression.SortKey;
import dev.rowan.query.Select;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.schema.Table;
import java.util.stream.Collectors;

/** The clauses that MySQL spells differently. */
final class MySqlRenderer extends SqlRenderer {
    private static final Identifier DERIVED = Identifier.of("d");

    private boolean readsWrittenTable;

    MySqlRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    /** There is no {@code nulls first}; NULL is the smallest value, so a key before the key does the same. */
    @Override
    protected void sortKey(SortKey key) {
        if (key.nulls() != SortKey.Nulls.UNSPECIFIED) {
            operand(key.expression(), Precedence.ADDITIVE);
            sql().append(key.nulls() == SortKey.Nulls.FIRST ? " is null desc, " : " is null asc, ");
        }
        key.expression().accept(this);
        sql().append(key.descending() ? " desc" : " asc");
    }

    /** There is no {@code offset} without {@code limit}; the manual's advice is the largest number there is. */
    @Override
    protected void limit(Select<?, ?> select) {
        BoundValue<Long> maxRows = select.maxRows();
        if (maxRows != null) {
            sql().append(" limit ?", maxRows);
        } else if (select.skippedRows() > 0) {
            sql().append(" limit 18446744073709551615");
        }
        if (select.skippedRows() > 0) {
            sql().append(" offset ?", rows(select.skippedRows()));
        }
    }

    @Override
    protected void defaultValues() {
        sql().append(" () values ()");
    }

    /** Error 1235 forbids a limit in a subquery, but not in a derived table within it. */
    @Override
    protected void subquery(Select<?, ?> select, boolean onlyExistence) {
        if (select.maxRows() != null || select.skippedRows() > 0) {
            sql().append(onlyExistence ? "select 1 from (" : "select * from (");
            super.subquery(select, onlyExistence);
            sql().append(") as ").append(DERIVED);
        } else {
            super.subquery(select, onlyExistence);
        }
    }

    @Override
    protected void table(Table<?> table) {
        super.table(table);
        readsWrittenTable |= isWritten(table);
    }

    /**
     * Error 1093 forbids a subquery on the written table. A derived table in its place would be read again for each row,
     * when some are written already; so the same condition finds the keys of all rows first.
     */
    @Override
    protected void whereWritten(Table<?> table, Condition condition) {
        int start = sql().length();
        super.whereWritten(table, condition);
        if (readsWrittenTable) {
            String keys = keys(table);
            String from = table.identifier().quoted(dialect().quotes());
            sql().insert(start, " where (" + keys + ") in (select * from (select " + keys + " from " + from);
            sql().append(") as ").append(DERIVED).append(")");
        }
    }

    private String keys(Table<?> table) {
        if (table.primaryKeyColumns().isEmpty()) {
            throw new UnsupportedFeatureException(
                    Feature.READ_OF_WRITTEN_TABLE.words() + " without a primary key (" + table + ")",
                    dialect().toString(),
                    Feature.READ_OF_WRITTEN_TABLE.alternative());
        }
        return table.primaryKeyColumns().stream()
                .map(column -> column.qualifiedName().quoted(dialect().quotes()))
                .collect(Collectors.joining(", "));
    }
}
