package dev.rowan.render;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.Aliased;
import dev.rowan.expression.Arithmetic;
import dev.rowan.expression.Between;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Call;
import dev.rowan.expression.ColumnReference;
import dev.rowan.expression.Comparison;
import dev.rowan.expression.Condition;
import dev.rowan.expression.DeclaredNullability;
import dev.rowan.expression.Exists;
import dev.rowan.expression.Expression;
import dev.rowan.expression.ExpressionNode;
import dev.rowan.expression.ExpressionVisitor;
import dev.rowan.expression.InList;
import dev.rowan.expression.InSubquery;
import dev.rowan.expression.Like;
import dev.rowan.expression.Logical;
import dev.rowan.expression.Not;
import dev.rowan.expression.NullCheck;
import dev.rowan.expression.Precedence;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.SortKey;
import dev.rowan.expression.Truth;
import dev.rowan.query.Assignment;
import dev.rowan.query.CreateTable;
import dev.rowan.query.Delete;
import dev.rowan.query.Insert;
import dev.rowan.query.Join;
import dev.rowan.query.Select;
import dev.rowan.query.StatementVisitor;
import dev.rowan.query.Update;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a statement in standard SQL, in one walk. Made for extension: a dialect overrides the clauses that its database
 * spells differently. For one statement and one thread.
 */
public class SqlRenderer implements ExpressionVisitor, StatementVisitor {
    private final Dialect dialect;
    private final SqlWriter sql;
    private @Nullable Scope scope;
    private boolean writes;
    private List<Assignment> assigned = List.of(); // what the update has set before the present place

    /** Creates a renderer that writes to a writer. */
    public SqlRenderer(Dialect dialect, SqlWriter writer) {
        this.dialect = dialect;
        this.sql = writer;
    }

    /** The writer, for clauses that a dialect spells differently. */
    protected final SqlWriter sql() {
        return sql;
    }

    /** The dialect. */
    protected final Dialect dialect() {
        return dialect;
    }

    @Override
    public final void visitSelect(Select<?, ?> select) {
        select(select, false);
    }

    /** Writes a select; where only its existence counts, its columns do not matter. */
    protected final void select(Select<?, ?> select, boolean onlyExistence) {
        Scope outer = scope;
        scope = new Scope(select.table(), select.joins(), outer);
        sql.append(select.isDistinct() ? "select distinct " : "select ");
        if (onlyExistence && isMadeOfRows(select)) {
            sql.append("1");
        } else {
            selectList(select);
        }
        from(select);
        where(select.condition());
        groupBy(select);
        orderBy(select.sortKeys());
        limit(select);
        scope = outer;
    }

    /** Whether a row of the result stands for a row of the tables: an aggregate, or distinct, changes how many there are. */
    private static boolean isMadeOfRows(Select<?, ?> select) {
        return !select.isDistinct() && select.columns().stream().allMatch(Column.class::isInstance);
    }

    private void selectList(Select<?, ?> select) {
        for (int i = 0; i < select.width(); i++) {
            if (i > 0) {
                sql.append(", ");
            }
            selectItem(select.column(i));
        }
    }

    /** Writes one column of the select list. */
    protected void selectItem(Selectable<?> item) {
        if (item instanceof Column<?, ?> column) { // most are; asking by class spares the calls through interfaces
            visitColumn(column);
            return;
        }
        item.expression().accept(this);
        if (item instanceof Aliased<?> aliased) {
            sql.append(" as ").append(aliased.name());
        }
    }

    private void from(Select<?, ?> select) {
        sql.append(" from ");
        table(select.table());
        List<Join> joins = select.joins();
        for (int i = 0; i < joins.size(); i++) {
            join(joins.get(i));
        }
    }

    /** Writes a table with its alias. */
    protected void table(Table<?> table) {
        sql.append(table.identifier());
        if (table.isAlias()) {
            sql.append(" as ").append(table.qualifier());
        }
    }

    private void join(Join join) {
        switch (join.kind()) {
            case INNER -> sql.append(" join ");
            case LEFT -> sql.append(" left join ");
            case FULL -> {
                dialect.require(Feature.FULL_JOIN);
                sql.append(" full join ");
            }
        }
        table(join.table());
        sql.append(" on ");
        join.condition().accept(this);
    }

    private void where(@Nullable ExpressionNode condition) {
        if (condition != null) {
            sql.append(" where ");
            condition.accept(this);
        }
    }

    private void groupBy(Select<?, ?> select) {
        if (!select.groupKeys().isEmpty()) {
            sql.append(" group by ");
            list(select.groupKeys());
        }
        if (select.groupCondition() != null) {
            sql.append(" having ");
            select.groupCondition().accept(this);
        }
    }

