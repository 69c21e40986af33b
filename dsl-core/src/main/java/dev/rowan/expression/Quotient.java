package dev.rowan.expression;

import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the types of two numbers say about dividing them. */
final class Quotient {
    private Quotient() {}

    static NumberExpression<@Nullable BigDecimal> of(NumberExpression<?> dividend, NumberExpression<?> divisor) {
        String function = isFloating(dividend) || isFloating(divisor) ? "divide_double" : "divide";
        return new Typed.OfNumber<>(Call.of(function, Nullability.POSSIBLE, dividend, divisor), SqlType.DECIMAL);
    }

    private static boolean isFloating(Expression<?> number) {
        return switch (number.type().kind()) {
            case REAL, DOUBLE -> true;
            default -> false;
        };
    }

    /** A call that is defined for integers only. Where the divisor is 0, some databases yield NULL. */
    static Call ofIntegers(String function, Expression<?> left, Expression<?> right) {
        requireInteger(function, left);
        requireInteger(function, right);
        boolean divides = function.equals("div") || function.equals("mod");
        return Call.of(function, divides ? Nullability.POSSIBLE : Nullability.IF_ANY_ARGUMENT_IS, left, right);
    }

    private static void requireInteger(String function, Expression<?> operand) {
        switch (operand.type().kind()) {
            case SMALLINT, INTEGER, BIGINT -> {}
            default ->
                throw new IllegalArgumentException("expected integers for " + function + ", got a " + operand.type()
                        + "; use dividedBy(…) and floor(…), or cast it");
        }
    }
}
