package dev.rowan.expression;

import java.util.List;
import java.util.function.Predicate;

/** When the result of a function is NULL. */
public enum Nullability {
    /** Never. */
    NEVER,
    /** It may be, whatever the arguments are. */
    POSSIBLE,
    /** Only if an argument is. */
    IF_ANY_ARGUMENT_IS,
    /** Only if every argument is. */
    IF_ALL_ARGUMENTS_ARE;

    boolean of(List<? extends ExpressionNode> arguments, Predicate<? super Source> outerJoined) {
        return switch (this) {
            case NEVER -> false;
            case POSSIBLE -> true;
            case IF_ANY_ARGUMENT_IS -> arguments.stream().anyMatch(a -> a.isNullable(outerJoined));
            case IF_ALL_ARGUMENTS_ARE -> arguments.stream().allMatch(a -> a.isNullable(outerJoined));
        };
    }
}
