package dev.rowan.expression;

import dev.rowan.type.SqlType;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions that exist only over a window, part of {@link Functions}. */
public abstract sealed class WindowFunctions extends JsonFunctions permits Functions {
    WindowFunctions() {}

    private static WindowFunction<NumberExpression<Long>> number(String function, Expression<?>... arguments) {
        return new WindowFunction<>(
                function, Nullability.NEVER, List.of(arguments), node -> new Typed.OfNumber<>(node, SqlType.BIGINT));
    }

    private static WindowFunction<NumberExpression<Double>> fraction(String function) {
        return new WindowFunction<>(
                function, Nullability.NEVER, List.of(), node -> new Typed.OfNumber<>(node, SqlType.DOUBLE));
    }

    /** {@code rowNumber().over(Window.by(ORDER.ID.asc()))} is {@code row_number() over (order by id asc)}. */
    public static WindowFunction<NumberExpression<Long>> rowNumber() {
        return number("row_number");
    }

    /** {@code rank().over(…)}: the place, where equals share one and leave a gap after it. */
    public static WindowFunction<NumberExpression<Long>> rank() {
        return number("rank");
    }

    /** {@code denseRank().over(…)}: the place, where equals share one and leave no gap. */
    public static WindowFunction<NumberExpression<Long>> denseRank() {
        return number("dense_rank");
    }

    /** {@code percentRank().over(…)}: {@code (rank - 1) / (rows - 1)}, from 0 to 1. */
    public static WindowFunction<NumberExpression<Double>> percentRank() {
        return fraction("percent_rank");
    }

    /** {@code cumeDist().over(…)}: the part of the rows that come before or with this one, up to 1. */
    public static WindowFunction<NumberExpression<Double>> cumeDist() {
        return fraction("cume_dist");
    }

