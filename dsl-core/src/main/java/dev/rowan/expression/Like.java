package dev.rowan.expression;

import java.util.function.Predicate;

/**
 * Whether a text matches a pattern.
 *
 * @param escape the character that takes the meaning from a wildcard, or {@link #NO_ESCAPE}
 */
public record Like(Expression<?> operand, Expression<?> pattern, boolean negated, char escape) implements Condition {

    /** No escape character is named. */
    public static final char NO_ESCAPE = 0;

    /** Not the backslash, which MySQL's string literals take for themselves. */
    private static final char ESCAPE = '!';

    static Like escaped(TextExpression<?> operand, String before, String text, String after) {
        String literal = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        BoundValue<?> pattern = BoundValue.of(dev.rowan.type.SqlType.TEXT, before + literal + after);
        return new Like(operand, pattern, false, ESCAPE);
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitLike(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.COMPARISON;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return operand.isNullable(outerJoined) || pattern.isNullable(outerJoined);
    }
}
