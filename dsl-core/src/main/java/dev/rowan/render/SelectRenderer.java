package dev.rowan.render;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Expression;
import dev.rowan.expression.ExpressionNode;
import dev.rowan.expression.GroupKey;
import dev.rowan.expression.GroupingSets;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.Named;
import dev.rowan.expression.NestedRows;
import dev.rowan.expression.Precedence;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.SortKey;
import dev.rowan.expression.Window;
import dev.rowan.query.Lock;
import dev.rowan.query.RowQuery;
import dev.rowan.query.Select;
import dev.rowan.query.Selection;
import dev.rowan.query.SetOperation;
import dev.rowan.query.SqlQuery;
import dev.rowan.schema.Column;
import dev.rowan.schema.Related;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes queries: selects and set operations; the part of {@link SqlRenderer} that changes nothing. */
public abstract class SelectRenderer extends FromRenderer {
    private @Nullable NamedWindows windows; // those of the innermost select, null until the first is used

    SelectRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    @Override
    public final void visitSelect(Select<?, ?> select) {
        select(select, false);
    }

    /** Writes a select; where only its existence counts, its columns do not matter. */
    protected void select(Select<?, ?> select, boolean onlyExistence) {
        Scope outer = scope();
        NamedWindows outerWindows = windows;
        windows = null;
        Scope scope = new Scope(select.table(), select.joins(), outer, new Grouping(select));
        setScope(scope);
        sql().append("select ");
        distinct(select);
        limitBeforeColumns(select);
        if (onlyExistence && isMadeOfRows(select)) {
            sql().append("1");
        } else {
            selectList(select);
        }
        from(select, scope);
        Grouping grouping = Objects.requireNonNull(scope.grouping());
        grouping.endFrom(sql());
        scope.enter(Place.WHERE);
        if (grouping.areComputed()) {
            nameComputedKeys(grouping.computedKeys());
        }
        where(filtered(select));
        groupBy(select, scope);
        if (windows != null) {
            scope.enter(Place.SELECT); // where its functions stand
            windows.write(this);
        }
        scope.enter(Place.ORDER_BY);
        orderBy(select);
        limit(select);
        lock(select);
        joinPaths(select, scope);
        windows = outerWindows;
        setScope(outer);
    }

    @Override
    public final void visitSelection(Selection<?> selection) {
        Scope outer = scope();
        NamedWindows outerWindows = windows;
        windows = null;
        setScope(new Scope(null, List.of(), outer, new Grouping()));
        sql().append("select ");
        selectList(selection);
        if (windows != null) {
            windows.write(this);
        }
        windows = outerWindows;
        setScope(outer);
    }

    /** Whether a row of the result stands for a row of the tables: an aggregate, or distinct, changes how many there are. */
    private static boolean isMadeOfRows(Select<?, ?> select) {
        return !select.isDistinct() && select.columns().stream().allMatch(Column.class::isInstance);
    }

    private void distinct(Select<?, ?> select) {
        if (select.isDistinct()) {
            sql().append("distinct ");
            requireEquality(select.distinctKeys().isEmpty() ? select.columns() : select.distinctKeys());
        }
        if (!select.distinctKeys().isEmpty()) {
            dialect().require(Feature.DISTINCT_ON);
            sql().append("on (");
            list(select.distinctKeys());
            sql().append(") ");
        }
    }

    /** Writes the columns of a query with commas between them. */
    final void selectList(SqlQuery<?> query) {
        for (int i = 0; i < query.width(); i++) {
            if (i > 0) {
                sql().append(", ");
            }
            selectItem(query.column(i));
        }
    }

    /** Writes one column of the select list. */
    protected void selectItem(Selectable<?> item) {
        if (item instanceof Column<?, ?> column) { // most are; asking by class spares the calls through interfaces
            visitColumn(column);
        } else {
            selectItem(item.expression());
        }
    }

