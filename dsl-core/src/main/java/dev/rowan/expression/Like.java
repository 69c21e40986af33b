package dev.rowan.expression;

import dev.rowan.type.SqlType;
import java.util.function.Predicate;

/**
 * Whether a text matches a pattern.
 *
 * @param escaped whether {@link #ESCAPE} takes the meaning from a wildcard; otherwise no character does
 * @param ignoresCase whether upper and lower case are the same
 */
public record Like(Expression<?> operand, Expression<?> pattern, boolean negated, boolean escaped, boolean ignoresCase)
        implements Condition {

    /** Not the backslash, which MySQL's string literals take for themselves. */
    public static final char ESCAPE = '!';

    /** Without an escape character of the pattern's own. A backslash asks for one, for most databases take it as theirs. */
    static Like of(TextExpression<?> operand, String pattern, boolean negated, boolean ignoresCase) {
        boolean escaped = pattern != null && pattern.indexOf('\\') >= 0;
        String portable = escaped ? pattern.replace("!", "!!") : pattern;
        return new Like(operand, BoundValue.of(SqlType.TEXT, portable), negated, escaped, ignoresCase);
    }

    /** With an escape character of the pattern's own, which is translated. */
    static Like of(TextExpression<?> operand, String pattern, char escape) {
        if (pattern == null) {
            throw new IllegalArgumentException("expected a pattern, got null; use isNull() to look for NULL");
        }
        StringBuilder portable = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == escape) {
                if (++i == pattern.length()) {
                    throw new IllegalArgumentException("expected a character after the escape character '" + escape
                            + "', got the end of the pattern");
                }
                char next = pattern.charAt(i);
                portable.append(next == '%' || next == '_' || next == ESCAPE ? "!" : "")
                        .append(next);
            } else {
                portable.append(c == ESCAPE ? "!!" : String.valueOf(c));
            }
        }
        return new Like(operand, BoundValue.of(SqlType.TEXT, portable.toString()), false, true, false);
    }

    /** For a text in which no character is a wildcard. */
    static Like literal(TextExpression<?> operand, String before, String text, String after) {
        if (text == null) {
            throw new IllegalArgumentException("expected a text, got null; use isNull() to look for NULL");
        }
        String literal = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return new Like(operand, BoundValue.of(SqlType.TEXT, before + literal + after), false, true, false);
    }

    /** {@code USER.NAME.contains("x").ignoringCase()} finds {@code X} too. */
    public Like ignoringCase() {
        return new Like(operand, pattern, negated, escaped, true);
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
