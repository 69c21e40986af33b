package dev.rowan.render;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Aggregate;
import dev.rowan.expression.Call;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.ExpressionNode;
import dev.rowan.expression.Frame;
import dev.rowan.expression.Functions;
import dev.rowan.expression.GroupKey;
import dev.rowan.expression.GroupingSets;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.Named;
import dev.rowan.expression.NestedRows;
import dev.rowan.expression.Precedence;
import dev.rowan.expression.Ranking;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.SortKey;
import dev.rowan.expression.Window;
import dev.rowan.expression.Windowed;
import dev.rowan.schema.Column;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what is computed of several rows: aggregates, windows, groupings; the part of {@link SqlRenderer} in between. */
public abstract class AggregateRenderer extends ExpressionRenderer {
    AggregateRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    /** Writes a window where it is used: its name, or its definition in parentheses. */
    abstract void windowReference(Window window);

    /** Which key of the present groups, among those that are no columns, a node is; -1 if it is none. */
    protected final int indexOfComputedKey(ExpressionNode node) {
        Grouping grouping = grouping();
        return grouping == null ? -1 : grouping.computedKeys().indexOf(node);
    }

    /** Writes an expression of a select list, and its name if it has one of its own. */
    final void selectItem(Expression<?> expression) {
        write(expression);
        Identifier name = Named.nameOf(expression);
        if (name != null) {
            sql().append(" as ").append(name);
        }
    }

    /** Checks that those of the expressions which are columns may stand here, where they are not written as such. */
    protected final void requireScope(List<? extends Expression<?>> expressions) {
        for (Expression<?> expression : expressions) {
            if (scope() != null && expression instanceof Column<?, ?> column) {
                Objects.requireNonNull(scope()).check(column);
            }
        }
    }

    /** The values of a nested row are of that row only. */
    @Override
    public void visitCall(Call call) {
        Grouping grouping = call.function().equals(NestedRows.ROW) ? grouping() : null;
        if (grouping == null) {
            super.visitCall(call);
        } else {
            grouping.enterRow();
            super.visitCall(call);
            grouping.leaveAggregate();
        }
    }

    @Override
    public void visitAggregate(Aggregate aggregate) {
        Grouping grouping = grouping();
        if (grouping == null) {
            throw new InvalidQueryException("expected no aggregate in an insert, an update or a delete, got "
                    + aggregate.function() + "(…); select it in a subquery");
        }
        grouping.enterAggregate(aggregate.function());
        Window around = grouping.exchangeWindow(null);
        aggregate(aggregate);
        grouping.exchangeWindow(around);
        grouping.leaveAggregate();
    }

    /** Writes the call of an aggregate, with what restricts its rows. */
    protected void aggregate(Aggregate aggregate) {
        if (aggregate.function().equals("array_agg")) {
            dialect().require(Feature.ARRAY);
        }
        if (aggregate.distinct()) {
            requireEquality(aggregate.arguments());
        }
        Spelling spelling = dialect().spellings().get(aggregate.function());
        if (spelling != null) {
            spelling.write(this, aggregate);
            return;
        }
        if (aggregate.arguments().isEmpty()) {
            sql().append(aggregate.function()).append("(*)");
        } else {
            sql().append(aggregate.function()).append(aggregate.distinct() ? "(distinct " : "(");
            list(aggregate.arguments());
            order(aggregate.order());
            sql().append(")");
        }
        filter(aggregate.condition());
    }

    /** The aggregate of all rows that skips those of which its condition is not true, because its argument is NULL there. */
    protected static Aggregate filteredByArgument(Aggregate aggregate) {
        Condition condition = aggregate.condition();
        if (condition == null) {
            return aggregate;
        }
        List<Expression<?>> arguments = new ArrayList<>(aggregate.arguments());
        Expression<?> counted = arguments.isEmpty() ? Functions.value(1) : arguments.remove(0);
        arguments.add(0, Functions.onlyWhere(condition, counted));
        return new Aggregate(
                aggregate.function(), aggregate.nullable(), aggregate.distinct(), arguments, aggregate.order(), null);
    }

    /** Checks that equal values can be told, where they are grouped, counted once or compared in whole rows. */
    final void requireEquality(List<? extends Selectable<?>> columns) {
        for (Selectable<?> column : columns) {
            if (column.type().isDecoded()) {
                throw new InvalidQueryException(
                        "expected values that can be compared, by which rows are told apart, got " + column.type()
                                + "; leave the rows within a row out, or fetch them by a query around this one");
            }
            if (column.type().kind() == SqlType.Kind.JSON && dialect().refuses("json_equal")) {
                throw new UnsupportedFeatureException(
                        "equality of JSON, by which " + column + " would be grouped,",
                        dialect().toString(),
                        "group by a part of it, such as path(…).asText()");
            }
        }
    }

    final void filter(@Nullable Condition condition) {
        if (condition != null) {
            dialect().require(Feature.AGGREGATE_FILTER);
            sql().append(" filter (where ");
            condition(condition, Precedence.OR);
            sql().append(")");
        }
    }