    final void where(@Nullable ExpressionNode condition) {
        if (condition != null) {
            sql().append(" where ");
            condition(condition, Precedence.OR);
        }
    }

    private void groupBy(Select<?, ?> select, Scope scope) {
        List<GroupKey> keys = select.groupKeys();
        scope.enter(Place.GROUP_BY);
        if (keys.size() > 1 && keys.stream().anyMatch(GroupingSets.class::isInstance)) {
            dialect().require(Feature.MIXED_GROUPING);
        }
        if (!keys.isEmpty()) {
            sql().append(" group by ");
            groupKeys(keys);
        }
        if (select.groupCondition() != null) {
            scope.enter(Place.HAVING);
            sql().append(" having ");
            condition(select.groupCondition(), Precedence.OR);
        }
    }

    /**
     * Writes keys. A named column of the result is told by its position, because a database does not see that an
     * expression with binds is the same expression there and here.
     */
    @Override
    protected final void groupKeys(List<? extends GroupKey> keys) {
        Select<?, ?> select =
                Objects.requireNonNull(Objects.requireNonNull(grouping()).select());
        for (int i = 0; i < keys.size(); i++) {
            sql().append(i == 0 ? "" : ", ");
            GroupKey key = keys.get(i);
            if (key instanceof Expression<?> expression) {
                requireEquality(List.of(expression));
            }
            int index = indexOfNamed(key, select);
            if (index >= 0) {
                groupKeyOfItem(index, select.column(index));
            } else {
                write(key);
            }
        }
    }

    /** Writes a key that is a column of the result, by its 0-based index. */
    protected void groupKeyOfItem(int index, Selectable<?> item) {
        sql().append(Integer.toString(index + 1));
    }

    /** Where in the result a computed expression stands under a name, or -1. */
    private static int indexOfNamed(ExpressionNode node, Select<?, ?> select) {
        if (node instanceof Column<?, ?> || !(node instanceof Expression<?> expression)) {
            return -1;
        }
        for (int i = 0; i < select.width(); i++) {
            Expression<?> item = select.column(i).expression();
            Expression<?> itself = Named.unwrap(item);
            if (itself != item && itself.equals(Named.unwrap(expression))) {
                return i;
            }
        }
        return -1;
    }

    /** Writes how many rows there are at most, where that stands before the columns; the standard's stands last. */
    protected void limitBeforeColumns(Select<?, ?> select) {}

    /** Writes, after the FROM clause, what gives keys of groups a name that are no columns; the standard needs none. */
    protected void nameComputedKeys(List<? extends ExpressionNode> keys) {}

    /** Writes {@code order by}. */
    protected void orderBy(Select<?, ?> select) {
        List<SortKey> keys = select.sortKeys();
        for (int i = 0; i < keys.size(); i++) {
            sql().append(i == 0 ? " order by " : ", ");
            SortKey key = keys.get(i);
            checkSortable(select, key);
            int index = indexOfNamed(key.expression(), select);
            if (index < 0) {
                sortKey(key);
            } else {
                sortKeyOfItem(index, key);
            }
        }
    }

    private static void checkSortable(Select<?, ?> select, SortKey key) {
        if (key.expression().type().isDecoded()) {
            throw new InvalidQueryException("expected values that can be sorted in order by, got "
                    + key.expression().type() + "; sort by something computed of the rows, such as their number");
        }
        if (!select.isDistinct() || !select.distinctKeys().isEmpty()) {
            return;
        }
        Expression<?> sorted = Named.unwrap(key.expression());
        if (select.columns().stream()
                .noneMatch(item -> Named.unwrap(item.expression()).equals(sorted))) {
            throw new InvalidQueryException("expected to sort distinct rows by what is selected, got " + sorted
                    + ", of which equal rows may have several; select it, or leave it out of order by");
        }
    }

    /** Writes a key that is a column of the result, by its 0-based index. */
    protected void sortKeyOfItem(int index, SortKey key) {
        sql().append(Integer.toString(index + 1)).append(key.descending() ? " desc" : " asc");
        nulls(key);
    }

