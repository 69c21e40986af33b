package dev.rowan.dialect.trino;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Aggregate;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.ColumnReference;
import dev.rowan.expression.Comparison;
import dev.rowan.expression.Comparison.Operator;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.GroupingSets;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.InSubquery;
import dev.rowan.expression.Like;
import dev.rowan.expression.Logical;
import dev.rowan.expression.Named;
import dev.rowan.expression.NumberExpression;
import dev.rowan.expression.Quantified;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.SortKey;
import dev.rowan.expression.Windowed;
import dev.rowan.query.RowQuery;
import dev.rowan.query.Select;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.schema.Column;
import dev.rowan.type.Json;
import dev.rowan.type.SqlType;
import dev.rowan.type.SqlType.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The clauses that Trino spells differently. */
final class TrinoRenderer extends SqlRenderer {
    private static final long MOST_SORTED = Integer.MAX_VALUE;
    private static final Set<Kind> WHOLE = EnumSet.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);
    private static final SqlType<BigDecimal> WIDEST = SqlType.decimal(38, 0);

    private final Correlation correlation = new Correlation(dialect());
    private boolean inGroupingSets;
    private boolean assigns;

    TrinoRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    @Override
    public void visitGroupingSets(GroupingSets sets) {
        inGroupingSets = true;
        super.visitGroupingSets(sets);
        inGroupingSets = false;
    }

    /** A place in the result is no key of several groupings here, and to the server an expression with a value is another each time. */
    @Override
    protected void groupKeyOfItem(int index, Selectable<?> item) {
        if (inGroupingSets) {
            throw new UnsupportedFeatureException(
                    "computed key in rollup, cube or grouping sets",
                    dialect().toString(),
                    "compute it in a derived table, and group by its column");
        }
        super.groupKeyOfItem(index, item);
    }

    @Override
    public void visitLike(Like like) {
        if (!like.ignoresCase()) {
            super.visitLike(like);
            return;
        }
        sql().append("lower(");
        write(like.operand());
        sql().append(like.negated() ? ") not like lower(" : ") like lower(");
        write(like.pattern());
        sql().append(")");
        escape(like);
    }

    @Override
    protected boolean isBoundAlike(SqlType<?> type) {
        return super.isBoundAlike(type) && type.kind() != Kind.JSON;
    }

    /** The server makes doubles of fractions. */
    @Override
    public void visitValue(BoundValue<?> value) {
        if (value.type().kind() == Kind.JSON && !fitsDoubles(value)) {
            dialect().require(Feature.EXACT_JSON_NUMBERS);
        }
        super.visitValue(value);
    }

    private static <T> boolean fitsDoubles(BoundValue<T> value) {
        T plain = value.value();
        return plain == null || ((Json) value.type().toColumn(plain)).fitsDoubles();
    }

    @Override
    protected void assigned(Column<?, ?> column, Expression<?> value) {
        assigns = true;
        super.assigned(column, value);
        assigns = false;
    }

    /** What the driver cannot send by its type is sent as a text. */
    @Override
    protected String placeholder(SqlType<?> type) {
        return switch (type.kind()) {
            case DATE -> "cast(? as date)";
            case TIME -> "cast(? as time(6))";
            case TIMESTAMP -> "cast(? as timestamp(6))";
            case INSTANT -> "cast(? as timestamp(6) with time zone)";
            case UUID -> "cast(? as uuid)";
            case JSON -> "json_parse(?)";
            default -> "?";
        };
    }

    /** The server finds that NULL is unlike all of several values, where that is unknown; two comparisons find it. */
    @Override
    public void visitComparison(Comparison comparison) {
        Operator operator = comparison.operator();
        if (comparison.right() instanceof Quantified<?> quantified
                && operator == (quantified.all() ? Operator.EQUAL : Operator.NOT_EQUAL)) {
            boolean all = quantified.all();
            enclosed(new Logical(
                    new Comparison(comparison.left(), all ? Operator.LESS_OR_EQUAL : Operator.LESS, quantified),
                    all ? Logical.Operator.AND : Logical.Operator.OR,
                    new Comparison(comparison.left(), all ? Operator.GREATER_OR_EQUAL : Operator.GREATER, quantified)));
            return;
        }
        super.visitComparison(comparison);
    }

    @Override
    protected void aggregate(Aggregate aggregate) {
        super.aggregate(widened(aggregate));
    }

    /** A sum of whole numbers would be one, and overflow. */
    private static Aggregate widened(Aggregate aggregate) {
        return aggregate.function().equals("sum")
                        && aggregate.arguments().get(0) instanceof NumberExpression<?> number
                        && WHOLE.contains(number.type().kind())
                ? with(aggregate, number.cast(WIDEST), aggregate.condition())
                : aggregate;
    }

    /** Over a window there is no {@code filter}; aggregates skip NULL. */
    @Override
    public void visitWindowed(Windowed windowed) {
        boolean filtered = windowed.call() instanceof Aggregate aggregate && aggregate.condition() != null;
        super.visitWindowed(
                filtered
                        ? new Windowed(filteredByArgument(widened((Aggregate) windowed.call())), windowed.window())
                        : windowed);
    }

    private static Aggregate with(Aggregate aggregate, Expression<?> first, @Nullable Condition condition) {
        List<Expression<?>> arguments = new ArrayList<>(aggregate.arguments());
        if (!arguments.isEmpty()) {
            arguments.remove(0);
        }
        arguments.add(0, first);
        return new Aggregate(
                aggregate.function(),
                aggregate.nullable(),
                aggregate.distinct(),
                arguments,
                aggregate.order(),
                condition);
    }

    /** No row is not what {@code fetch first} may ask for. */
    @Override
    protected void limit(RowQuery<?> query) {
        BoundValue<Long> most = query.maxRows();
        if (query == correlation.unlimited()) {
            return;
        } else if (most == null || Correlation.limit(query) > 0) {
            requireFew(query);
            super.limit(query);
        } else {
            isWithTies(query); // is checked
            sql().append(" limit ?", most);
        }
    }

    private void requireFew(RowQuery<?> query) {
        if (Correlation.limit(query) > MOST_SORTED && !query.sortKeys().isEmpty()) {
            throw new UnsupportedFeatureException(
                    "limit of more than " + MOST_SORTED + " sorted rows",
                    dialect().toString(),
                    "leave the limit out");
        }
    }

    /** In an order the name of a column of the result hides the table of that name. */
    @Override
    protected int placeOf(SortKey key, Select<?, ?> select) {
        if (key.expression() instanceof Column<?, ?> column
                && select.columns().stream().anyMatch(item -> hides(item, column))) {
            for (int i = 0; i < select.width(); i++) {
                if (Named.unwrap(select.column(i).expression()) == column) {
                    return i;
                }
            }
        }
        return super.placeOf(key, select);
    }

    private static boolean hides(Selectable<?> item, Column<?, ?> column) {
        Identifier name = Named.nameOf(item.expression());
        return name != null
                && name.name().equalsIgnoreCase(column.table().qualifier().name());
    }

    @Override
    protected void select(Select<?, ?> select, boolean onlyExistence) {
        correlation.enter(select);
        super.select(select, onlyExistence);
        correlation.leave();
    }

    @Override
    public void visitInSubquery(InSubquery in) {
        correlation.beginList();
        super.visitInSubquery(in);
    }

    @Override
    public void visitQuantified(Quantified<?> quantified) {
        correlation.beginList();
        super.visitQuantified(quantified);
    }

    @Override
    protected void subquery(RowQuery<?> query, boolean onlyExistence) {
        if (assigns) {
            throw new UnsupportedFeatureException(
                    "subquery in the values of an insert", dialect().toString(), "insert from a select");
        }
        correlation.enter(query, onlyExistence);
        super.subquery(query, onlyExistence);
        correlation.leave(query);
    }

    @Override
    public void visitColumn(ColumnReference<?> reference) {
        super.visitColumn(reference);
        correlation.read((Column<?, ?>) reference);
    }
}