    /** Writes the order of an aggregate or a window. */
    protected final void order(List<SortKey> keys) {
        for (int i = 0; i < keys.size(); i++) {
            sql().append(i == 0 ? " order by " : ", ");
            sortKey(keys.get(i));
        }
    }

    /** Writes one key of an {@code order by}. */
    protected void sortKey(SortKey key) {
        write(key.expression());
        sql().append(key.descending() ? " desc" : " asc");
        nulls(key);
    }

    final void nulls(SortKey key) {
        if (key.nulls() != SortKey.Nulls.UNSPECIFIED) {
            dialect().require(Feature.NULLS_ORDER);
            sql().append(key.nulls() == SortKey.Nulls.FIRST ? " nulls first" : " nulls last");
        }
    }

    /** Where {@code ignore nulls} is emulated, it stands within the parentheses. */
    @Override
    public void visitRanking(Ranking ranking) {
        if (!ranking.ignoresNulls()) {
            function(ranking.function(), ranking.arguments());
            return;
        }
        dialect().require(Feature.IGNORE_NULLS);
        boolean within = dialect().support(Feature.IGNORE_NULLS) == Support.EMULATED;
        sql().append(ranking.function()).append("(");
        list(ranking.arguments());
        sql().append(within ? " ignore nulls)" : ") ignore nulls");
    }

    @Override
    public void visitWindowed(Windowed windowed) {
        String function = windowed.call().function();
        Grouping grouping = grouping();
        if (grouping == null) {
            throw new InvalidQueryException(
                    "expected no function over a window in an insert, an update or a delete, got " + function
                            + "; select it in a subquery");
        }
        grouping.checkWindow(function);
        grouping.exchangeWindow(windowed.window());
        if (windowed.call() instanceof Aggregate aggregate) {
            if (aggregate.distinct() || !aggregate.order().isEmpty()) {
                dialect().require(Feature.DISTINCT_OVER_WINDOW);
            }
            aggregate(aggregate);
        } else {
            write(windowed.call());
        }
        over();
    }

    /** Writes the window of the aggregate, if it has one that has not been written yet. */
    final void over() {
        Grouping grouping = grouping();
        Window window = grouping == null ? null : grouping.exchangeWindow(null);
        if (window != null) {
            sql().append(" over ");
            windowReference(window);
        }
    }

    /** Writes what stands within the parentheses of a window. */
    final void windowDefinition(Window window) {
        if (!window.partition().isEmpty()) {
            sql().append("partition by ");
            requireEquality(window.partition());
            list(window.partition());
        }
        for (int i = 0; i < window.order().size(); i++) {
            sql().append(i > 0 ? ", " : window.partition().isEmpty() ? "order by " : " order by ");
            sortKey(window.order().get(i));
        }
        if (window.order().isEmpty()) {
            unordered(window);
        }
        Frame frame = window.frame();
        if (frame != null) {
            sql().append(window.partition().isEmpty() && window.order().isEmpty() ? "" : " ");
            frame(frame);
        }
    }

    /** Writes something in the place of the order of a window that has none; the standard has nothing there. */
    protected void unordered(Window window) {}

    /** Writes the frame of a window. */
    protected void frame(Frame frame) {
        if (frame.unit() == Frame.Unit.GROUPS) {
            dialect().require(Feature.GROUPS_FRAME);
        }
        sql().append(frame.unit().name().toLowerCase(Locale.ROOT)).append(" between ");
        bound(frame.start());
        sql().append(" and ");
        bound(frame.end());
        if (frame.exclusion() != null) {
            dialect().require(Feature.FRAME_EXCLUSION);
            sql().append(" exclude ").append(words(frame.exclusion()));
        }
    }

    private void bound(Frame.Bound bound) {
        switch (bound.kind()) { // a number, which is no value of the user's: not all databases take a bind here
            case PRECEDING, FOLLOWING -> sql().append(bound.distance() + " " + words(bound.kind()));
            default -> sql().append(words(bound.kind()));
        }
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public void visitGroupingSets(GroupingSets sets) {
        switch (sets.kind()) {
            case ROLLUP -> groupingSets(Feature.ROLLUP, "rollup (", sets, false);
            case CUBE -> groupingSets(Feature.CUBE, "cube (", sets, false);
            case SETS -> groupingSets(Feature.GROUPING_SETS, "grouping sets (", sets, true);
        }
    }

    /** Writes keys by which rows are grouped, with commas between them. */
    protected abstract void groupKeys(List<? extends GroupKey> keys);

    private void groupingSets(Feature feature, String keyword, GroupingSets sets, boolean parentheses) {
        dialect().require(feature);
        sql().append(keyword);
        for (int i = 0; i < sets.sets().size(); i++) {
            sql().append(i == 0 ? "" : ", ").append(parentheses ? "(" : "");
            groupKeys(sets.sets().get(i));
            sql().append(parentheses ? ")" : "");
        }
        sql().append(")");
    }
}