    /** Writes {@code offset} and {@code limit}. */
    protected void limit(RowQuery<?> query) {
        if (query.skippedRows() > 0) {
            if (query.maxRows() == null) {
                dialect().require(Feature.OFFSET_WITHOUT_LIMIT);
            }
            sql().append(" offset ? rows", rows(query.skippedRows()));
        }
        BoundValue<Long> maxRows = query.maxRows();
        if (maxRows != null) {
            sql().append(isWithTies(query) ? " fetch first ? rows with ties" : " fetch first ? rows only", maxRows);
        }
    }

    /** Whether equals of the last row come too. */
    protected final boolean isWithTies(RowQuery<?> query) {
        if (query instanceof Select<?, ?> select && select.isWithTies()) {
            dialect().require(Feature.WITH_TIES);
            if (select.sortKeys().isEmpty() || select.maxRows() == null) {
                throw new InvalidQueryException(
                        "expected orderBy(…) and limit(…) in a select withTies(), for ties are equal"
                                + " in the order; add them");
            }
            return true;
        }
        return false;
    }

    /** A number of rows as a bind. */
    protected static BoundValue<Long> rows(long rows) {
        return new BoundValue<>(SqlType.BIGINT, rows);
    }

    private void lock(Select<?, ?> select) {
        Lock lock = select.lock();
        if (lock == null) {
            return;
        }
        if (!lock.tables().isEmpty()) { // before what locks at all, so that the most special is named where both lack
            dialect().require(Feature.LOCK_OF_TABLES);
        }
        switch (lock.contention()) {
            case BLOCK -> {}
            case FAIL -> dialect().require(Feature.NO_WAIT);
            case SKIP -> dialect().require(Feature.SKIP_LOCKED);
        }
        dialect().require(lock.exclusive() ? Feature.FOR_UPDATE : Feature.FOR_SHARE);
        sql().requirePrimary();
        lockClause(
                lock,
                LockedTables.of(select, lock, Objects.requireNonNull(grouping()).readPaths(), dialect()));
    }

    /**
     * Writes what locks the rows that are read.
     *
     * @param tables those whose rows are locked; empty for all
     */
    protected void lockClause(Lock lock, List<? extends Table<?>> tables) {
        sql().append(lock.exclusive() ? " for update" : forShare());
        String before = " of ";
        for (Table<?> table : tables) {
            sql().append(before).append(table.qualifier());
            before = ", ";
        }
        sql().append(
                        switch (lock.contention()) {
                            case BLOCK -> "";
                            case FAIL -> " nowait";
                            case SKIP -> " skip locked";
                        });
    }

    /** What locks rows against changes only. */
    protected String forShare() {
        return " for share";
    }

    @Override
    public void visitSetOperation(SetOperation<?> operation) {
        operands(operation);
        orderBy(operation);
        limit(operation);
    }

    /** Writes {@code order by} of a set operation. */
    protected void orderBy(SetOperation<?> operation) {
        List<SortKey> keys = operation.sortKeys();
        for (int i = 0; i < keys.size(); i++) {
            sql().append(i == 0 ? " order by " : ", ");
            sortKeyOfItem(operation.indexOf(keys.get(i)), keys.get(i));
        }
    }

    /** Writes a set operation without its order and its limit. */
    protected final void operands(SetOperation<?> operation) {
        if (operation.isAll() && operation.kind() != SetOperation.Kind.UNION) {
            dialect()
                    .require(operation.kind() == SetOperation.Kind.EXCEPT ? Feature.EXCEPT_ALL : Feature.INTERSECT_ALL);
        }
        boolean continues = operation.left() instanceof SetOperation<?> left
                && left.kind() == operation.kind()
                && left.isAll() == operation.isAll()
                && !left.isLimited();
        if (continues) {
            operation.left().accept(this);
        } else {
            setOperand(operation.left());
        }
        sql().append(" ").append(operation.words()).append(" ");
        setOperand(operation.right());
        if (!operation.isAll() || operation.kind() != SetOperation.Kind.UNION) {
            requireEquality(operation.columns());
        }
    }

