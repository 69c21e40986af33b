package dev.rowan.dialect.mysql;

import dev.rowan.expression.Identifier;
import dev.rowan.expression.Precedence;
import dev.rowan.expression.SortKey;
import dev.rowan.query.Select;
import dev.rowan.render.Dialect;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;

/** The clauses that MySQL spells differently. */
final class MySqlRenderer extends SqlRenderer {
    private static final Identifier DERIVED = Identifier.of("d");

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
        if (select.isLimited()) {
            sql().append(" limit ").bind(rows(select.maxRows()));
        } else if (select.skippedRows() > 0) {
            sql().append(" limit 18446744073709551615");
        }
        if (select.skippedRows() > 0) {
            sql().append(" offset ").bind(rows(select.skippedRows()));
        }
    }

    /** Errors 1235 and 1093 forbid a limit, and the written table, in a subquery, but not in a derived table within it. */
    @Override
    protected void subquery(Select<?, ?> select, boolean onlyExistence) {
        if (select.isLimited() || select.skippedRows() > 0 || readsWrittenTable(select)) {
            sql().append(onlyExistence ? "select 1 from (" : "select * from (");
            super.subquery(select, onlyExistence);
            sql().append(") as ").append(DERIVED);
        } else {
            super.subquery(select, onlyExistence);
        }
    }

    private boolean readsWrittenTable(Select<?, ?> select) {
        return isWritten(select.table()) || select.joins().stream().anyMatch(join -> isWritten(join.table()));
    }
}
