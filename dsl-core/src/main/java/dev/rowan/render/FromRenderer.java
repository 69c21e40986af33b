package dev.rowan.render;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Precedence;
import dev.rowan.expression.Truth;
import dev.rowan.query.CommonTable;
import dev.rowan.query.Join;
import dev.rowan.query.ListedRows;
import dev.rowan.query.QueryRows;
import dev.rowan.query.Returning;
import dev.rowan.query.RowQuery;
import dev.rowan.query.Select;
import dev.rowan.query.StatementVisitor;
import dev.rowan.schema.Column;
import dev.rowan.schema.Discriminator;
import dev.rowan.schema.PathRows;
import dev.rowan.schema.Route;
import dev.rowan.schema.Rows;
import dev.rowan.schema.Table;
import dev.rowan.schema.ToOne;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what a query is made from: tables, joins, derived tables, common table expressions; the part of {@link SqlRenderer} below selects. */
public abstract class FromRenderer extends AggregateRenderer implements StatementVisitor {
    private @Nullable Table<?> onlyRead; // until there is something beside it
    private @Nullable CommonTables commonTables; // null as long as only one table is read
    private @Nullable WriteState writing; // null in a query
    private boolean nested; // whether the query is a part of another

    FromRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    /** What was written, with the common table expressions that it uses before it. */
    final RenderedSql finish() {
        boolean returned = writing != null && writing.isReturned();
        boolean retried = writing != null && writing.isRetried();
        Table<?> written = writing == null ? null : writing.table();
        if (commonTables == null || commonTables.isEmpty()) {
            complete(sql(), 0);
            return sql().finish(returned, retried, written);
        }
        if (writing != null) {
            writing.requireUseOfCommonTables(dialect());
        }
        SqlWriter definitions = sql().fresh();
        commonTables.write(definitions);
        int start = definitions.length();
        SqlWriter.Position rows = writing == null ? null : writing.rows();
        if (rows == null || insertFollowsCommonTables()) {
            sql().insert(SqlWriter.Position.START, definitions);
        } else {
            sql().insert(rows, definitions);
            start = 0;
        }
        complete(sql(), start);
        return sql().finish(returned || commonTables.writeRows(), retried, written);
    }

    /**
     * Whether the common table expressions of an insert stand before it, as {@code with … insert into …}, rather than, as the
     * standard has it, before its rows: {@code insert into … with … select …}.
     */
    protected boolean insertFollowsCommonTables() {
        return false;
    }

    final @Nullable WriteState writing() {
        return writing;
    }

    /** Begins an insert, an update or a delete. */
    final WriteState begin(WriteState statement) {
        writing = statement;
        return statement;
    }

    /** Whether the statement writes the table, and so may not see it as it was. */
    protected final boolean isWritten(Table<?> table) {
        return writing != null && writing.changes(table);
    }

    /**
     * Adds what must stand in other places of the statement than that where the need for it was found.
     *
     * @param start where the statement begins after its common table expressions
     */
    protected void complete(SqlWriter statement, int start) {}

    /** Whether columns may be NULL here because a table has no row to join. */
    protected final boolean joinsOuter() {
        Scope scope = scope();
        return scope != null && scope.joinsOuter();
    }

    /** Whether a common table expression uses its own rows. */
    protected final boolean isRecursive() {
        return commonTables != null && commonTables.isRecursive();
    }

    /** Takes over what the renderer of a common table expression has found that the whole statement needs. */
    protected void absorb(SqlRenderer part) {}

    final void from(Select<?, ?> select, Scope scope) {
        sql().append(" from ");
        List<Join> joins = select.joins();
        scope.showJoins(0);
        scope.enter(Place.ON);
        source(select.table(), scope, select);
        for (int i = 0; i < joins.size(); i++) {
            join(joins.get(i), scope, i, select);
        }
    }

    /** The condition of a select, with the default filters of the tables that no condition of a join speaks of. */
    static @Nullable Condition filtered(Select<?, ?> select) {
        Condition all = select.condition();
        if (DefaultFilters.areNested(select)) {
            return all;
        }
        all = DefaultFilters.and(all, select.table(), select.unfiltered());
        for (int i = 0; i < select.joins().size(); i++) {
            Join join = select.joins().get(i);
            if (join.condition() == null) {
                all = DefaultFilters.and(all, join.table(), select.unfiltered());
            }
        }
        return all;
    }

