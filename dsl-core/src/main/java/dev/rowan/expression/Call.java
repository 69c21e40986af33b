package dev.rowan.expression;

import java.util.List;
import java.util.function.Predicate;

/**
 * A call of a function. A dialect that spells the function differently has an entry for its name.
 *
 * @param function the name by which dialects know the function
 * @param nullability when its result is NULL
 */
public record Call(String function, Nullability nullability, List<Expression<?>> arguments) implements ExpressionNode {

    /**
     * Creates the call, copying the arguments.
     *
     * @throws IllegalArgumentException if the name of the function is none
     */
    public Call {
        FunctionName.checked(function);
        arguments = List.copyOf(arguments);
    }

    static Call of(String function, Nullability nullability, Expression<?>... arguments) {
        return new Call(function, nullability, List.of(arguments));
    }

    /** A call whose result is NULL if an argument is, as that of most functions. */
    static Call of(String function, Expression<?>... arguments) {
        return of(function, Nullability.IF_ANY_ARGUMENT_IS, arguments);
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitCall(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.PRIMARY;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return nullability.of(arguments, outerJoined);
    }
}
