package dev.rowan.expression;

import dev.rowan.type.Json;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The aggregates, part of {@link Functions}. */
public abstract sealed class Aggregates permits NumberFunctions {
    Aggregates() {}

    /** {@code count()} is {@code count(*)}. */
    public static NumberAggregate<Long> count() {
        return new Typed.OfNumber<>(Aggregate.of("count", false), SqlType.BIGINT);
    }

    /** {@code count(ORDER.NOTE)} is {@code count(note)}: how many are not NULL. */
    public static NumberAggregate<Long> count(Expression<?> expression) {
        return new Typed.OfNumber<>(Aggregate.of("count", false, expression), SqlType.BIGINT);
    }

    /** {@code countDistinct(ORDER.USER_ID)} is {@code count(distinct user_id)}. */
    public static NumberAggregate<Long> countDistinct(Expression<?> expression) {
        return new Typed.OfNumber<>(Aggregate.of("count", false, expression).onlyDistinct(), SqlType.BIGINT);
    }

    /** {@code sum(ITEM.QUANTITY)} is {@code sum(quantity)}, exact and as wide as it takes; NULL if there is no row. */
    public static NumberAggregate<@Nullable BigDecimal> sum(NumberExpression<?> number) {
        return new Typed.OfNumber<>(Aggregate.of("sum", true, number), SqlType.DECIMAL);
    }

    /** {@code sumDistinct(ITEM.QUANTITY)} is {@code sum(distinct quantity)}; NULL if there is no row. */
    public static NumberAggregate<@Nullable BigDecimal> sumDistinct(NumberExpression<?> number) {
        return new Typed.OfNumber<>(Aggregate.of("sum", true, number).onlyDistinct(), SqlType.DECIMAL);
    }

    /** {@code avg(ITEM.QUANTITY)} is the average in double precision; NULL if there is no row. */
    public static NumberAggregate<@Nullable Double> avg(NumberExpression<?> number) {
        return new Typed.OfNumber<>(Aggregate.of("avg", true, number.cast(SqlType.DOUBLE)), SqlType.DOUBLE);
    }

    /** {@code min(ITEM.QUANTITY)} is {@code min(quantity)}; NULL if there is no row. */
    public static <T extends @Nullable Number> NumberAggregate<@Nullable T> min(NumberExpression<T> number) {
        return new Typed.OfNumber<>(Aggregate.of("min", true, number), number.type());
    }

    /** {@code min(USER.NAME)} is {@code min(name)}; NULL if there is no row. */
    public static <T extends @Nullable String> TextAggregate<@Nullable T> min(TextExpression<T> text) {
        return new Typed.OfText<>(Aggregate.of("min", true, text), text.type());
    }

    /** {@code min(ORDER.CREATED_AT)} is {@code min(created_at)}; NULL if there is no row. */
    public static <T extends @Nullable Temporal> TemporalAggregate<@Nullable T> min(TemporalExpression<T> time) {
        return new Typed.OfTemporal<>(Aggregate.of("min", true, time), time.type());
    }

    /** {@code max(ITEM.QUANTITY)} is {@code max(quantity)}; NULL if there is no row. */
    public static <T extends @Nullable Number> NumberAggregate<@Nullable T> max(NumberExpression<T> number) {
        return new Typed.OfNumber<>(Aggregate.of("max", true, number), number.type());
    }

    /** {@code max(USER.NAME)} is {@code max(name)}; NULL if there is no row. */
    public static <T extends @Nullable String> TextAggregate<@Nullable T> max(TextExpression<T> text) {
        return new Typed.OfText<>(Aggregate.of("max", true, text), text.type());
    }

    /** {@code max(ORDER.CREATED_AT)} is {@code max(created_at)}; NULL if there is no row. */
    public static <T extends @Nullable Temporal> TemporalAggregate<@Nullable T> max(TemporalExpression<T> time) {
        return new Typed.OfTemporal<>(Aggregate.of("max", true, time), time.type());
    }

    /** {@code every(USER.ACTIVE)} is {@code every(active)}: whether it is true in each row; NULL if there is no row. */
    public static BooleanAggregate<@Nullable Boolean> every(BooleanExpression<?> value) {
        return new Typed.OfBoolean<>(Aggregate.of("every", true, value), SqlType.BOOLEAN);
    }

    /** {@code some(USER.ACTIVE)} is {@code bool_or(active)}: whether it is true in a row; NULL if there is no row. */
    public static BooleanAggregate<@Nullable Boolean> some(BooleanExpression<?> value) {
        return new Typed.OfBoolean<>(Aggregate.of("some", true, value), SqlType.BOOLEAN);
    }

    /**
     * {@code stringAgg(USER.NAME, ", ", USER.ID.asc())} is {@code string_agg(name, ', ' order by id asc)}: the texts that are
     * not NULL, joined; NULL if there is none. Without an order any will do.
     */
    public static TextAggregate<@Nullable String> stringAgg(
            TextExpression<?> text, String separator, SortKey... order) {
        BoundValue<String> between = BoundValue.of(SqlType.TEXT, separator);
        return new Typed.OfText<>(
                Aggregate.of("string_agg", true, text, between).orderedBy(order), SqlType.TEXT);
    }

