package dev.rowan.expression;

import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of text, part of {@link Functions}. Positions and lengths count characters, the first position is 1. */
public abstract sealed class TextFunctions extends NumberFunctions permits JsonFunctions {
    TextFunctions() {}

    private static <T extends @Nullable String> TextExpression<T> text(
            String function, TextExpression<T> text, Expression<?>... more) {
        Expression<?>[] arguments = new Expression<?>[more.length + 1];
        arguments[0] = text;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new Typed.OfText<>(Call.of(function, arguments), text.type());
    }

    private static BoundValue<Integer> count(String what, int number) {
        if (number < 0) {
            throw new IllegalArgumentException("expected a " + what + " of 0 or more, got " + number);
        }
        return BoundValue.of(SqlType.INTEGER, number);
    }

    private static BoundValue<String> bound(String text) {
        return BoundValue.of(SqlType.TEXT, text);
    }

    /** {@code lower(USER.EMAIL)} is {@code lower(email)}. */
    public static <T extends @Nullable String> TextExpression<T> lower(TextExpression<T> text) {
        return text("lower", text);
    }

    /** {@code upper(USER.EMAIL)} is {@code upper(email)}. */
    public static <T extends @Nullable String> TextExpression<T> upper(TextExpression<T> text) {
        return text("upper", text);
    }

    /** {@code length(USER.NAME)} is {@code char_length(name)}: its characters. */
    public static NumberExpression<Integer> length(TextExpression<?> text) {
        return new Typed.OfNumber<>(Call.of("char_length", text), SqlType.INTEGER);
    }

    /** {@code concat(USER.FIRST, USER.LAST)} is {@code first || last}; NULL if one of them is. */
    public static <T extends @Nullable String> TextExpression<T> concat(
            TextExpression<T> left, TextExpression<T> right) {
        return text("concat", left, right);
    }

    /** {@code concat(USER.NAME, "!")} is {@code name || ?}; NULL if the expression is. */
    public static <T extends @Nullable String> TextExpression<T> concat(TextExpression<T> left, String right) {
        return text("concat", left, bound(right));
    }

    /** {@code concat("Dear ", USER.NAME)} is {@code ? || name}; NULL if the expression is. */
    public static <T extends @Nullable String> TextExpression<T> concat(String left, TextExpression<T> right) {
        return new Typed.OfText<>(Call.of("concat", bound(left), right), right.type());
    }

    /** {@code substring(USER.PHONE, 1, 2)} is {@code substring(phone from ? for ?)}: two characters from the first one. */
    public static <T extends @Nullable String> TextExpression<T> substring(
            TextExpression<T> text, int from, int length) {
        return text("substring", text, position(from), count("length", length));
    }

    /** {@code substring(USER.PHONE, 3)} is {@code substring(phone from ?)}: all from the third character. */
    public static <T extends @Nullable String> TextExpression<T> substring(TextExpression<T> text, int from) {
        return text("substring_from", text, position(from));
    }

    private static BoundValue<Integer> position(int from) {
        if (from < 1) {
            throw new IllegalArgumentException("expected a position of 1 or more, got " + from);
        }
        return BoundValue.of(SqlType.INTEGER, from);
    }

    /** {@code left(USER.NAME, 3)} is {@code left(name, ?)}: the first characters. */
    public static <T extends @Nullable String> TextExpression<T> left(TextExpression<T> text, int length) {
        return text("left", text, count("length", length));
    }

    /** {@code right(USER.NAME, 3)} is {@code right(name, ?)}: the last characters. */
    public static <T extends @Nullable String> TextExpression<T> right(TextExpression<T> text, int length) {
        return text("right", text, count("length", length));
    }

    /** {@code position("@", USER.EMAIL)} is {@code position(? in email)}: where it stands first, 0 if nowhere. */
    public static NumberExpression<Integer> position(String part, TextExpression<?> text) {
        return new Typed.OfNumber<>(Call.of("position", bound(part), text), SqlType.INTEGER);
    }

    /** {@code replace(USER.PHONE, " ", "")} is {@code replace(phone, ?, ?)}: each place where the part stands. */
    public static <T extends @Nullable String> TextExpression<T> replace(
            TextExpression<T> text, String part, String by) {
        return text("replace", text, bound(part), bound(by));
    }

    /** {@code trim(USER.NAME)} is {@code trim(name)}: without spaces at both ends. */
    public static <T extends @Nullable String> TextExpression<T> trim(TextExpression<T> text) {
        return text("trim", text);
    }

    /** {@code ltrim(USER.NAME)} is {@code ltrim(name)}: without spaces in front. */
    public static <T extends @Nullable String> TextExpression<T> ltrim(TextExpression<T> text) {
        return text("ltrim", text);
    }

    /** {@code rtrim(USER.NAME)} is {@code rtrim(name)}: without spaces at the end. */
    public static <T extends @Nullable String> TextExpression<T> rtrim(TextExpression<T> text) {
        return text("rtrim", text);
    }

    /** {@code lpad(USER.CODE, 5, "0")} is {@code lpad(code, ?, ?)}: filled in front, or cut, to the length. */
    public static <T extends @Nullable String> TextExpression<T> lpad(TextExpression<T> text, int length, String fill) {
        return text("lpad", text, count("length", length), filling(fill));
    }

    /** {@code rpad(USER.CODE, 5, "0")} is {@code rpad(code, ?, ?)}: filled at the end, or cut, to the length. */
    public static <T extends @Nullable String> TextExpression<T> rpad(TextExpression<T> text, int length, String fill) {
        return text("rpad", text, count("length", length), filling(fill));
    }

    private static BoundValue<String> filling(String fill) {
        if (fill.isEmpty()) {
            throw new IllegalArgumentException("expected a text to fill with, got an empty one");
        }
        return bound(fill);
    }

    /** {@code repeat(USER.NAME, 3)} is {@code repeat(name, ?)}: so many times in a row. */
    public static <T extends @Nullable String> TextExpression<T> repeat(TextExpression<T> text, int times) {
        return text("repeat", text, count("number of times", times));
    }

    /** {@code fullText(POST.TITLE, POST.BODY).matches("quick fox")}: columns in which words are looked for. */
    public static FullText fullText(TextExpression<?> first, TextExpression<?>... rest) {
        List<Expression<?>> texts = new ArrayList<>();
        texts.add(first);
        texts.addAll(Arrays.asList(rest));
        return new FullText(List.copyOf(texts));
    }
}