    /** Joins the tables that turned out to be read by paths, after those of the FROM clause, which is written already. */
    final void joinPaths(Select<?, ?> select, Scope scope) {
        Grouping grouping = Objects.requireNonNull(scope.grouping());
        Paths paths = grouping.readPaths();
        if (paths == null || paths.tables().isEmpty()) {
            return;
        }
        SqlWriter joins = sql().fresh();
        for (int i = 0; i < paths.tables().size(); i++) { // a filter of one may read another
            joinPath(paths.tables().get(i), select, scope, joins);
        }
        sql().insert(new SqlWriter.Position(grouping.endOfFrom(), paths.bindsBefore()), joins);
    }

    private void joinPath(Table<?> table, Select<?, ?> select, Scope scope, SqlWriter joins) {
        PathRows path = (PathRows) table.rows();
        ToOne<?, ?, ?> association = path.association();
        Table<?> target = association.target();
        remember(target);
        if (writing != null) {
            writing.requireRead(dialect(), target);
        }
        boolean outer = path.outer() || select.isOuterJoined(table);
        joins.append(outer ? " left join " : " join ")
                .append(joins.nameOf(target))
                .append(" as ")
                .append(scope.nameOfPath(table));
        Route<?> route = association.route();
        String before = " on ";
        for (int i = 0; i < route.key().size(); i++) {
            joins.append(before)
                    .append(route.key().get(i).name().in(scope.nameOfPath(table)))
                    .append(" = ")
                    .append(scope.nameOf(association.ownerKey().get(i)));
            before = " and ";
        }
        say(association.discriminator(), scope, joins);
        say(association.inverseDiscriminator(table), scope, joins);
        Condition filter = table.filter(select.unfiltered());
        if (filter != null) {
            joins.append(" and (");
            SqlRenderer renderer = dialect().renderer(joins);
            FromRenderer part = renderer;
            part.commonTables = commonTables();
            part.writing = writing;
            part.setScope(scope);
            scope.enter(Place.WHERE);
            part.condition(filter, Precedence.OR);
            absorb(renderer);
            joins.append(")");
        }
    }

    private void say(@Nullable Discriminator one, Scope scope, SqlWriter joins) {
        if (one != null) {
            joins.append(" and ")
                    .append(scope.nameOf(one.column()))
                    .append(" = ")
                    .append(placeholder(one.value().type()), one.value());
        }
    }

    private void join(Join join, Scope scope, int index, Select<?, ?> select) {
        if (join.table().rows() instanceof QueryRows rows
                && rows.lateral()
                && dialect().support(Feature.LATERAL) == Support.EMULATED) {
            apply(join, rows, scope, index, select);
            return;
        }
        sql().append(
                        switch (join.kind()) {
                            case INNER -> " join ";
                            case LEFT -> " left join ";
                            case RIGHT -> " right join ";
                            case FULL -> " full join ";
                            case CROSS -> " cross join ";
                        });
        if (join.kind() == Join.Kind.FULL) {
            dialect().require(Feature.FULL_JOIN);
        }
        source(join.table(), scope, select);
        scope.showJoins(index + 1);
        if (join.condition() != null) {
            sql().append(" on ");
            condition(joined(join, select), Precedence.OR);
        }
    }

    private static Condition joined(Join join, Select<?, ?> select) {
        return DefaultFilters.areNested(select)
                ? Objects.requireNonNull(join.condition())
                : Objects.requireNonNull(DefaultFilters.and(join.condition(), join.table(), select.unfiltered()));
    }

    /**
     * Joins rows that are made anew for each row before them by {@code apply}, which takes no condition: it stands in a query around
     * theirs.
     */
    private void apply(Join join, QueryRows rows, Scope scope, int index, Select<?, ?> select) {
        dialect().require(Feature.LATERAL);
        sql().append(join.kind() == Join.Kind.LEFT ? " outer apply (" : " cross apply (");
        Condition condition = join.condition() == null ? Truth.TRUE : joined(join, select);
        if (condition == Truth.TRUE) {
            derived(rows, scope);
        } else {
            sql().append("select * from (");
            derived(rows, scope);
            sql().append(") as ").append(join.table().qualifier());
            derivedColumns(rows.query());
            scope.showJoins(index + 1);
            sql().append(" where ");
            condition(condition, Precedence.OR);
        }
        sql().append(") as ").append(join.table().qualifier());
        derivedColumns(rows.query());
        scope.showJoins(index + 1);
    }

    private void derived(QueryRows rows, Scope scope) {
        setScope(rows.lateral() ? scope : scope.outer());
        boolean before = nested;
        nested = true;
        rows.query().accept(this);
        nested = before;
        setScope(scope);
    }

    /** Writes names for the columns of a derived table, where the database wants other ones than the query gives. */
    protected void derivedColumns(RowQuery<?> query) {}