    private void orderBy(List<SortKey> keys) {
        for (int i = 0; i < keys.size(); i++) {
            sql.append(i == 0 ? " order by " : ", ");
            sortKey(keys.get(i));
        }
    }

    /** Writes one key of an {@code order by}. */
    protected void sortKey(SortKey key) {
        key.expression().accept(this);
        sql.append(key.descending() ? " desc" : " asc");
        if (key.nulls() != SortKey.Nulls.UNSPECIFIED) {
            dialect.require(Feature.NULLS_ORDER);
            sql.append(key.nulls() == SortKey.Nulls.FIRST ? " nulls first" : " nulls last");
        }
    }

    /** Writes {@code offset} and {@code limit}. */
    protected void limit(Select<?, ?> select) {
        if (select.skippedRows() > 0) {
            if (select.maxRows() == null) {
                dialect.require(Feature.OFFSET_WITHOUT_LIMIT);
            }
            sql.append(" offset ? rows", rows(select.skippedRows()));
        }
        BoundValue<Long> maxRows = select.maxRows();
        if (maxRows != null) {
            sql.append(" fetch first ? rows only", maxRows);
        }
    }

    /** A number of rows as a bind. */
    protected static BoundValue<Long> rows(long rows) {
        return new BoundValue<>(SqlType.BIGINT, rows);
    }

    @Override
    public final void visitInsert(Insert<?> insert) {
        List<? extends Column<?, ?>> columns = insert.columns();
        sql.append("insert into ").append(insert.table().identifier());
        if (columns.isEmpty() && insert.rowCount() > 1) {
            throw new InvalidQueryException(
                    "expected at most one row for " + insert.table() + ", whose columns are all left to"
                            + " the database, got " + insert.rowCount() + "; insert them one by one");
        }
        if (columns.isEmpty()) {
            defaultValues();
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            sql.append(i == 0 ? " (" : ", ").append(columns.get(i).name());
        }
        String before = ") values (";
        for (List<Expression<?>> row : insert.values()) {
            sql.append(before);
            list(row);
            before = "), (";
        }
        sql.append(")");
    }

    /** Writes the rest of an insert of one row of default values. */
    protected void defaultValues() {
        sql.append(" default values");
    }

    @Override
    public final void visitUpdate(Update<?> update) {
        writes = true;
        scope = new Scope(update.table(), List.of(), null);
        sql.append("update ").append(update.table().identifier());
        List<Assignment> assignments = update.assignments();
        for (int i = 0; i < assignments.size(); i++) {
            assigned = assignments.subList(0, i);
            sql.append(i == 0 ? " set " : ", ")
                    .append(assignments.get(i).column().name())
                    .append(" = ");
            assignments.get(i).value().accept(this);
        }
        assigned = List.of();
        whereOfWrite(update.table(), update.condition());
    }

    @Override
    public final void visitDelete(Delete<?> delete) {
        writes = true;
        scope = new Scope(delete.table(), List.of(), null);
        sql.append("delete from ").append(delete.table().identifier());
        whereOfWrite(delete.table(), delete.condition());
    }

    private void whereOfWrite(Table<?> table, @Nullable Condition condition) {
        if (condition != null) {
            whereWritten(table, condition);
        }
    }

    /** Writes the condition of an update or a delete of the table. */
    protected void whereWritten(Table<?> table, Condition condition) {
        where(condition);
    }

    @Override
    public final void visitCreateTable(CreateTable createTable) {
        dialect.ddlRenderer(sql).createTable(createTable.table());
    }

    @Override
    public void visitColumn(ColumnReference<?> reference) {
        if (scope == null) {
            throw new InvalidQueryException(
                    "column " + reference + " cannot be read in the values of an insert; compute the"
                            + " value in Java, or insert from a select");
        }
        Column<?, ?> column = (Column<?, ?>) reference; // there is no other kind, and its methods are final
        scope.check(column);
        sql.append(column.qualifiedName());
        if (!assigned.isEmpty()) {
            checkAssigned(column);
        }
    }

    private void checkAssigned(Column<?, ?> column) {
        for (Assignment assignment : assigned) {
            if (assignment.column() == column) {
                dialect.require(Feature.SIMULTANEOUS_ASSIGNMENT);
            }
        }
    }

    @Override
    public void visitValue(BoundValue<?> value) {
        sql.bind(value);
    }

