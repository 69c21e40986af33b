package dev.rowan.dialect.sqlite;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Aggregate;
import dev.rowan.expression.Arithmetic;
import dev.rowan.expression.Between;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Call;
import dev.rowan.expression.Cast;
import dev.rowan.expression.ColumnReference;
import dev.rowan.expression.Comparison;
import dev.rowan.expression.Exists;
import dev.rowan.expression.Expression;
import dev.rowan.expression.ExpressionNode;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.InList;
import dev.rowan.expression.InSubquery;
import dev.rowan.expression.Like;
import dev.rowan.expression.Named;
import dev.rowan.expression.NestedRows;
import dev.rowan.expression.NullCheck;
import dev.rowan.expression.Precedence;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.SortKey;
import dev.rowan.query.InsertSelect;
import dev.rowan.query.ListedRows;
import dev.rowan.query.RowQuery;
import dev.rowan.query.SetOperation;
import dev.rowan.render.Dialect;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.render.ValueSelects;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import dev.rowan.type.SqlType.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The clauses that SQLite spells differently. A decimal of a column is a text; where it is computed, compared or sorted, rather
 * than moved or found by equality, its number is taken.
 */
final class SqliteRenderer extends SqlRenderer {
    private static final SqlType<BigDecimal> DECIMAL_TEXT =
            SqlType.TEXT.mapped(BigDecimal.class, BigDecimal::toPlainString, BigDecimal::new);
    private static final Set<String> OF_NUMBERS = Set.of(
            "sum",
            "avg",
            "min",
            "max",
            "divide",
            "negate",
            "abs",
            "sign",
            "ceil",
            "floor",
            "round",
            "greatest",
            "least",
            "nullif");

    private List<Expression<?>> combined = List.of(); // columns of operands that a set operation compares as numbers
    private @Nullable RowQuery<?> inserted; // the rest of a query whose rows are inserted
    private boolean asNumber; // whether decimals are taken as numbers at the present place

    SqliteRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    @Override
    protected void limit(RowQuery<?> select) {
        BoundValue<Long> maxRows = select.maxRows();
        if (maxRows != null && !isWithTies(select)) {
            sql().append(" limit ?", maxRows);
        } else if (select.skippedRows() > 0) {
            sql().append(" limit -1");
        }
        if (select.skippedRows() > 0) {
            sql().append(" offset ?", rows(select.skippedRows()));
        }
    }

    /** {@code like} ignores the case of ASCII's letters; {@code glob} does not, and has other wildcards. */
    @Override
    public void visitLike(Like like) {
        if (like.ignoresCase()) {
            sql().append("lower(");
            write(like.operand());
            sql().append(like.negated() ? ") not glob lower(" : ") glob lower(");
            pattern(like);
            sql().append(")");
        } else {
            operand(like.operand(), Precedence.ADDITIVE);
            sql().append(like.negated() ? " not glob " : " glob ");
            pattern(like);
        }
    }

    private void pattern(Like like) {
        if (like.pattern() instanceof BoundValue<?> pattern && pattern.value() instanceof String text) {
            visitValue(new BoundValue<>(SqlType.TEXT, glob(text, like.escaped())));
        } else {
            sql().append("replace(replace(replace(replace(replace(");
            write(like.pattern());
            sql().append(", '[', '[[]'), '*', '[*]'), '?', '[?]'), '%', '*'), '_', '?')");
        }
    }

