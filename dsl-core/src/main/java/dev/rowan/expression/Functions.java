package dev.rowan.expression;

import dev.rowan.expression.Call.Nulls;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/** SQL functions and aggregates, for static import. A function is a signature and one line. */
public final class Functions {
    private Functions() {}

    /** {@code count()} is {@code count(*)}. */
    public static NumberExpression<Long> count() {
        return new Call.OfNumber<>("count_rows", SqlType.BIGINT, Nulls.NEVER);
    }

    /** {@code count(ORDER.NOTE)} is {@code count(note)}: how many are not NULL. */
    public static NumberExpression<Long> count(Expression<?> expression) {
        return new Call.OfNumber<>("count", SqlType.BIGINT, Nulls.NEVER, expression);
    }

    /** {@code countDistinct(ORDER.USER_ID)} is {@code count(distinct user_id)}. */
    public static NumberExpression<Long> countDistinct(Expression<?> expression) {
        return new Call.OfNumber<>("count_distinct", SqlType.BIGINT, Nulls.NEVER, expression);
    }

    /** {@code sum(ITEM.QUANTITY)} is {@code sum(quantity)}, exact and as wide as it takes; NULL if there is no row. */
    public static NumberExpression<@Nullable BigDecimal> sum(NumberExpression<?> number) {
        return new Call.OfNumber<>("sum", SqlType.DECIMAL, Nulls.ALWAYS_POSSIBLE, number);
    }

    /** {@code avg(ITEM.QUANTITY)} is the average in double precision; NULL if there is no row. */
    public static NumberExpression<@Nullable Double> avg(NumberExpression<?> number) {
        return new Call.OfNumber<>("avg", SqlType.DOUBLE, Nulls.ALWAYS_POSSIBLE, number);
    }

    /** {@code min(ITEM.QUANTITY)} is {@code min(quantity)}; NULL if there is no row. */
    public static <T extends @Nullable Number> NumberExpression<@Nullable T> min(NumberExpression<T> number) {
        return new Call.OfNumber<>("min", number.type(), Nulls.ALWAYS_POSSIBLE, number);
    }

    /** {@code min(USER.NAME)} is {@code min(name)}; NULL if there is no row. */
    public static <T extends @Nullable Object> ComparableExpression<@Nullable T> min(ComparableExpression<T> value) {
        return new Call.OfComparable<>("min", value.type(), Nulls.ALWAYS_POSSIBLE, value);
    }

    /** {@code max(ITEM.QUANTITY)} is {@code max(quantity)}; NULL if there is no row. */
    public static <T extends @Nullable Number> NumberExpression<@Nullable T> max(NumberExpression<T> number) {
        return new Call.OfNumber<>("max", number.type(), Nulls.ALWAYS_POSSIBLE, number);
    }

    /** {@code max(USER.NAME)} is {@code max(name)}; NULL if there is no row. */
    public static <T extends @Nullable Object> ComparableExpression<@Nullable T> max(ComparableExpression<T> value) {
        return new Call.OfComparable<>("max", value.type(), Nulls.ALWAYS_POSSIBLE, value);
    }

    /** {@code lower(USER.EMAIL)} is {@code lower(email)}. */
    public static <T extends @Nullable String> TextExpression<T> lower(TextExpression<T> text) {
        return new Call.OfText<>("lower", text.type(), Nulls.IF_ANY_ARGUMENT_IS, text);
    }

    /** {@code upper(USER.EMAIL)} is {@code upper(email)}. */
    public static <T extends @Nullable String> TextExpression<T> upper(TextExpression<T> text) {
        return new Call.OfText<>("upper", text.type(), Nulls.IF_ANY_ARGUMENT_IS, text);
    }

    /** {@code length(USER.NAME)} is {@code char_length(name)}: its characters. */
    public static NumberExpression<Integer> length(TextExpression<String> text) {
        return new Call.OfNumber<>("char_length", SqlType.INTEGER, Nulls.IF_ANY_ARGUMENT_IS, text);
    }

    /** {@code concat(USER.FIRST, USER.LAST)} is {@code first || last}; NULL if one of them is. */
    public static <T extends @Nullable String> TextExpression<T> concat(
            TextExpression<T> left, TextExpression<T> right) {
        return new Call.OfText<>("concat", left.type(), Nulls.IF_ANY_ARGUMENT_IS, left, right);
    }

    /** {@code coalesce(ORDER.NOTE, "")} is {@code coalesce(note, ?)}: the value, or another where it is NULL. */
    public static TextExpression<String> coalesce(TextExpression<?> text, String otherwise) {
        return new Call.OfText<>(
                "coalesce", SqlType.TEXT, Nulls.IF_ALL_ARGUMENTS_ARE, text, BoundValue.of(SqlType.TEXT, otherwise));
    }

    /** {@code coalesce(sum(ITEM.QUANTITY), ZERO)} is {@code coalesce(sum(quantity), ?)}. */
    public static <T extends @Nullable Number> NumberExpression<@NonNull T> coalesce(
            NumberExpression<T> number, @NonNull T otherwise) {
        return new Call.OfNumber<>(
                "coalesce", number.type(), Nulls.IF_ALL_ARGUMENTS_ARE, number, BoundValue.of(number.type(), otherwise));
    }

    /**
     * States that an expression is never NULL where the tree cannot know it: a column of an outer-joined table in a query
     * whose {@code where} leaves only matches. In SQL it is the expression itself; a NULL that comes nevertheless is a
     * {@link dev.rowan.error.DecodeException}.
     */
    public static <T> Expression<T> notNull(Expression<? extends @Nullable T> expression) {
        return new DeclaredNullability<>(expression, false);
    }

    /** The expression with a nullable type, as a column of an outer-joined table has it. In SQL it is the same. */
    public static <T> Expression<@Nullable T> nullable(Expression<T> expression) {
        return new DeclaredNullability<>(expression, true);
    }
}
