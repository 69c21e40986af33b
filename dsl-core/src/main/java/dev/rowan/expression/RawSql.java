package dev.rowan.expression;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQL that was written by hand, with expressions in its holes. Immutable. */
public final class RawSql implements ExpressionNode {
    private static final Pattern HOLE = Pattern.compile("\\{(\\d{1,3})}");

    private final List<String> texts;
    private final List<Expression<?>> parts;

    private RawSql(List<String> texts, List<Expression<?>> parts) {
        this.texts = List.copyOf(texts);
        this.parts = List.copyOf(parts);
    }

    /**
     * Puts parts into a template.
     *
     * @param template the SQL; {@code {0}} is the place of the first part
     * @throws IllegalArgumentException if a part has no place or a place no part, or if there is a {@code ?} outside of quotes
     */
    public static RawSql of(@CompileTimeConstant String template, Expression<?>... parts) {
        if (RawText.parse(template).parts().contains(new RawText.QuestionMark())) {
            throw new IllegalArgumentException(
                    "expected no ? outside of quotes, which drivers take for a parameter, got: " + template
                            + "; use {0} and a part for a value, or the function that the operator stands for");
        }
        requireOutsideOfQuotes(template);
        List<String> texts = new ArrayList<>();
        List<Expression<?>> inHoles = new ArrayList<>();
        boolean[] used = new boolean[parts.length];
        Matcher hole = HOLE.matcher(template);
        int end = 0;
        while (hole.find()) {
            int index = Integer.parseInt(hole.group(1));
            if (index >= parts.length) {
                throw new IllegalArgumentException(
                        "expected a part for {" + index + "}, got " + parts.length + " parts for: " + template);
            }
            texts.add(template.substring(end, hole.start()));
            inHoles.add(parts[index]);
            used[index] = true;
            end = hole.end();
        }
        texts.add(template.substring(end));
        for (int i = 0; i < used.length; i++) {
            if (!used[i]) {
                throw new IllegalArgumentException(
                        "expected a place {" + i + "} for each part, got none in: " + template);
            }
        }
        return new RawSql(texts, inHoles);
    }

    private static void requireOutsideOfQuotes(String template) {
        Matcher hole = HOLE.matcher(template);
        long holes = hole.results().count();
        long outside = RawText.parse(hole.replaceAll(":rowan_hole_$1 ")).parts().stream()
                .filter(part -> part instanceof RawText.Parameter parameter
                        && parameter.name().startsWith("rowan_hole_"))
                .count();
        if (holes != outside) {
            throw new IllegalArgumentException(
                    "expected the places of parts outside of quotes and comments, got one within, in: " + template);
        }
    }

    /** The text around the holes, one more than there are holes. */
    public List<String> texts() {
        return texts;
    }

    /** What is in the holes. */
    public List<Expression<?>> parts() {
        return parts;
    }

    /** The SQL as an expression, whose type it is taken at its word to have. */
    public <T> Expression<@Nullable T> as(SqlType<T> type) {
        return new Typed.OfAny<>(this, type);
    }

    /** The SQL as a condition. */
    public Condition asCondition() {
        return new Typed.OfBoolean<@Nullable Boolean>(this, SqlType.BOOLEAN);
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitRaw(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.OR; // nothing is known of it
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RawSql that && texts.equals(that.texts) && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(texts, parts);
    }

    @Override
    public String toString() {
        return texts + " with " + parts;
    }
}
