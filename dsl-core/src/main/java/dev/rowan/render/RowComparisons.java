package dev.rowan.render;

import dev.rowan.expression.Comparison;
import dev.rowan.expression.Comparison.Operator;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.InList;
import dev.rowan.expression.RowValue;
import java.util.List;

/** Comparisons of row values part by part, for a database that takes NULL in a row for a value. */
final class RowComparisons {
    private RowComparisons() {}

    /** {@code (a, b) < (c, d)} as {@code a < c or a = c and b < d}. */
    static Condition compared(RowValue<?> left, Operator operator, RowValue<?> right) {
        return compared(left.parts(), operator, right.parts());
    }

    /** {@code (a, b) in ((c, d), (e, f))} as {@code a = c and b = d or a = e and b = f}. */
    static Condition in(RowValue<?> operand, InList<?> in) {
        Condition any = in.values().stream()
                .map(value -> compared(operand, Operator.EQUAL, (RowValue<?>) value))
                .reduce(Condition::or)
                .orElseThrow();
        return in.negated() ? any.not() : any;
    }

    private static Condition compared(List<Expression<?>> left, Operator operator, List<Expression<?>> right) {
        Condition first = new Comparison(left.get(0), operator, right.get(0));
        if (left.size() == 1) {
            return first;
        }
        Condition equal = new Comparison(left.get(0), Operator.EQUAL, right.get(0));
        Condition rest = compared(left.subList(1, left.size()), operator, right.subList(1, right.size()));
        return switch (operator) {
            case EQUAL, NOT_DISTINCT -> first.and(rest);
            case NOT_EQUAL, DISTINCT -> first.or(rest);
            case LESS, GREATER -> first.or(equal.and(rest));
            case LESS_OR_EQUAL -> new Comparison(left.get(0), Operator.LESS, right.get(0)).or(equal.and(rest));
            case GREATER_OR_EQUAL -> new Comparison(left.get(0), Operator.GREATER, right.get(0)).or(equal.and(rest));
        };
    }
}
