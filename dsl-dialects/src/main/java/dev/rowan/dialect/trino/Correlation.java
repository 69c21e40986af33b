package dev.rowan.dialect.trino;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.BoundValue;
import dev.rowan.query.Join;
import dev.rowan.query.RowQuery;
import dev.rowan.query.Select;
import dev.rowan.query.SetOperation;
import dev.rowan.render.Dialect;
import dev.rowan.schema.Column;
import dev.rowan.schema.PathRows;
import dev.rowan.schema.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Which subqueries read columns of the query around them. Trino makes joins of those, and of some it cannot: it says so
 * <a href="https://github.com/trinodb/trino/issues/18727">when it plans</a>, which is too late.
 */
final class Correlation {
    private static final String WITHIN = " in a subquery that reads columns of the outer query";

    private final Dialect dialect;
    private final Deque<Level> levels = new ArrayDeque<>(); // the innermost first
    private boolean list;

    Correlation(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The tables of a select, or, without one, where a subquery begins. */
    private static final class Level {
        private final @Nullable Select<?, ?> select;
        private final boolean list;
        private final @Nullable RowQuery<?> unlimited;
        private boolean correlated;

        private Level(@Nullable Select<?, ?> select, boolean list, @Nullable RowQuery<?> unlimited) {
            this.select = select;
            this.list = list;
            this.unlimited = unlimited;
        }

        private boolean holds(Table<?> table) {
            return select != null
                    && (select.table() == table
                            || select.joins().stream().map(Join::table).anyMatch(table::equals));
        }
    }

    /** How many rows a query may have; -1 without a limit. */
    static long limit(RowQuery<?> query) {
        BoundValue<Long> most = query.maxRows();
        Long rows = most == null ? null : most.value();
        return rows == null ? -1 : rows;
    }

    /** Says that the next subquery is one of several values. */
    void beginList() {
        list = true;
    }

    void enter(RowQuery<?> subquery, boolean onlyExistence) {
        boolean needless = onlyExistence && subquery.skippedRows() == 0 && limit(subquery) > 0;
        levels.push(new Level(null, list, needless ? subquery : null));
        list = false;
    }

    void enter(Select<?, ?> select) {
        levels.push(new Level(select, false, null));
    }

    void leave() {
        levels.pop();
    }

    /** The query whose limit does not matter, for it is asked only whether it has rows. */
    @Nullable
    RowQuery<?> unlimited() {
        return levels.stream()
                .map(level -> level.unlimited)
                .filter(query -> query != null)
                .findFirst()
                .orElse(null);
    }

    void leave(RowQuery<?> subquery) {
        Level level = levels.pop();
        if (!level.correlated) {
            return;
        }
        if (subquery instanceof SetOperation<?>) {
            throw refused("union, intersect or except", "ask each of the queries");
        }
        if (subquery.skippedRows() > 0) {
            throw refused("offset", "number the rows by rowNumber() in a derived table, and join it");
        }
        boolean first = !level.list && !subquery.sortKeys().isEmpty();
        boolean limited = limit(subquery) > 0 && level.unlimited == null;
        boolean ties = subquery instanceof Select<?, ?> select && select.isWithTies();
        if (limited && (!first || ties)) {
            throw refused(
                    "limit", "sort the rows of a scalar subquery, or number them by rowNumber() in a derived table");
        }
    }

    private UnsupportedFeatureException refused(String what, String alternative) {
        return new UnsupportedFeatureException(what + WITHIN, dialect.toString(), alternative);
    }

    /** Marks the subqueries between a column and its table. */
    void read(Column<?, ?> column) {
        Table<?> table = PathRows.start(column.table());
        int subqueries = 0;
        for (Level level : levels) {
            if (level.holds(table)) {
                mark(level);
                return;
            }
            if (level.select == null && ++subqueries > 1) {
                throw new UnsupportedFeatureException(
                        "column of a query around the outer one",
                        dialect.toString(),
                        "join the tables, or compare with a column of the outer query");
            }
        }
    }

    private void mark(Level home) {
        for (Level level : levels) {
            if (level == home) {
                return;
            }
            level.correlated = true;
        }
    }
}
