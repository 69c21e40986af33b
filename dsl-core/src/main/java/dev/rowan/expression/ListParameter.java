package dev.rowan.expression;

import java.util.List;

/**
 * Values that a compiled query is given when it is run, for {@code in} and {@code notIn}. Immutable.
 *
 * @param <T> the Java type of one of them
 * @param places what stands for each
 */
public record ListParameter<T>(List<Setting<T>> places) {
    /** Creates a list of places; only compiled queries can fill them. */
    public ListParameter {
        places = List.copyOf(places);
    }

    Condition holds(ExpressionNode operand, boolean negated) {
        if (places.isEmpty()) {
            return negated ? Truth.TRUE : Truth.FALSE;
        }
        return new InList<>(operand, places, negated);
    }
}