    /** Whether the query that is written is a part of another, where the order of its rows means nothing without a limit. */
    protected final boolean isNested() {
        return nested;
    }

    /** Writes a part of a query. */
    protected final void withinQuery(Runnable rendering) {
        boolean before = nested;
        nested = true;
        rendering.run();
        nested = before;
    }

    private void source(Table<?> table, Scope scope, Select<?, ?> select) {
        Rows rows = table.rows();
        if (rows == Rows.STORED) {
            remember(table);
            if (writing != null) {
                writing.requireRead(dialect(), table);
            }
            Condition filter = DefaultFilters.areNested(select) ? table.filter(select.unfiltered()) : null;
            if (filter == null) {
                table(table);
            } else {
                filteredTable(table, filter, scope);
            }
        } else if (rows instanceof QueryRows query) {
            if (query.lateral()) {
                dialect().require(Feature.LATERAL);
                sql().append("lateral ");
            }
            sql().append("(");
            derived(query, scope);
            sql().append(") as ").append(table.qualifier());
            derivedColumns(query.query());
        } else if (rows instanceof ListedRows listed) {
            values(table, listed);
        } else if (rows instanceof PathRows path) {
            throw new InvalidQueryException(
                    "expected a table to read from, got the path " + path + ", along which columns are read; join "
                            + path.association().target() + ", or an alias of it");
        } else {
            commonTable((CommonTable) rows);
            table(table);
        }
    }

    /** Writes a table whose rows a join can make up for: where they do not pass the filter, they are not there to begin with. */
    private void filteredTable(Table<?> table, Condition filter, Scope scope) {
        sql().append("(select * from ");
        table(table);
        Scope rows = new Scope(table, List.of(), scope.outer(), new Grouping());
        setScope(rows);
        rows.enter(Place.WHERE);
        sql().append(" where ");
        Objects.requireNonNull(rows.grouping()).endFrom(sql());
        condition(filter, Precedence.OR);
        setScope(scope);
        sql().append(") as ").append(table.qualifier());
    }

    /** The first table by itself, for most statements read no other. */
    private void remember(Table<?> table) {
        if (onlyRead == null && commonTables == null) {
            onlyRead = table;
        } else {
            commonTables().read(table);
        }
    }

    private CommonTables commonTables() {
        CommonTables tables = commonTables;
        if (tables == null) {
            tables = new CommonTables();
            commonTables = tables;
            if (onlyRead != null) {
                tables.read(onlyRead);
            }
        }
        return tables;
    }

    /** Writes a table with its alias. */
    protected void table(Table<?> table) {
        sql().append(sql().nameOf(table));
        if (table.isAlias()) {
            sql().append(" as ").append(table.qualifier());
        }
    }

    /** Writes listed rows as a table. */
    protected void values(Table<?> table, ListedRows listed) {
        String before = "(values (";
        for (List<Expression<?>> row : listed.rows()) {
            sql().append(before);
            list(row);
            before = "), (";
        }
        sql().append(")) as ").append(table.qualifier());
        columnNames(table);
    }

    /** Writes the names of the columns of a table in parentheses. */
    protected final void columnNames(Table<?> table) {
        String before = "(";
        for (Column<?, ?> column : table.columns()) {
            sql().append(before).append(column.name());
            before = ", ";
        }
        sql().append(")");
    }

    /** Nobody prepares a write that stands here. */
    private static void requirePlain(Table<?> table) {
        if (!table.filters().isEmpty()
                || table.columns().stream()
                        .anyMatch(column ->
                                column.automatic() != null || !column.rules().isEmpty())) {
            throw new InvalidQueryException(
                    "expected a table without rules, filters and automatic columns to be written in a"
                            + " common table expression, got " + table
                            + ", whose would not hold there; use two statements in one"
                            + " transaction");
        }
    }

    /** Writes the query of a common table expression. */
    protected void commonTableQuery(CommonTable common) {
        common.query().accept(this);
    }

    private void commonTable(CommonTable common) {
        CommonTables tables = commonTables();
        if (tables.add(common)) {
            if (common.query() instanceof Returning<?>) {
                dialect().require(Feature.WRITE_IN_COMMON_TABLE);
                requirePlain(((Returning<?>) common.query()).write().table());
            }
            SqlWriter definition = sql().fresh();
            SqlRenderer renderer = dialect().renderer(definition);
            FromRenderer part = renderer;
            part.commonTables = tables;
            part.writing = writing;
            part.nested = true;
            part.commonTableQuery(common);
            absorb(renderer);
            tables.define(common, definition);
        }
    }
}
