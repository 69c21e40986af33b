package dev.rowan.contract;

import org.jspecify.annotations.Nullable;

/** The logic of SQL, in which null is unknown. */
public final class Kleene {
    private Kleene() {}

    /** Conjunction. */
    public static @Nullable Boolean and(@Nullable Boolean left, @Nullable Boolean right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
            return false;
        }
        return (left == null || right == null) ? null : Boolean.TRUE;
    }

    /** Negation. */
    public static @Nullable Boolean not(@Nullable Boolean operand) {
        return operand == null ? null : Boolean.valueOf(!operand);
    }

    /** Disjunction. */
    public static @Nullable Boolean or(@Nullable Boolean left, @Nullable Boolean right) {
        return not(and(not(left), not(right)));
    }

    /** How two values compare, less than 0, 0 or more; unknown if one is NULL. */
    static <T extends Comparable<T>> @Nullable Integer compare(@Nullable T left, @Nullable T right) {
        return (left == null || right == null) ? null : Integer.valueOf(left.compareTo(right));
    }
}