    /** {@code ntile(4).over(…)}: in which of four parts of nearly equal size the row is, from 1. */
    public static WindowFunction<NumberExpression<Long>> ntile(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("expected 1 part or more, got " + parts);
        }
        return number("ntile", BoundValue.of(SqlType.INTEGER, parts));
    }

    /** {@code lag(ORDER.TOTAL, 1).over(…)}: the value so many rows before; NULL if there is none. */
    public static <T extends @Nullable Number> WindowFunction<NumberExpression<@Nullable T>> lag(
            NumberExpression<T> number, int rows) {
        return ofNumber("lag", number, rows);
    }

    /** {@code lag(ORDER.NOTE, 1).over(…)}: the value so many rows before; NULL if there is none. */
    public static <T extends @Nullable String> WindowFunction<TextExpression<@Nullable T>> lag(
            TextExpression<T> text, int rows) {
        return ofText("lag", text, rows);
    }

    /** {@code lag(ORDER.CREATED_AT, 1).over(…)}: the value so many rows before; NULL if there is none. */
    public static <T extends @Nullable Temporal> WindowFunction<TemporalExpression<@Nullable T>> lag(
            TemporalExpression<T> time, int rows) {
        return ofTemporal("lag", time, rows);
    }

    /** {@code lead(ORDER.TOTAL, 1).over(…)}: the value so many rows after; NULL if there is none. */
    public static <T extends @Nullable Number> WindowFunction<NumberExpression<@Nullable T>> lead(
            NumberExpression<T> number, int rows) {
        return ofNumber("lead", number, rows);
    }

    /** {@code lead(ORDER.NOTE, 1).over(…)}: the value so many rows after; NULL if there is none. */
    public static <T extends @Nullable String> WindowFunction<TextExpression<@Nullable T>> lead(
            TextExpression<T> text, int rows) {
        return ofText("lead", text, rows);
    }

    /** {@code lead(ORDER.CREATED_AT, 1).over(…)}: the value so many rows after; NULL if there is none. */
    public static <T extends @Nullable Temporal> WindowFunction<TemporalExpression<@Nullable T>> lead(
            TemporalExpression<T> time, int rows) {
        return ofTemporal("lead", time, rows);
    }

    /** {@code firstValue(ORDER.TOTAL).over(…)}: the value in the first row of the frame. */
    public static <T extends @Nullable Number> WindowFunction<NumberExpression<@Nullable T>> firstValue(
            NumberExpression<T> number) {
        return ofNumber("first_value", number);
    }

    /** {@code firstValue(ORDER.NOTE).over(…)}: the value in the first row of the frame. */
    public static <T extends @Nullable String> WindowFunction<TextExpression<@Nullable T>> firstValue(
            TextExpression<T> text) {
        return ofText("first_value", text);
    }

    /** {@code firstValue(ORDER.CREATED_AT).over(…)}: the value in the first row of the frame. */
    public static <T extends @Nullable Temporal> WindowFunction<TemporalExpression<@Nullable T>> firstValue(
            TemporalExpression<T> time) {
        return ofTemporal("first_value", time);
    }

    /** {@code lastValue(ORDER.TOTAL).over(…)}: the value in the last row of the frame, which by default is the current row. */
    public static <T extends @Nullable Number> WindowFunction<NumberExpression<@Nullable T>> lastValue(
            NumberExpression<T> number) {
        return ofNumber("last_value", number);
    }

    /** {@code lastValue(ORDER.NOTE).over(…)}: the value in the last row of the frame, which by default is the current row. */
    public static <T extends @Nullable String> WindowFunction<TextExpression<@Nullable T>> lastValue(
            TextExpression<T> text) {
        return ofText("last_value", text);
    }

    /** {@code lastValue(ORDER.PAID_AT).over(…)}: the value in the last row of the frame, by default the current row. */
    public static <T extends @Nullable Temporal> WindowFunction<TemporalExpression<@Nullable T>> lastValue(
            TemporalExpression<T> time) {
        return ofTemporal("last_value", time);
    }

    /** {@code nthValue(ORDER.TOTAL, 2).over(…)}: the value in the second row of the frame; NULL if there is none. */
    public static <T extends @Nullable Number> WindowFunction<NumberExpression<@Nullable T>> nthValue(
            NumberExpression<T> number, int row) {
        return ofNumber("nth_value", number, requirePositive(row));
    }

    /** {@code nthValue(ORDER.NOTE, 2).over(…)}: the value in the second row of the frame; NULL if there is none. */
    public static <T extends @Nullable String> WindowFunction<TextExpression<@Nullable T>> nthValue(
            TextExpression<T> text, int row) {
        return ofText("nth_value", text, requirePositive(row));
    }

    private static int requirePositive(int row) {
        if (row < 1) {
            throw new IllegalArgumentException("expected row 1 or a later one, got " + row);
        }
        return row;
    }

    private static <T extends @Nullable Number> WindowFunction<NumberExpression<@Nullable T>> ofNumber(
            String function, NumberExpression<T> number, int... rows) {
        return new WindowFunction<>(
                function, Nullability.POSSIBLE, arguments(number, rows), n -> new Typed.OfNumber<>(n, number.type()));
    }

    private static <T extends @Nullable String> WindowFunction<TextExpression<@Nullable T>> ofText(
            String function, TextExpression<T> text, int... rows) {
        return new WindowFunction<>(
                function, Nullability.POSSIBLE, arguments(text, rows), n -> new Typed.OfText<>(n, text.type()));
    }

    private static <T extends @Nullable Temporal> WindowFunction<TemporalExpression<@Nullable T>> ofTemporal(
            String function, TemporalExpression<T> time, int... rows) {
        return new WindowFunction<>(
                function, Nullability.POSSIBLE, arguments(time, rows), n -> new Typed.OfTemporal<>(n, time.type()));
    }

    private static List<Expression<?>> arguments(Expression<?> value, int... rows) {
        return rows.length == 0 ? List.of(value) : List.of(value, BoundValue.of(SqlType.INTEGER, rows[0]));
    }
}