    private void setOperand(RowQuery<?> operand) {
        if (!(operand instanceof SetOperation<?>) && !operand.isLimited()) {
            operand.accept(this);
        } else {
            withinQuery(() -> nestedSetOperand(operand));
        }
    }

    /** Writes an operand of a set operation that has an order, a limit or operands of its own. */
    protected void nestedSetOperand(RowQuery<?> operand) {
        sql().append("(");
        operand.accept(this);
        sql().append(")");
    }

    @Override
    void windowReference(Window window) {
        Identifier name = window.name();
        Grouping grouping = grouping();
        boolean sorts = grouping != null && grouping.place() == Place.ORDER_BY; // too late for the clause before it
        if (name == null || sorts) {
            sql().append("(");
            windowDefinition(window);
            sql().append(")");
            return;
        }
        if (windows == null) {
            windows = new NamedWindows();
        }
        windows.declare(name, window);
        sql().append(name);
    }

    @Override
    protected void subquery(RowQuery<?> query, boolean onlyExistence) {
        if (query.maxRows() != null || query.skippedRows() > 0) {
            dialect().require(Feature.LIMIT_IN_SUBQUERY);
        }
        if (!(query instanceof Select<?, ?> select)) {
            withinQuery(() -> query.accept(this));
            return;
        }
        select.requirePart("a subquery");
        withinQuery(() -> select(select, onlyExistence));
    }

    @Override
    public final void visitNestedRows(NestedRows nested) {
        dialect().require(Feature.NESTED_ROWS);
        checkSubquery(nested.rows());
        if (nested.many()) {
            nestedRows(nested);
        } else {
            sql().append("(");
            eachRow(nested);
            sql().append(")");
        }
    }

    /** Writes rows as one array, which in the standard is that of a query whose rows are arrays. */
    protected void nestedRows(NestedRows nested) {
        sql().append("json_array(");
        eachRow(nested);
        sql().append(")");
    }

    private void eachRow(NestedRows nested) {
        Select<?, ?> rows = ((Select<?, ?>) RelatedRows.select((Related<?>) nested.rows())).orderBy(nested.order());
        subquery(nested.maxRows() == 0 ? rows : rows.limit(nested.maxRows()), false);
    }

    /** Writes rows as one array by an aggregate of them, where there is a limit of a derived table that stands in for theirs. */
    protected final void aggregatedRows(NestedRows nested) {
        if (nested.maxRows() == 0) {
            aggregatedRows(nested, false);
            return;
        }
        Related<?> rows = (Related<?>) nested.rows();
        Select<?, ?> limited = ((Select<?, ?>) RelatedRows.select(rows.of(null)))
                .orderBy(nested.order())
                .limit(nested.maxRows());
        Scope outer = scope();
        sql().append("(select ");
        Scope scope = new Scope(rows.rows(), List.of(), outer, new Grouping());
        setScope(scope);
        write(nested.aggregate(Objects.requireNonNull(rows.value()), false));
        setScope(outer);
        sql().append(" from (");
        withinQuery(() -> select(limited, false));
        sql().append(") as ").append(rows.rows().qualifier());
        Objects.requireNonNull(scope.grouping()).endFrom(sql());
        setScope(scope);
        joinPaths(limited, scope);
        setScope(outer);
        sql().append(")");
    }

    /** Writes rows as one array by an aggregate of them, which itself may take no more than there shall be. */
    protected final void aggregatedRows(NestedRows nested, boolean limited) {
        Related<?> rows = (Related<?>) nested.rows();
        sql().append("(");
        subquery(RelatedRows.select(rows.of(nested.aggregate(Objects.requireNonNull(rows.value()), limited))), false);
        sql().append(")");
    }
}
