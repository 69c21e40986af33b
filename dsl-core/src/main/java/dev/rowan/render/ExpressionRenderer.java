package dev.rowan.render;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.Arithmetic;
import dev.rowan.expression.Between;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Call;
import dev.rowan.expression.CaseWhen;
import dev.rowan.expression.Cast;
import dev.rowan.expression.ColumnReference;
import dev.rowan.expression.Comparison;
import dev.rowan.expression.Condition;
import dev.rowan.expression.ConditionValue;
import dev.rowan.expression.Declared;
import dev.rowan.expression.Exists;
import dev.rowan.expression.Expression;
import dev.rowan.expression.ExpressionNode;
import dev.rowan.expression.ExpressionVisitor;
import dev.rowan.expression.Functions;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.InList;
import dev.rowan.expression.InSubquery;
import dev.rowan.expression.Like;
import dev.rowan.expression.Literal;
import dev.rowan.expression.Logical;
import dev.rowan.expression.Named;
import dev.rowan.expression.Not;
import dev.rowan.expression.NullCheck;
import dev.rowan.expression.Precedence;
import dev.rowan.expression.Quantified;
import dev.rowan.expression.RawSql;
import dev.rowan.expression.RowValue;
import dev.rowan.expression.ScalarSubquery;
import dev.rowan.expression.Setting;
import dev.rowan.expression.Subquery;
import dev.rowan.expression.Truth;
import dev.rowan.query.RowQuery;
import dev.rowan.schema.Column;
import dev.rowan.schema.PathRows;
import dev.rowan.schema.Related;
import dev.rowan.type.SqlType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes expressions and conditions in standard SQL; the part of {@link SqlRenderer} that
 * knows neither groups nor statements. */
public abstract class ExpressionRenderer implements ExpressionVisitor {
    private final Dialect dialect;
    private final SqlWriter sql;
    private @Nullable Scope scope;

