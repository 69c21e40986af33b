package dev.rowan.dialect.sqlserver;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Aggregate;
import dev.rowan.expression.Expression;
import dev.rowan.expression.ExpressionNode;
import dev.rowan.expression.Functions;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.Named;
import dev.rowan.expression.Precedence;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.SortKey;
import dev.rowan.expression.SortKey.Nulls;
import dev.rowan.query.CommonTable;
import dev.rowan.query.Lock;
import dev.rowan.query.RowQuery;
import dev.rowan.query.Select;
import dev.rowan.query.SetOperation;
import dev.rowan.render.Dialect;
import dev.rowan.render.SqlWriter;
import dev.rowan.schema.Column;
import dev.rowan.schema.Rows;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The clauses of queries that SQL Server spells differently; the part of {@link SqlServerRenderer} that changes nothing. */
abstract class SqlServerQueries extends SqlServerWindows {
    private static final Identifier KEYS = Identifier.of("rowan_keys");
    private static final Identifier DERIVED = Identifier.of("d");

    private @Nullable Lock lock; // of the present select
    private @Nullable List<SortKey> order; // of the texts that it joins
    private @Nullable Recursion recursion; // of what this writes
    private boolean inStep;
    private int columnsRead;
    private int subqueries; // around the present select
    private boolean namesKeys;
    private boolean castsItems;
    private boolean inAggregate;