    private static String glob(String pattern, boolean hasEscape) {
        StringBuilder glob = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean escaped = hasEscape && c == Like.ESCAPE && i + 1 < pattern.length();
            if (escaped) {
                c = pattern.charAt(++i);
            }
            if (!escaped && c == '%') {
                glob.append('*');
            } else if (!escaped && c == '_') {
                glob.append('?');
            } else if (c == '*' || c == '?' || c == '[') {
                glob.append('[').append(c).append(']');
            } else {
                glob.append(c);
            }
        }
        return glob.toString();
    }

    private void with(boolean numbers, Runnable rendering) {
        boolean before = asNumber;
        asNumber = numbers;
        rendering.run();
        asNumber = before;
    }

    @Override
    public void visitColumn(ColumnReference<?> reference) {
        if (asNumber && ((Column<?, ?>) reference).type().kind() == Kind.DECIMAL) {
            sql().append("cast(");
            super.visitColumn(reference);
            sql().append(" as numeric)");
        } else {
            super.visitColumn(reference);
        }
    }

    @Override
    protected boolean isBoundAlike(SqlType<?> type) {
        return switch (type.kind()) {
            case DECIMAL, DOUBLE, REAL -> false;
            default -> super.isBoundAlike(type);
        };
    }

    @Override
    public void visitValue(BoundValue<?> value) {
        if (isNaN(value.value())) {
            throw new IllegalArgumentException(
                    "expected a number, got NaN, which SQLite would store as NULL; use null, or another value");
        }
        super.visitValue(asNumber || !isStored(value) ? value : text(value));
    }

    private static boolean isNaN(@Nullable Object value) {
        return value instanceof Double number ? number.isNaN() : value instanceof Float real && real.isNaN();
    }

    /** Whether a decimal is the text of a column, or a value that shall be one. */
    static boolean isStored(Expression<?> expression) {
        boolean stored = expression instanceof Column<?, ?> column
                && (column.table().rows().areStored() || column.table().rows() instanceof ListedRows);
        return (stored || expression instanceof BoundValue<?>)
                && expression.type().kind() == Kind.DECIMAL
                && expression.type().size() > 0;
    }

    private static <T> BoundValue<?> text(BoundValue<T> value) {
        T plain = value.value();
        return plain == null
                ? new BoundValue<>(SqlType.TEXT, null)
                : new BoundValue<>(
                        DECIMAL_TEXT,
                        new BigDecimal(SqliteCodecs.canonical(
                                (BigDecimal) value.type().toColumn(plain),
                                value.type().scale())));
    }

    private static boolean isStored(ExpressionNode node) {
        return node instanceof Expression<?> expression && isStored(expression);
    }

    /** Whether all are decimals of columns, or values that shall be, with the same number of digits after the point. */
    static boolean areAlike(List<? extends ExpressionNode> nodes) {
        return nodes.stream().allMatch(SqliteRenderer::isStored)
                && nodes.stream()
                                .map(node -> ((Expression<?>) node).type().scale())
                                .distinct()
                                .count()
                        == 1;
    }

    @Override
    public void visitComparison(Comparison comparison) {
        boolean equality = switch (comparison.operator()) {
            case EQUAL, NOT_EQUAL, DISTINCT, NOT_DISTINCT -> true;
            default -> false;
        };
        boolean texts = equality && areAlike(List.of(comparison.left(), comparison.right()));
        with(!texts, () -> super.visitComparison(comparison));
    }

    @Override
    public void visitInList(InList<?> in) {
        List<ExpressionNode> all = new ArrayList<>(in.values());
        all.add(in.operand());
        boolean texts = areAlike(all);
        with(!texts, () -> super.visitInList(in));
    }

    @Override
    public void visitInSubquery(InSubquery in) {
        with(true, () -> super.visitInSubquery(in));
    }

    @Override
    public void visitExists(Exists exists) {
        with(false, () -> super.visitExists(exists));
    }

    @Override
    protected void nestedRows(NestedRows nested) {
        with(false, () -> aggregatedRows(nested));
    }

    @Override
    public void visitBetween(Between between) {
        with(true, () -> super.visitBetween(between));
    }

    @Override
    public void visitNullCheck(NullCheck check) {
        with(false, () -> super.visitNullCheck(check));
    }

    @Override
    public void visitArithmetic(Arithmetic<?> arithmetic) {
        with(true, () -> super.visitArithmetic(arithmetic));
    }

    @Override
    public void visitCall(Call call) {
        if (call.function().startsWith("full_text")) {
            requireScope(call.arguments());
            SqliteFullText.write(sql(), call);
            return;
        }
        if (asNumber && call.function().equals("json_decimal")) {
            super.visitCall(new Call("json_decimal_number", call.nullability(), call.arguments()));
        } else {
            with(asNumber || OF_NUMBERS.contains(call.function()), () -> super.visitCall(call));
        }
    }

    @Override
    protected void aggregate(Aggregate aggregate) {
        with(asNumber || OF_NUMBERS.contains(aggregate.function()), () -> super.aggregate(aggregate));
    }

    @Override
    public void visitCast(Cast cast) {
        with(true, () -> super.visitCast(cast));
    }

    @Override
    protected String castType(SqlType<?> type) {
        return switch (type.kind()) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT -> "integer";
            case REAL, DOUBLE -> "real";
            case DECIMAL -> "numeric";
            case BINARY -> "blob";
            default -> "text";
        };
    }

    /** A list of values has no names for its columns; the first of several selects has. */
    @Override
    protected void values(Table<?> table, ListedRows listed) {
        with(false, () -> ValueSelects.write(this, sql(), table, listed));
    }

    /** An operand takes no parentheses. */
    @Override
    protected void nestedSetOperand(RowQuery<?> operand) {
        sql().append("select * from (");
        operand.accept(this);
        sql().append(")");
    }

    /** A computed decimal of one side must be equal to the text of the other, so both are numbers, unless none is compared. */
    @Override
    public void visitSetOperation(SetOperation<?> operation) {
        for (SortKey key : operation.sortKeys()) {
            if (key.expression().type().kind() == Kind.DECIMAL) {
                throw new UnsupportedFeatureException(
                        "order of a " + operation.words() + " by a decimal",
                        dialect().toString(),
                        "sort in a query around it, or in Java");
            }
        }
        List<Expression<?>> before = combined;
        RowQuery<?> outer = inserted;
        if (operation != inserted || !Operands.areAppended(operation)) {
            combined = Operands.numbers(operation, before);
            inserted = null;
        } else {
            inserted = operation.left();
        }
        super.visitSetOperation(operation);
        combined = before;
        inserted = outer;
    }

    @Override
    protected void selectItem(Selectable<?> item) {
        with(asNumber || combined.contains(item.expression()), () -> super.selectItem(item));
    }

    /** The number of a column would sort decimals as texts. */
    @Override
    protected void sortKeyOfItem(int index, SortKey key) {
        if (key.expression().type().kind() == Kind.DECIMAL) {
            sortKey(key);
        } else {
            super.sortKeyOfItem(index, key);
        }
    }

    @Override
    protected void sortKey(SortKey key) {
        with(true, () -> super.sortKey(key));
    }

    /** Values see no common table expression but one before the insert. */
    @Override
    protected boolean insertFollowsCommonTables() {
        return true;
    }

    /** Computed decimals get the digits of their columns, by a query around theirs. */
    @Override
    protected void insertedRows(InsertSelect<?> insert) {
        InsertedDecimals.requireExact(insert, dialect());
        inserted = insert.query();
        if (InsertedDecimals.areStored(insert)) {
            super.insertedRows(insert);
        } else {
            InsertedDecimals.write(insert, sql(), () -> super.insertedRows(insert));
        }
    }

    /** A computed decimal gets the digits of its column, so that it is found by equality too. */
    @Override
    protected void assigned(Column<?, ?> column, Expression<?> value) {
        if (column.type().kind() != Kind.DECIMAL || areAlike(List.of(column, value))) {
            super.assigned(column, value);
            return;
        }
        sql().append("(select ");
        InsertedDecimals.write(sql(), Identifier.of("v"), column.type().scale());
        sql().append(" from (select ");
        with(!(Named.unwrap(value) instanceof Column), () -> super.assigned(column, value));
        sql().append(" as \"v\"))");
    }
}
