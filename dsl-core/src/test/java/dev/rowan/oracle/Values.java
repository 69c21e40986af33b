package dev.rowan.oracle;

import dev.rowan.contract.Kleene;
import dev.rowan.expression.Comparison.Operator;
import dev.rowan.expression.SortKey.Nulls;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a database compares values: decimals by their digits or, if it says so, as doubles. */
final class Values {
    private final Dialect dialect;
    private final boolean exact;
    private final Comparator<String> texts;

    Values(Dialect dialect, Comparator<String> texts) {
        this.dialect = dialect;
        this.exact = dialect.support(Feature.EXACT_DECIMALS) != Support.APPROXIMATE;
        this.texts = texts;
    }

    /** What a comparison says; null if that is unknown. */
    @Nullable
    Boolean compare(@Nullable Object left, Operator operator, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        return switch (operator) {
            case EQUAL -> equal(left, right);
            case NOT_EQUAL -> !equal(left, right);
            case LESS -> order(left, right) < 0;
            case LESS_OR_EQUAL -> order(left, right) <= 0;
            case GREATER -> order(left, right) > 0;
            case GREATER_OR_EQUAL -> order(left, right) >= 0;
            case DISTINCT, NOT_DISTINCT -> throw new IllegalArgumentException(operator.toString());
        };
    }

    /** Whether a value is in a list; null if that is unknown. */
    @Nullable
    Boolean isIn(@Nullable Object value, List<Object> list) {
        @Nullable Boolean found = false;
        for (Object one : list) {
            found = Kleene.or(found, compare(value, Operator.EQUAL, one));
        }
        return found;
    }

    /** The order of values, with NULL where the database has it unless that is said. */
    Comparator<@Nullable Object> order(boolean descending, Nulls nulls) {
        boolean first = (nulls == Nulls.UNSPECIFIED ? dialect.nullsOf(descending) : nulls) == Nulls.FIRST;
        Comparator<Object> ascending = this::order;
        Comparator<Object> order = descending ? ascending.reversed() : ascending;
        return first ? Comparator.nullsFirst(order) : Comparator.nullsLast(order);
    }

    private static boolean equal(Object left, Object right) {
        return left instanceof BigDecimal decimal ? decimal.compareTo((BigDecimal) right) == 0 : left.equals(right);
    }

    private int order(Object left, Object right) {
        if (left instanceof String text) {
            return texts.compare(text, (String) right);
        } else if (left instanceof BigDecimal decimal) {
            BigDecimal other = (BigDecimal) right;
            return exact ? decimal.compareTo(other) : Double.compare(decimal.doubleValue(), other.doubleValue());
        }
        return Long.compare(((Number) left).longValue(), ((Number) right).longValue());
    }
}
