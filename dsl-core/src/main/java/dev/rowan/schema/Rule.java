package dev.rowan.schema;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a value of a column must be like. It is checked before a statement is sent, and, if it says so, by the database too.
 * NULL breaks no rule but {@code notNull()}. Immutable and thread-safe.
 *
 * <pre>{@code
 * varchar("name", 200).notNull().check(length(2, 200)).check(notBlank())
 * integer("age").check(between(0, 150).message("nobody is that old").asConstraint())
 * }</pre>
 *
 * @param <T> the Java type of the value
 */
public final class Rule<T> {
    private final String name;
    private final String message;
    private final Predicate<? super T> holds;
    private final @Nullable Constraint constraint; // what the database can check
    private final boolean enforced;

    private Rule(
            String name,
            String message,
            Predicate<? super T> holds,
            @Nullable Constraint constraint,
            boolean enforced) {
        this.name = name;
        this.message = message;
        this.holds = holds;
        this.constraint = constraint;
        this.enforced = enforced;
    }

    /** What a rule says, for the database. */
    public sealed interface Constraint {
        /** {@code check (age >= 0 and age <= 150)}; null for no limit. */
        record Range(@Nullable BigDecimal least, @Nullable BigDecimal most) implements Constraint {}

        /** {@code check (char_length(name) between 2 and 200)}. */
        record Length(int least, int most) implements Constraint {}

        /** {@code check (trim(name) <> '')}. */
        record NotBlank() implements Constraint {}

        /** {@code check (role in ('user', 'admin'))}. */
        record OneOf(List<String> values) implements Constraint {}
    }

    /** A number of at least this. */
    public static Rule<Number> min(long least) {
        return min(BigDecimal.valueOf(least));
    }

    /** A number of at least this: {@code decimal("price", 8, 2).check(min(new BigDecimal("0.01")))}. */
    public static Rule<Number> min(BigDecimal least) {
        return range("min", "must be at least " + least.toPlainString(), least, null);
    }

    /** A number of at most this. */
    public static Rule<Number> max(long most) {
        return max(BigDecimal.valueOf(most));
    }

    /** A number of at most this. */
    public static Rule<Number> max(BigDecimal most) {
        return range("max", "must be at most " + most.toPlainString(), null, most);
    }

    /** A number between these, both included. */
    public static Rule<Number> between(long least, long most) {
        return between(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    }

    /** A number between these, both included. */
    public static Rule<Number> between(BigDecimal least, BigDecimal most) {
        if (least.compareTo(most) > 0) {
            throw new IllegalArgumentException("expected numbers least <= most, got " + least + " and " + most);
        }
        return range(
                "between", "must be between " + least.toPlainString() + " and " + most.toPlainString(), least, most);
    }

    private static Rule<Number> range(
            String name, String message, @Nullable BigDecimal least, @Nullable BigDecimal most) {
        return new Rule<>(
                name,
                message,
                number -> {
                    if (!(number instanceof BigDecimal) && !Double.isFinite(number.doubleValue())) {
                        return false;
                    }
                    BigDecimal exact = new BigDecimal(number.toString());
                    return (least == null || exact.compareTo(least) >= 0)
                            && (most == null || exact.compareTo(most) <= 0);
                },
                new Constraint.Range(least, most),
                false);
    }

    /** A text of so many characters, both included. */
    public static Rule<String> length(int least, int most) {
        if (least < 0 || most < least) {
            throw new IllegalArgumentException("expected lengths 0 <= least <= most, got " + least + " and " + most);
        }
        return new Rule<>(
                "length",
                "must have between " + least + " and " + most + " characters",
                text -> {
                    int characters = text.codePointCount(0, text.length());
                    return characters >= least && characters <= most;
                },
                new Constraint.Length(least, most),
                false);
    }

    /** A text that holds more than white space. */
    public static Rule<String> notBlank() {
        return new Rule<>("notBlank", "must not be blank", text -> !text.isBlank(), new Constraint.NotBlank(), false);
    }

    /**
     * A text that, as a whole, matches a regular expression. One that takes too long to say is not matched: the search ends after
     * some hundred steps for each character, so that no text can hold up the program.
     */
    public static Rule<String> matches(Pattern pattern) {
        return new Rule<>(
                "matches", "must match " + pattern.pattern(), text -> BoundedMatch.matches(pattern, text), null, false);
    }

    /** An e-mail address as people have it: something, an {@code @}, and a domain with a dot; at most 254 characters. */
    public static Rule<String> email() {
        return new Rule<>("email", "must be an e-mail address", Rule::isEmail, null, false);
    }

    private static boolean isEmail(String text) {
        int at = text.indexOf('@');
        int dot = text.lastIndexOf('.');
        return text.length() <= 254
                && at > 0
                && at <= 64
                && at == text.lastIndexOf('@')
                && dot > at + 1
                && dot < text.length() - 1
                && !text.contains("..")
                && text.charAt(at + 1) != '.'
                && text.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    }

    /** One of these texts. */
    public static Rule<String> oneOf(String first, String... rest) {
        List<String> values = java.util.stream.Stream.concat(java.util.stream.Stream.of(first), Arrays.stream(rest))
                .toList();
        return new Rule<>(
                "oneOf",
                "must be one of " + values.stream().collect(Collectors.joining(", ")),
                values::contains,
                new Constraint.OneOf(values),
                false);
    }

    /** A rule of one's own: {@code Rule.of("even", "must be even", n -> n % 2 == 0)}. What it throws reaches the caller. */
    public static <T> Rule<T> of(String name, String message, Predicate<? super T> holds) {
        return new Rule<>(name, message, holds, null, false);
    }

    /** The same rule, whose violation says something else. */
    public Rule<T> message(String newMessage) {
        return new Rule<>(name, newMessage, holds, constraint, enforced);
    }

    /**
     * The same rule, which {@code create table} makes a CHECK constraint of, so that it holds of what others write too.
     *
     * @throws IllegalStateException if a database cannot check it: a regular expression, an e-mail address, a rule of one's own
     */
    public Rule<T> asConstraint() {
        if (constraint == null) {
            throw new IllegalStateException("expected a rule that every database can check, got " + name
                    + "; leave asConstraint() out, or write the constraint in a migration");
        }
        return new Rule<>(name, message, holds, constraint, true);
    }

    /** What the rule is called. */
    public String name() {
        return name;
    }

    /** What a value that breaks it should be like. */
    public String message() {
        return message;
    }

    /** Whether a value, never null, keeps the rule. */
    public boolean holds(T value) {
        return holds.test(value);
    }

    /** What the database shall check, or null for nothing. */
    public @Nullable Constraint constraint() {
        return enforced ? constraint : null;
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