    SqlServerQueries(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    @Override
    protected void select(Select<?, ?> select, boolean onlyExistence) {
        Lock outerLock = lock;
        List<SortKey> outerOrder = order;
        boolean outerStep = inStep;
        lock = select.lock();
        order = null;
        inStep = recursion != null && recursion.isStep(select);
        if (recursion != null && inStep) {
            recursion.require(select, subqueries > 0);
        }
        super.select(select, onlyExistence);
        lock = outerLock;
        order = outerOrder;
        inStep = outerStep;
    }

    /** {@code top} stands before the columns, but knows no offset. */
    @Override
    protected void limitBeforeColumns(Select<?, ?> select) {
        if (isTop(select)) {
            sql().append("top (?)", Objects.requireNonNull(select.maxRows()))
                    .append(isWithTies(select) ? " with ties " : " ");
        } else if (isWithTies(select)) {
            throw new UnsupportedFeatureException(
                    "offset of fetch first … with ties",
                    dialect().toString(),
                    "rank the rows by rank() in a derived table");
        }
    }

    /** A fetch of no row is an error. */
    private static boolean isTop(RowQuery<?> query) {
        return query instanceof Select<?, ?>
                && query.maxRows() != null
                && (query.skippedRows() == 0
                        || Long.valueOf(0).equals(query.maxRows().value()));
    }

    @Override
    protected void limit(RowQuery<?> query) {
        if (isTop(query) || (query.maxRows() == null && query.skippedRows() == 0)) {
            return;
        }
        boolean none = query.maxRows() != null
                && Long.valueOf(0).equals(query.maxRows().value());
        sql().append(" offset ? rows", rows(none ? Long.MAX_VALUE : query.skippedRows()));
        if (none) {
            sql().append(" fetch next 1 rows only");
        } else if (query.maxRows() != null) {
            sql().append(" fetch next ? rows only", query.maxRows());
        }
    }

    /** An order without a limit is an error in a part of a query, and a limit without an order everywhere. */
    @Override
    protected void orderBy(Select<?, ?> select) {
        boolean limited = select.maxRows() != null || select.skippedRows() > 0;
        if (select.sortKeys().isEmpty()) {
            if (limited && !isTop(select)) {
                sql().append(select.isDistinct() ? " order by 1" : " order by (select null)");
            }
        } else if (limited || !isNested()) {
            if (select.isDistinct() && select.sortKeys().stream().anyMatch(SqlServerQueries::isWritten)) {
                throw new UnsupportedFeatureException(
                        "order of distinct rows by a place of NULL, or by a UUID",
                        dialect().toString(),
                        "sort in a query around it");
            }
            super.orderBy(select);
        }
    }

    @Override
    protected void orderBy(SetOperation<?> operation) {
        boolean limited = operation.maxRows() != null || operation.skippedRows() > 0;
        if (operation.sortKeys().isEmpty()) {
            sql().append(limited ? " order by 1" : "");
        } else if (limited || !isNested()) {
            super.orderBy(operation);
        }
    }

    /** The order of a set operation takes no expression; that of a select around it does. */
    @Override
    public void visitSetOperation(SetOperation<?> operation) {
        if (operation.sortKeys().stream().noneMatch(SqlServerQueries::isWritten)) {
            super.visitSetOperation(operation);
            return;
        }
        sql().append("select * from (");
        operands(operation);
        sql().append(") as ").append(DERIVED);
        List<Identifier> names = names(operation);
        columnList(names);
        String before = " order by ";
        for (SortKey key : operation.sortKeys()) {
            Identifier name = names.get(operation.indexOf(key)).in(DERIVED);
            sql().append(before);
            if (putsNullElsewhere(key)) {
                sql().append("case when ").append(name).append(nullKey(key)).append(", ");
            }
            sql().append(isUuid(key) ? "cast(" : "").append(name);
            sql().append(isUuid(key) ? " as char(36)) " + SqlServerFunctions.BINARY : "");
            sql().append(key.descending() ? " desc" : " asc");
            before = ", ";
        }
        limit(operation);
    }

    private static boolean isUuid(SortKey key) {
        return key.expression().type().kind() == SqlType.Kind.UUID;
    }

    /** Whether the key must be an expression, rather than the place of a column. */
    private static boolean isWritten(SortKey key) {
        return putsNullElsewhere(key) || isUuid(key);
    }

    /** NULL is the smallest value. */
    private static boolean putsNullElsewhere(SortKey key) {
        return key.nulls() == (key.descending() ? Nulls.FIRST : Nulls.LAST);
    }

    private static String nullKey(SortKey key) {
        return key.nulls() == Nulls.FIRST ? " is null then 0 else 1 end" : " is null then 1 else 0 end";
    }

    /** What reads no column is to the server the place of one, or an error, unless a query stands around it. */
    private void sortedBy(Runnable expression) {
        int columns = columnsRead;
        int start = sql().length();
        expression.run();
        if (columnsRead == columns) {
            sql().insert(start, "(select ").append(")");
        }
    }

    @Override
    protected void sortKey(SortKey key) {
        if (putsNullElsewhere(key)) {
            sortedBy(() -> {
                sql().append("case when ");
                operand(key.expression(), Precedence.ADDITIVE);
                sql().append(nullKey(key));
            });
            sql().append(", ");
        }
        sortedBy(() -> {
            if (isUuid(key)) {
                uuidText(key.expression());
            } else {
                write(key.expression());
            }
        });
        sql().append(key.descending() ? " desc" : " asc");
    }

    /** Notes that what is written reads the rows. */
    final void readsRows() {
        columnsRead++;
    }

    /** Writes the text of a UUID, whose order is that of the UUID on other databases. */
    final void uuidText(ExpressionNode uuid) {
        sql().append("cast(cast(");
        write(uuid);
        sql().append(" as uniqueidentifier) as char(36)) " + SqlServerFunctions.BINARY);
    }

    @Override
    protected void sortKeyOfItem(int index, SortKey key) {
        if (isWritten(key)) {
            sortKey(key);
        } else {
            super.sortKeyOfItem(index, new SortKey(key.expression(), key.descending(), Nulls.UNSPECIFIED));
        }
    }

    /** A key with a value in it would be another expression each time, and one with a subquery is none; so they get names. */
    @Override
    protected void nameComputedKeys(List<? extends ExpressionNode> computed) {
        sql().append(" cross apply (select ");
        namesKeys = true;
        for (int i = 0; i < computed.size(); i++) {
            sql().append(i == 0 ? "" : ", ");
            computed.get(i).accept(this);
            sql().append(" as ").append(keyName(i));
        }
        namesKeys = false;
        sql().append(") as ").append(KEYS);
    }

    private static Identifier keyName(int index) {
        return Identifier.of("k" + (index + 1));
    }

    @Override
    protected void computedKey(ExpressionNode key) {
        int index = namesKeys ? -1 : indexOfComputedKey(key);
        if (index < 0) {
            super.computedKey(key);
        } else {
            readsRows();
            sql().append(keyName(index).in(KEYS));
        }
    }

    /** A place in the result is a constant to {@code group by}. */
    @Override
    protected void groupKeyOfItem(int index, Selectable<?> item) {
        write(Named.unwrap(item.expression()));
    }

    @Override
    protected void anyValue(Column<?, ?> column, Identifier name) {
        switch (column.type().kind()) {
            case BOOLEAN -> sql().append("cast(max(cast(").append(name).append(" as tinyint)) as bit)");
            case BINARY -> // of which there is no largest, but of their digits there is
                sql().append("convert(varbinary(max), max(convert(nvarchar(max), ")
                        .append(name)
                        .append(", 2)), 2)");
            default -> sql().append("max(").append(name).append(")");
        }
    }

    @Override
    protected void derivedColumns(RowQuery<?> query) {
        Set<String> labels = new HashSet<>();
        for (int i = 0; i < query.width(); i++) {
            String label = query.column(i).label();
            if (label == null || !labels.add(label)) {
                columnList(names(query));
                return;
            }
        }
    }

    /** A name for each column, of which no two are the same. */
    private static List<Identifier> names(RowQuery<?> query) {
        Set<String> known = new HashSet<>();
        return IntStream.range(0, query.width())
                .mapToObj(i -> {
                    String label = query.column(i).label();
                    return Identifier.of(label != null && known.add(label) ? label : "c" + (i + 1));
                })
                .toList();
    }

    final void columnList(List<Identifier> names) {
        String before = "(";
        for (Identifier name : names) {
            sql().append(before).append(name);
            before = ", ";
        }
        sql().append(")");
    }

    @Override
    protected void nestedSetOperand(RowQuery<?> operand) {
        sql().append("select * from (");
        operand.accept(this);
        sql().append(") as [o]");
        derivedColumns(operand);
    }

    /** Locks are hints of each table. */
    @Override
    protected void lockClause(Lock clause, List<? extends Table<?>> tables) {}

    @Override
    protected void table(Table<?> table) {
        super.table(table);
        if (lock == null
                || table.rows() != Rows.STORED
                || (!lock.tables().isEmpty() && !lock.tables().contains(table))) {
            return;
        }
        sql().append(lock.exclusive() ? " with (updlock, rowlock" : " with (repeatableread, rowlock")
                .append(
                        switch (lock.contention()) {
                            case BLOCK -> ")";
                            case FAIL -> ", nowait)";
                            case SKIP -> ", readpast)";
                        });
    }

    @Override
    protected void subquery(RowQuery<?> query, boolean onlyExistence) {
        if (inAggregate) {
            throw new UnsupportedFeatureException(
                    "subquery within an aggregate",
                    dialect().toString(),
                    "select it in a derived table, and aggregate its column");
        }
        subqueries++;
        super.subquery(query, onlyExistence);
        subqueries--;
    }

    @Override
    protected void commonTableQuery(CommonTable common) {
        recursion = common.isRecursive() ? new Recursion(dialect(), common) : null;
        super.commonTableQuery(common);
    }

    @Override
    protected void aggregate(Aggregate aggregate) {
        if (inStep && recursion != null && !isOverWindow()) {
            throw recursion.refused("aggregate", "aggregate what comes of the whole recursion");
        }
        inAggregate = true;
        Aggregate rows = filteredByArgument(aggregate);
        if (rows.function().equals("string_agg")) {
            joinedTexts(rows);
        } else {
            super.aggregate(wide(rows));
        }
        inAggregate = false;
    }

    /** Counts and sums of as many digits as there are, rather than of the argument's type. */
    private static Aggregate wide(Aggregate aggregate) {
        boolean counts = aggregate.function().equals("count");
        if (!counts && !aggregate.function().equals("sum")) {
            return aggregate;
        }
        List<Expression<?>> arguments = counts
                ? aggregate.arguments()
                : List.of(exact(aggregate.arguments().get(0)));
        return new Aggregate(
                counts ? "count_big" : "sum",
                aggregate.nullable(),
                aggregate.distinct(),
                arguments,
                aggregate.order(),
                null);
    }

    @SuppressWarnings("unchecked") // the type says that it is a number
    private static Expression<?> exact(Expression<?> summed) {
        return switch (summed.type().kind()) {
            case SMALLINT, INTEGER, BIGINT ->
                Functions.number((Expression<Number>) summed).cast(SqlType.decimal(38, 0));
            default -> summed;
        };
    }

    private void joinedTexts(Aggregate aggregate) {
        if (aggregate.distinct()) {
            throw new UnsupportedFeatureException(
                    "distinct in function string_agg",
                    dialect().toString(),
                    "select the distinct values in a derived table");
        }
        requireOneOrder(aggregate.order());
        sql().append("string_agg(cast(");
        write(aggregate.arguments().get(0));
        sql().append(" as nvarchar(max)), ");
        write(aggregate.arguments().get(1));
        sql().append(")");
        String before = " within group (order by ";
        for (SortKey key : aggregate.order()) {
            sql().append(before);
            sortKey(key);
            before = ", ";
        }
        sql().append(aggregate.order().isEmpty() ? "" : ")");
    }

    /** The server sorts the rows of a select for its aggregates once (error 8711). */
    private void requireOneOrder(List<SortKey> keys) {
        if (keys.isEmpty()) {
            return;
        } else if (order != null && !order.equals(keys)) {
            throw new UnsupportedFeatureException(
                    "different orders of joined texts in one select",
                    dialect().toString(),
                    "join each in a derived table of its own");
        }
        order = keys;
    }

    final void castItems(boolean casts) {
        castsItems = casts;
    }

    @Override
    protected void selectItem(Selectable<?> item) {
        if (!castsItems) {
            super.selectItem(item);
            return;
        }
        Expression<?> expression = Named.unwrap(item.expression());
        SqlType<?> type = expression.type();
        boolean isText = type.kind() == SqlType.Kind.VARCHAR || type.kind() == SqlType.Kind.TEXT;
        sql().append("cast(");
        write(expression);
        sql().append(" as ").append(isText ? "nvarchar(max)" : castType(type)).append(")");
        sql().append(isText ? " " + SqlServerFunctions.BINARY : "");
    }
}