    @Override
    public void visitComparison(Comparison comparison) {
        operand(comparison.left(), Precedence.ADDITIVE);
        sql.append(
                switch (comparison.operator()) {
                    case EQUAL -> " = ";
                    case NOT_EQUAL -> " <> ";
                    case LESS -> " < ";
                    case LESS_OR_EQUAL -> " <= ";
                    case GREATER -> " > ";
                    case GREATER_OR_EQUAL -> " >= ";
                });
        operand(comparison.right(), Precedence.ADDITIVE);
    }

    @Override
    public void visitLogical(Logical logical) {
        operand(logical.left(), logical.precedence());
        sql.append(logical.operator() == Logical.Operator.AND ? " and " : " or ");
        operand(logical.right(), logical.precedence());
    }

    @Override
    public void visitNot(Not not) {
        sql.append("not ");
        operand(not.condition(), Precedence.PRIMARY);
    }

    @Override
    public void visitTruth(Truth truth) {
        sql.append(truth == Truth.TRUE ? "1 = 1" : "1 = 0");
    }

    @Override
    public void visitInList(InList<?> in) {
        operand(in.operand(), Precedence.ADDITIVE);
        sql.append(in.negated() ? " not in (" : " in (");
        list(in.values());
        sql.append(")");
    }

    @Override
    public void visitInSubquery(InSubquery in) {
        operand(in.operand(), Precedence.ADDITIVE);
        sql.append(in.negated() ? " not in (" : " in (");
        subquery((Select<?, ?>) in.subquery(), false);
        sql.append(")");
    }

    @Override
    public void visitExists(Exists exists) {
        sql.append("exists (");
        subquery((Select<?, ?>) exists.subquery(), true);
        sql.append(")");
    }

    /** Writes the select within the parentheses of an {@code in} or an {@code exists}. */
    protected void subquery(Select<?, ?> select, boolean onlyExistence) {
        if (select.maxRows() != null || select.skippedRows() > 0) {
            dialect.require(Feature.LIMIT_IN_SUBQUERY);
        }
        if (isWritten(select.table())) {
            dialect.require(Feature.READ_OF_WRITTEN_TABLE);
        }
        select(select, onlyExistence);
    }

    /** Whether the statement is an update or a delete of the table. */
    protected final boolean isWritten(Table<?> table) {
        return writes && scope != null && scope.beginsWith(table);
    }

    @Override
    public void visitBetween(Between between) {
        operand(between.operand(), Precedence.ADDITIVE);
        sql.append(" between ");
        operand(between.low(), Precedence.ADDITIVE);
        sql.append(" and ");
        operand(between.high(), Precedence.ADDITIVE);
    }

    @Override
    public void visitLike(Like like) {
        operand(like.operand(), Precedence.ADDITIVE);
        sql.append(like.negated() ? " not like " : " like ");
        operand(like.pattern(), Precedence.ADDITIVE);
        if (like.escape() != Like.NO_ESCAPE) {
            sql.append(" escape '" + like.escape() + "'");
        }
    }

    @Override
    public void visitNullCheck(NullCheck check) {
        operand(check.operand(), Precedence.ADDITIVE);
        sql.append(check.negated() ? " is not null" : " is null");
    }

    @Override
    public void visitArithmetic(Arithmetic<?> arithmetic) {
        Precedence own = arithmetic.precedence();
        operand(arithmetic.left(), own);
        sql.append(
                switch (arithmetic.operator()) {
                    case PLUS -> " + ";
                    case MINUS -> " - ";
                    case TIMES -> " * ";
                });
        operand(arithmetic.right(), own == Precedence.ADDITIVE ? Precedence.MULTIPLICATIVE : Precedence.PRIMARY);
    }

    @Override
    public void visitCall(Call<?> call) {
        Spelling spelling = dialect.spelling(call.function());
        if (spelling != null) {
            spelling.write(sql, this, call.arguments());
        } else {
            sql.append(call.function()).append("(");
            list(call.arguments());
            sql.append(")");
        }
    }

    @Override
    public void visitDeclared(DeclaredNullability<?> declared) {
        declared.operand().accept(this);
    }

    /** Writes an operand, in parentheses if it binds more loosely than its place demands. */
    protected final void operand(ExpressionNode operand, Precedence loosest) {
        if (operand instanceof Column<?, ?> column) {
            visitColumn(column);
        } else if (operand instanceof BoundValue<?> value) {
            visitValue(value);
        } else if (operand.precedence().compareTo(loosest) < 0) {
            sql.append("(");
            operand.accept(this);
            sql.append(")");
        } else {
            operand.accept(this);
        }
    }

    private void list(List<? extends Expression<?>> expressions) {
        for (int i = 0; i < expressions.size(); i++) {
            if (i > 0) {
                sql.append(", ");
            }
            expressions.get(i).accept(this);
        }
    }
}