    /**
     * {@code jsonArrayAgg(DOC.DATA, DOC.ID.asc())} is {@code jsonb_agg(data order by id)}: an array of the values, with the JSON
     * {@code null} for NULL; NULL if there is no row. Without an order any will do.
     */
    public static JsonAggregate<@Nullable Json> jsonArrayAgg(JsonExpression<?> json, SortKey... order) {
        return new Typed.OfJson<>(Aggregate.of("json_array_agg", true, json).orderedBy(order), SqlType.JSON);
    }

    /** {@code stddevPop(ITEM.QUANTITY)} is the standard deviation of the rows; NULL if there is no row. */
    public static NumberAggregate<@Nullable Double> stddevPop(NumberExpression<?> number) {
        return statistic("stddev_pop", number);
    }

    /** {@code stddevSamp(ITEM.QUANTITY)} is the standard deviation that a sample suggests; NULL of fewer than two rows. */
    public static NumberAggregate<@Nullable Double> stddevSamp(NumberExpression<?> number) {
        return statistic("stddev_samp", number);
    }

    /** {@code varPop(ITEM.QUANTITY)} is the variance of the rows; NULL if there is no row. */
    public static NumberAggregate<@Nullable Double> varPop(NumberExpression<?> number) {
        return statistic("var_pop", number);
    }

    /** {@code varSamp(ITEM.QUANTITY)} is the variance that a sample suggests; NULL of fewer than two rows. */
    public static NumberAggregate<@Nullable Double> varSamp(NumberExpression<?> number) {
        return statistic("var_samp", number);
    }

    private static NumberAggregate<@Nullable Double> statistic(String function, NumberExpression<?> number) {
        return new Typed.OfNumber<>(Aggregate.of(function, true, number.cast(SqlType.DOUBLE)), SqlType.DOUBLE);
    }

    /**
     * {@code percentileCont(0.5, ITEM.PRICE)} is {@code percentile_cont(0.5) within group (order by price)}: the median,
     * between two rows if it must; NULL if there is no row.
     *
     * @param fraction 0 to 1
     */
    public static NumberAggregate<@Nullable Double> percentileCont(double fraction, NumberExpression<?> number) {
        return new Typed.OfNumber<>(
                Aggregate.of(
                        "percentile_cont",
                        true,
                        number.cast(SqlType.DOUBLE),
                        BoundValue.of(SqlType.DOUBLE, requireFraction(fraction))),
                SqlType.DOUBLE);
    }

    /**
     * {@code percentileDisc(0.5, ITEM.PRICE)} is {@code percentile_disc(0.5) within group (order by price)}: the first value
     * at or past that part of the rows; NULL if there is no row.
     *
     * @param fraction 0 to 1
     */
    public static <T extends @Nullable Number> NumberAggregate<@Nullable T> percentileDisc(
            double fraction, NumberExpression<T> number) {
        return new Typed.OfNumber<>(
                Aggregate.of("percentile_disc", true, number, BoundValue.of(SqlType.DOUBLE, requireFraction(fraction))),
                number.type());
    }

    private static double requireFraction(double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("expected a fraction from 0 to 1, got " + fraction);
        }
        return fraction;
    }

    /**
     * {@code arrayAgg(USER.NAME, USER.ID.asc())} is {@code array_agg(name order by id asc)}: an array of the values, the NULLs
     * among them too; NULL if there is no row. Without an order any will do.
     */
    public static <E> ArrayAggregate<E> arrayAgg(Expression<? extends @Nullable E> expression, SortKey... order) {
        return arrays(Aggregate.of("array_agg", true, expression).orderedBy(order), expression);
    }

    /**
     * {@code arrayAggDistinct(USER.NAME, USER.NAME.asc())} is {@code array_agg(distinct name order by name asc)}: each value
     * once, NULL too; NULL if there is no row. An order must be one of the expression itself.
     */
    public static <E> ArrayAggregate<E> arrayAggDistinct(
            Expression<? extends @Nullable E> expression, SortKey... order) {
        return arrays(Aggregate.of("array_agg", true, expression).onlyDistinct().orderedBy(order), expression);
    }

    /** {@code array(scalar(…)).length()}: an expression whose value is an array, with the operators of one. */
    public static <E> ArrayExpression<E> array(Expression<? extends @Nullable List<@Nullable E>> expression) {
        @SuppressWarnings("unchecked") // only the nullness differs
        SqlType<List<@Nullable E>> type = (SqlType<List<@Nullable E>>) expression.type();
        return new Typed.OfArray<>(expression, type);
    }

    @SuppressWarnings("unchecked") // only the nullness differs
    private static <E> ArrayAggregate<E> arrays(Aggregate aggregate, Expression<? extends @Nullable E> expression) {
        return new Typed.OfArray<>(aggregate, SqlType.array((SqlType<E>) expression.type()));
    }
}