    ExpressionRenderer(Dialect dialect, SqlWriter writer) {
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

    final @Nullable Scope scope() {
        return scope;
    }

    final void setScope(@Nullable Scope newScope) {
        scope = newScope;
    }

    final @Nullable Grouping grouping() {
        return scope == null ? null : scope.grouping();
    }

    /** Writes the query within the parentheses of an {@code in}, an {@code exists} or a scalar subquery. */
    abstract void subquery(RowQuery<?> query, boolean onlyExistence);

    /** Writes the query of an operand of a condition, without parentheses. */
    protected final void nested(Subquery<?> subquery, boolean onlyExistence) {
        checkSubquery(subquery);
        subquery(
                subquery instanceof Related<?> related ? RelatedRows.select(related) : (RowQuery<?>) subquery,
                onlyExistence);
    }

    /** Checks that a subquery may stand here. */
    final void checkSubquery(Subquery<?> subquery) {
        if (scope != null) {
            scope.checkSubquery();
        }
        if (scope != null && subquery instanceof Related<?> related && scope.sees(related.rows())) {
            throw new InvalidQueryException("expected nothing about " + related.association()
                    + " within something about the same, for both would be of the same rows; give the outer table an alias by"
                    + " alias(table, \"name\"), and use its association");
        }
    }

    /** Writes an expression that needs no parentheses where it stands. */
    protected final void write(ExpressionNode node) {
        Grouping grouping = grouping();
        if (grouping != null && grouping.isComputedKey(node)) {
            grouping.enterKey();
            if (grouping.place() == Place.ON) { // where no key has a name yet
                node.accept(this);
            } else {
                computedKey(node);
            }
            grouping.leaveKey();
        } else {
            node.accept(this);
        }
    }

    /** Writes a key of the groups that is no column, wherever it stands. */
    protected void computedKey(ExpressionNode key) {
        key.accept(this);
    }

    /**
     * Writes a condition where the grammar asks for one. A database to which a truth value is no condition compares those that are
     * values.
     */
    protected void condition(ExpressionNode condition, Precedence loosest) {
        operand(condition, loosest);
    }

    /** Writes an operand, in parentheses if it binds more loosely than its place demands. */
    protected final void operand(ExpressionNode operand, Precedence loosest) {
        if (operand instanceof Column<?, ?> column) { // most are; asking by class spares the calls through interfaces
            visitColumn(column);
        } else if (operand instanceof BoundValue<?> value) {
            visitValue(value);
        } else if (operand.precedence().compareTo(loosest) < 0) {
            sql.append("(");
            write(operand);
            sql.append(")");
        } else {
            write(operand);
        }
    }

    /** Writes expressions with commas between them. */
    protected final void list(List<? extends ExpressionNode> expressions) {
        for (int i = 0; i < expressions.size(); i++) {
            if (i > 0) {
                sql.append(", ");
            }
            write(expressions.get(i));
        }
    }

    @Override
    public void visitColumn(ColumnReference<?> reference) {
        if (scope == null && sql.isDefinition()) {
            sql.append(((Column<?, ?>) reference).name());
            return;
        }
        if (scope == null) {
            throw new InvalidQueryException(
                    "column " + reference + " cannot be read in the values of an insert; compute the"
                            + " value in Java, or insert from a select");
        }
        Column<?, ?> column = (Column<?, ?>) reference; // there is no other kind, and its methods are final
        if (column.type().kind() == SqlType.Kind.ARRAY) {
            dialect.require(Feature.ARRAY);
        }
        if (column.table().rows() instanceof PathRows path && isHeld(column, path, scope)) {
            return;
        }
        if (scope.check(column) && isDependent(column, scope.grouping())) {
            dialect.require(Feature.DEPENDENT_COLUMN);
            dependentColumn(column);
        } else {
            sql.append(scope.nameOf(column));
        }
    }

    /** Writes the key that the owner of a path holds in place of that of the row it leads to, which then need not be joined. */
    private boolean isHeld(Column<?, ?> column, PathRows path, Scope in) {
        Column<?, ?> held = path.held(column);
        if (held == null) {
            return false;
        }
        if (in.grouping() != null && in.grouping().isKey(column)) {
            in.grouping().enterKey();
            visitColumn(held);
            in.grouping().leaveKey();
        } else {
            visitColumn(held);
        }
        return true;
    }

    private static boolean isDependent(Column<?, ?> column, @Nullable Grouping grouping) {
        if (grouping == null) {
            return false;
        }
        grouping.check(column);
        return grouping.dependsOnKey(column);
    }

    /** Writes a column that is no group key, of a table whose primary key is; where emulated, by {@code any_value}. */
    private void dependentColumn(Column<?, ?> column) {
        Identifier name = Objects.requireNonNull(scope).nameOf(column);
        if (dialect.support(Feature.DEPENDENT_COLUMN) == Support.NATIVE) {
            sql.append(name);
        } else {
            anyValue(column, name);
        }
    }

    /** Writes the value of a column that is the same in all rows of a group. */
    protected void anyValue(Column<?, ?> column, Identifier name) {
        sql.append("any_value(").append(name).append(")");
    }

    @Override
    public void visitValue(BoundValue<?> value) {
        sql.append(placeholder(value.type()), value);
    }

    /** What stands for a value of a type, be it known or a setting's: text with one placeholder. */
    protected String placeholder(SqlType<?> type) {
        return "?";
    }

    @Override
    public void visitLiteral(Literal literal) {
        visitValue(literal.value());
    }

    @Override
    public void visitNamed(Named named) {
        write(named.expression());
    }

    @Override
    public void visitDeclared(Declared declared) {
        write(declared.operand());
    }

    @Override
    public final void visitSetting(Setting<?> setting) {
        sql.append(placeholder(setting.type()), setting);
    }

    @Override
    public void visitComparison(Comparison comparison) {
        if (comparesByParts()
                && comparison.left() instanceof RowValue<?> left
                && comparison.right() instanceof RowValue<?> right) {
            enclosed(RowComparisons.compared(left, comparison.operator(), right));
            return;
        }
        operand(comparison.left(), Precedence.ADDITIVE);
        sql.append(
                switch (comparison.operator()) {
                    case EQUAL -> " = ";
                    case NOT_EQUAL -> " <> ";
                    case LESS -> " < ";
                    case LESS_OR_EQUAL -> " <= ";
                    case GREATER -> " > ";
                    case GREATER_OR_EQUAL -> " >= ";
                    case DISTINCT -> distinct(" is distinct from ");
                    case NOT_DISTINCT -> distinct(" is not distinct from ");
                });
        operand(comparison.right(), Precedence.ADDITIVE);
    }

    private String distinct(String operator) {
        dialect.require(Feature.DISTINCT_COMPARISON);
        return operator;
    }

    @Override
    public void visitLogical(Logical logical) {
        condition(logical.left(), logical.precedence());
        sql.append(logical.operator() == Logical.Operator.AND ? " and " : " or ");
        condition(logical.right(), logical.precedence());
    }

    @Override
    public void visitNot(Not not) {
        sql.append("not ");
        condition(not.condition(), Precedence.PRIMARY);
    }

    @Override
    public void visitTruth(Truth truth) {
        sql.append(truth == Truth.TRUE ? "1 = 1" : "1 = 0");
    }

    @Override
    public void visitInList(InList<?> in) {
        if (comparesByParts() && in.operand() instanceof RowValue<?> operand) {
            enclosed(RowComparisons.in(operand, in));
            return;
        }
        operand(in.operand(), Precedence.ADDITIVE);
        sql.append(in.negated() ? " not in (" : " in (");
        list(in.values());
        sql.append(")");
    }

    @Override
    public void visitInSubquery(InSubquery in) {
        operand(in.operand(), Precedence.ADDITIVE);
        sql.append(in.negated() ? " not in (" : " in (");
        nested(in.subquery(), false);
        sql.append(")");
    }

    @Override
    public void visitExists(Exists exists) {
        sql.append("exists (");
        nested(exists.subquery(), true);
        sql.append(")");
    }

    @Override
    public void visitScalarSubquery(ScalarSubquery scalar) {
        sql.append("(");
        nested(scalar.subquery(), false);
        sql.append(")");
    }

    @Override
    public void visitQuantified(Quantified<?> quantified) {
        dialect.require(Feature.QUANTIFIED_COMPARISON);
        sql.append(quantified.all() ? "all (" : "any (");
        nested(quantified.subquery(), false);
        sql.append(")");
    }

    private boolean comparesByParts() {
        return dialect.support(Feature.ROW_VALUES) == Support.EMULATED;
    }

    /** Writes a condition in parentheses. */
    protected final void enclosed(Condition condition) {
        sql.append("(");
        condition(condition, Precedence.OR);
        sql.append(")");
    }

    @Override
    public void visitRowValue(RowValue<?> row) {
        dialect.require(Feature.ROW_VALUES);
        sql.append("(");
        list(row.parts());
        sql.append(")");
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
        if (like.ignoresCase()) {
            dialect.require(Feature.ILIKE);
        }
        operand(like.operand(), Precedence.ADDITIVE);
        sql.append(like.negated() ? " not" : "").append(like.ignoresCase() ? " ilike " : " like ");
        operand(like.pattern(), Precedence.ADDITIVE);
        escape(like);
    }

    /** Writes what takes the meaning from a wildcard. */
    protected final void escape(Like like) {
        if (like.escaped()) {
            sql.append(" escape '" + Like.ESCAPE + "'");
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
    public void visitCall(Call call) {
        if (call.function().startsWith(Functions.UNKNOWN)) {
            function(call.function().substring(Functions.UNKNOWN.length()), call.arguments());
            return;
        }
        Spelling spelling = dialect.spellings().get(call.function());
        if (spelling != null) {
            spelling.write(this, call.function(), call.arguments());
        } else {
            function(call.function(), call.arguments());
        }
    }

    final void function(String name, List<Expression<?>> arguments) {
        sql.append(name).append("(");
        list(arguments);
        sql.append(")");
    }

    @Override
    public void visitCast(Cast cast) {
        sql.append("cast(");
        write(cast.operand());
        sql.append(" as ").append(castType(cast.type())).append(")");
    }

    /** The name of a type in a {@code cast}. */
    protected String castType(SqlType<?> type) {
        return switch (type.kind()) {
            case TEXT -> "varchar";
            case VARCHAR -> "varchar(" + type.size() + ")";
            case DECIMAL -> type.size() == 0 ? "decimal(38, 10)" : "decimal(" + type.size() + ", " + type.scale() + ")";
            default -> dialect.ddl().typeName(type);
        };
    }

    @Override
    public void visitCase(CaseWhen choice) {
        sql.append("case");
        for (CaseWhen.Branch branch : choice.branches()) {
            sql.append(" when ");
            condition(branch.condition(), Precedence.OR);
            sql.append(" then ");
            write(branch.value());
        }
        if (choice.otherwise() != null) {
            sql.append(" else ");
            write(choice.otherwise());
        }
        sql.append(" end");
    }

    @Override
    public void visitConditionValue(ConditionValue value) {
        write(value.condition());
    }

    @Override
    public void visitRaw(RawSql raw) {
        sql().requirePrimary();
        for (int i = 0; i < raw.parts().size(); i++) {
            sql.append(raw.texts().get(i));
            operand(raw.parts().get(i), Precedence.PRIMARY);
        }
        sql.append(raw.texts().get(raw.parts().size()));
    }
}
