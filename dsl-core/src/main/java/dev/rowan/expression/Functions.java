package dev.rowan.expression;

import dev.rowan.type.Json;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * SQL functions, aggregates, choices and values, for static import. A function is a signature and one line. What a database
 * lacks is emulated with the same result, or refused before anything is sent.
 */
public final class Functions extends WindowFunctions {
    private static final Pattern FUNCTION_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");

    /** Begins the name of a function that no dialect knows. */
    public static final String UNKNOWN = "*";

    private Functions() {}

    /** {@code value(1)} is {@code ?} as an integer: a value where an expression is asked for. */
    public static NumberExpression<Integer> value(int value) {
        return new Typed.OfNumber<>(literal(SqlType.INTEGER, value), SqlType.INTEGER);
    }

    /** {@code value(1L)} is {@code ?} as a bigint. */
    public static NumberExpression<Long> value(long value) {
        return new Typed.OfNumber<>(literal(SqlType.BIGINT, value), SqlType.BIGINT);
    }

    /** {@code value(0.5)} is {@code ?} in double precision. */
    public static NumberExpression<Double> value(double value) {
        return new Typed.OfNumber<>(literal(SqlType.DOUBLE, value), SqlType.DOUBLE);
    }

    /** {@code value(new BigDecimal("0.1"))} is {@code ?} as a decimal. */
    public static NumberExpression<BigDecimal> value(BigDecimal value) {
        return new Typed.OfNumber<>(literal(SqlType.DECIMAL, value), SqlType.DECIMAL);
    }

    /** {@code value("a")} is {@code ?} as text. */
    public static TextExpression<String> value(String value) {
        return new Typed.OfText<>(literal(SqlType.TEXT, value), SqlType.TEXT);
    }

    /** {@code value(true)} is {@code ?} as a truth value. */
    public static BooleanExpression<Boolean> value(boolean value) {
        return new Typed.OfBoolean<>(literal(SqlType.BOOLEAN, value), SqlType.BOOLEAN);
    }

    /** {@code value(LocalDate.EPOCH)} is {@code ?} as a date. */
    public static TemporalExpression<LocalDate> value(LocalDate value) {
        return new Typed.OfTemporal<>(literal(SqlType.DATE, value), SqlType.DATE);
    }

    /** {@code value(LocalTime.NOON)} is {@code ?} as a time. */
    public static TemporalExpression<LocalTime> value(LocalTime value) {
        return new Typed.OfTemporal<>(literal(SqlType.TIME, value), SqlType.TIME);
    }

    /** {@code value(LocalDateTime.now())} is {@code ?} as a timestamp without a zone. */
    public static TemporalExpression<LocalDateTime> value(LocalDateTime value) {
        return new Typed.OfTemporal<>(literal(SqlType.TIMESTAMP, value), SqlType.TIMESTAMP);
    }

    /** {@code value(Instant.EPOCH)} is {@code ?} as a point on the time line. */
    public static TemporalExpression<Instant> value(Instant value) {
        return new Typed.OfTemporal<>(literal(SqlType.INSTANT, value), SqlType.INSTANT);
    }

    /** {@code value(Json.NULL)} is {@code ?} as JSON. */
    public static JsonExpression<Json> value(Json value) {
        return new Typed.OfJson<>(literal(SqlType.JSON, value), SqlType.JSON);
    }

    /** {@code value(MONEY, price)} is {@code ?} of any type; null is SQL NULL. */
    public static <T> Expression<@Nullable T> value(SqlType<T> type, @Nullable T value) {
        return new Typed.OfAny<>(new Literal(new BoundValue<@Nullable T>(type, value)), type);
    }

    /** {@code value(USER.AGE.lt(18))} is {@code age < ?} as a value: true, false, or NULL where it is unknown. */
    public static BooleanExpression<@Nullable Boolean> value(Condition condition) {
        return new Typed.OfBoolean<>(new ConditionValue(Condition.saying(condition)), SqlType.BOOLEAN);
    }

    private static <T> Literal literal(SqlType<T> type, T value) {
        return new Literal(BoundValue.of(type, value));
    }

    /** {@code number(scalar(…)).plus(1)}: an expression whose value is a number, with the operators of one. */
    public static <T extends @Nullable Number> NumberExpression<T> number(Expression<T> expression) {
        return new Typed.OfNumber<>(expression, expression.type());
    }

    /** {@code text(scalar(…)).like("a%")}: an expression whose value is text, with the operators of one. */
    public static <T extends @Nullable String> TextExpression<T> text(Expression<T> expression) {
        return new Typed.OfText<>(expression, expression.type());
    }

    /** {@code temporal(scalar(…)).lt(now())}: an expression whose value is a date or a time, with the operators of one. */
    public static <T extends @Nullable Temporal> TemporalExpression<T> temporal(Expression<T> expression) {
        return new Typed.OfTemporal<>(expression, expression.type());
    }

    /** {@code json(scalar(…)).path("city")}: an expression whose value is JSON, with the operators of one. */
    public static <T extends @Nullable Json> JsonExpression<T> json(Expression<T> expression) {
        return new Typed.OfJson<>(expression, expression.type());
    }

    /** {@code scalar(select(max(ORDER.ID)).from(ORDER))} is {@code (select max(id) from orders)}; NULL if it has no row. */
    public static <T extends @Nullable Object> Expression<@Nullable T> scalar(Subquery<T> subquery) {
        return new Typed.OfAny<>(new ScalarSubquery(subquery), subquery.valueType());
    }

    /** {@code ITEM.PRICE.lt(any(select(PRODUCT.PRICE).from(PRODUCT)))} is {@code price < any (select …)}. */
    public static <T extends @Nullable Object> Quantified<T> any(Subquery<T> subquery) {
        return new Quantified<>(subquery, false);
    }

    /** {@code ITEM.PRICE.lt(all(select(PRODUCT.PRICE).from(PRODUCT)))} is {@code price < all (select …)}. */
    public static <T extends @Nullable Object> Quantified<T> all(Subquery<T> subquery) {
        return new Quantified<>(subquery, true);
    }

    /** {@code when(STOCK.eq(0), PRICE).otherwise(COST)} is {@code case when stock = ? then price else cost end}. */
    public static <T extends @Nullable Number>
            Case<@NonNull T, NumberExpression<T>, NumberExpression<@Nullable T>> when(
                    Condition condition, NumberExpression<T> result) {
        SqlType<@NonNull T> type = result.type();
        return new Case<@NonNull T, NumberExpression<T>, NumberExpression<@Nullable T>>(
                        List.of(),
                        value -> new Typed.OfNumber<T>(BoundValue.of(type, value), type),
                        node -> new Typed.OfNumber<T>(node, type))
                .when(condition, result);
    }

    /** {@code when(STOCK.eq(0), "none").otherwise(NAME)} is {@code case when stock = ? then ? else name end}. */
    public static <T extends @Nullable String> Case<String, TextExpression<T>, TextExpression<@Nullable T>> when(
            Condition condition, TextExpression<T> result) {
        SqlType<@NonNull T> type = result.type();
        return new Case<String, TextExpression<T>, TextExpression<@Nullable T>>(
                        List.of(), Functions::textBranch, node -> new Typed.OfText<T>(node, type))
                .when(condition, result);
    }

    @SuppressWarnings("unchecked") // T is String, perhaps nullable
    private static <T extends @Nullable String> TextExpression<T> textBranch(String value) {
        return (TextExpression<T>)
                (TextExpression<?>) new Typed.OfText<>(BoundValue.of(SqlType.TEXT, value), SqlType.TEXT);
    }

    /** {@code when(PAID, CREATED_AT).otherwise(now())} is {@code case when paid then created_at else … end}. */
    public static <T extends @Nullable Temporal>
            Case<@NonNull T, TemporalExpression<T>, TemporalExpression<@Nullable T>> when(
                    Condition condition, TemporalExpression<T> result) {
        SqlType<@NonNull T> type = result.type();
        return new Case<@NonNull T, TemporalExpression<T>, TemporalExpression<@Nullable T>>(
                        List.of(),
                        value -> new Typed.OfTemporal<T>(BoundValue.of(type, value), type),
                        node -> new Typed.OfTemporal<T>(node, type))
                .when(condition, result);
    }

    /** {@code when(PAID, STATUS).otherwise(NEW)} is {@code case when paid then status else ? end}, of any type. */
    public static <T extends @Nullable Object> Case<@NonNull T, Expression<T>, Expression<@Nullable T>> when(
            Condition condition, Expression<T> result) {
        SqlType<@NonNull T> type = result.type();
        return new Case<@NonNull T, Expression<T>, Expression<@Nullable T>>(
                        List.of(),
                        value -> new Typed.OfAny<T>(BoundValue.of(type, value), type),
                        node -> new Typed.OfAny<T>(node, type))
                .when(condition, result);
    }

    /** {@code when(STOCK.eq(0), 1).otherwise(0)} is {@code case when stock = ? then ? else ? end}. */
    public static Case<Integer, NumberExpression<Integer>, NumberExpression<@Nullable Integer>> when(
            Condition condition, int result) {
        return when(condition, value(result));
    }

    /** {@code when(STOCK.eq(0), ZERO).otherwise(PRICE)} is {@code case when stock = ? then ? else price end}. */
    public static Case<BigDecimal, NumberExpression<BigDecimal>, NumberExpression<@Nullable BigDecimal>> when(
            Condition condition, BigDecimal result) {
        return when(condition, value(result));
    }

    /** {@code when(STOCK.eq(0), "none").otherwise("some")} is {@code case when stock = ? then ? else ? end}. */
    public static Case<String, TextExpression<String>, TextExpression<@Nullable String>> when(
            Condition condition, String result) {
        return when(condition, value(result));
    }

    /** {@code onlyWhere(ORDER.PAID, ORDER.TOTAL)} is {@code case when paid then total end}: NULL where it is not true. */
    public static <T extends @Nullable Object> Expression<@Nullable T> onlyWhere(
            Condition condition, Expression<T> expression) {
        CaseWhen.Branch branch = new CaseWhen.Branch(Condition.saying(condition), expression);
        return new Typed.OfAny<>(new CaseWhen(List.of(branch), null), expression.type());
    }

    /** {@code coalesce(ORDER.NOTE, "")} is {@code coalesce(note, ?)}: the value, or another where it is NULL. */
    public static <T extends @Nullable String> TextExpression<@NonNull T> coalesce(
            TextExpression<T> text, @NonNull T otherwise) {
        return new Typed.OfText<>(orValue(text, otherwise), text.type());
    }

    /** {@code coalesce(ORDER.NOTE, USER.NOTE)} is {@code coalesce(note, note)}: the first that is not NULL. */
    public static <T extends @Nullable String> TextExpression<T> coalesce(
            TextExpression<? extends @Nullable T> text, TextExpression<T> otherwise) {
        return new Typed.OfText<>(coalesced(text, otherwise), otherwise.type());
    }

    /** {@code coalesce(sum(ITEM.QUANTITY), ZERO)} is {@code coalesce(sum(quantity), ?)}. */
    public static <T extends @Nullable Number> NumberExpression<@NonNull T> coalesce(
            NumberExpression<T> number, @NonNull T otherwise) {
        return new Typed.OfNumber<>(orValue(number, otherwise), number.type());
    }

    /** {@code coalesce(ITEM.PRICE, PRODUCT.PRICE)} is {@code coalesce(price, price)}: the first that is not NULL. */
    public static <T extends @Nullable Number> NumberExpression<T> coalesce(
            NumberExpression<? extends @Nullable T> number, NumberExpression<T> otherwise) {
        return new Typed.OfNumber<>(coalesced(number, otherwise), otherwise.type());
    }

    /** {@code coalesce(ORDER.PAID_AT, Instant.EPOCH)} is {@code coalesce(paid_at, ?)}. */
    public static <T extends @Nullable Temporal> TemporalExpression<@NonNull T> coalesce(
            TemporalExpression<T> time, @NonNull T otherwise) {
        return new Typed.OfTemporal<>(orValue(time, otherwise), time.type());
    }

    /** {@code coalesce(ORDER.PAID_AT, ORDER.CREATED_AT)} is {@code coalesce(paid_at, created_at)}. */
    public static <T extends @Nullable Temporal> TemporalExpression<T> coalesce(
            TemporalExpression<? extends @Nullable T> time, TemporalExpression<T> otherwise) {
        return new Typed.OfTemporal<>(coalesced(time, otherwise), otherwise.type());
    }

    /** {@code coalesce(USER.ACTIVE, false)} is {@code coalesce(active, ?)}. */
    public static <T extends @Nullable Boolean> BooleanExpression<@NonNull T> coalesce(
            BooleanExpression<T> truth, @NonNull T otherwise) {
        return new Typed.OfBoolean<>(orValue(truth, otherwise), truth.type());
    }

    /** {@code coalesce(USER.ACTIVE, USER.INVITED)} is {@code coalesce(active, invited)}. */
    public static <T extends @Nullable Boolean> BooleanExpression<T> coalesce(
            BooleanExpression<? extends @Nullable T> truth, BooleanExpression<T> otherwise) {
        return new Typed.OfBoolean<>(coalesced(truth, otherwise), otherwise.type());
    }

    /** {@code coalesce(DOC.DATA, Json.NULL)} is {@code coalesce(data, ?)}. */
    public static <T extends @Nullable Json> JsonExpression<@NonNull T> coalesce(
            JsonExpression<T> json, @NonNull T otherwise) {
        Literal literal = literal(json.type(), otherwise); // JSON of which nothing tells the type may be a text
        return new Typed.OfJson<>(coalesced(json, new Typed.OfJson<>(literal, json.type())), json.type());
    }

    /** {@code coalesce(ORDER.STATUS, Status.NEW)} is {@code coalesce(status, ?)}: of any type, such as an enum or a UUID. */
    public static <T extends @Nullable Object> Expression<@NonNull T> coalesce(
            Expression<T> expression, @NonNull T otherwise) {
        return new Typed.OfAny<>(orValue(expression, otherwise), expression.type());
    }

    /** {@code coalesce(ORDER.STATUS, OTHER.STATUS)} is {@code coalesce(status, status)}: of any type. */
    public static <T extends @Nullable Object> Expression<T> coalesce(
            Expression<? extends @Nullable T> expression, Expression<T> otherwise) {
        return new Typed.OfAny<>(coalesced(expression, otherwise), otherwise.type());
    }

    private static <T extends @Nullable Object> Call orValue(Expression<T> expression, @NonNull T otherwise) {
        return coalesced(expression, BoundValue.of(expression.type(), otherwise));
    }

    private static Call coalesced(Expression<?> first, Expression<?> second) {
        return Call.of("coalesce", Nullability.IF_ALL_ARGUMENTS_ARE, first, second);
    }

    /** {@code nullIf(ORDER.NOTE, "")} is {@code nullif(note, ?)}: NULL where it is that value. */
    public static TextExpression<@Nullable String> nullIf(TextExpression<?> text, String value) {
        return new Typed.OfText<>(
                Call.of("nullif", Nullability.POSSIBLE, text, BoundValue.of(SqlType.TEXT, value)), SqlType.TEXT);
    }

    /** {@code nullIf(ITEM.QUANTITY, 0)} is {@code nullif(quantity, ?)}: NULL where it is that value. */
    public static <T extends @Nullable Number> NumberExpression<@Nullable T> nullIf(
            NumberExpression<T> number, long value) {
        Expression<?> bound = BoundValue.ofNumber(number.type(), value);
        return new Typed.OfNumber<>(Call.of("nullif", Nullability.POSSIBLE, number, bound), number.type());
    }

    /** {@code currentTimestamp()} is {@code current_timestamp}: when the transaction, or the statement, began. */
    public static TemporalExpression<Instant> currentTimestamp() {
        return new Typed.OfTemporal<>(Call.of("current_timestamp", Nullability.NEVER), SqlType.INSTANT);
    }

    /** {@code currentDate()} is the date of that moment in UTC, whatever the zone of the session is. */
    public static TemporalExpression<LocalDate> currentDate() {
        return new Typed.OfTemporal<>(Call.of("current_date", Nullability.NEVER), SqlType.DATE);
    }

    /** {@code castToText(ORDER.ID)} is {@code cast(id as text)}. */
    public static TextExpression<@Nullable String> castToText(Expression<?> expression) {
        return new Typed.OfText<>(new Cast(expression, SqlType.TEXT), SqlType.TEXT);
    }

    /** {@code castToNumber(USER.CODE, SqlType.INTEGER)} is {@code cast(code as integer)}; an error or 0 of other texts. */
    public static <N extends Number> NumberExpression<@Nullable N> castToNumber(
            TextExpression<?> text, SqlType<N> type) {
        return new Typed.OfNumber<>(new Cast(text, type), type);
    }

    /** {@code grouping(USER.CITY)} is {@code grouping(city)}: 1 in rows of a grouping without that key, else 0. */
    public static NumberExpression<Integer> grouping(Expression<?> key) {
        return new Typed.OfNumber<>(Aggregate.of("grouping", false, key), SqlType.INTEGER);
    }

    /**
     * {@code call("my_function", SqlType.INTEGER, USER.ID)} is {@code my_function(id)}: a function that Rowan does not know.
     *
     * @param name an identifier, which may be qualified by a schema
     * @throws IllegalArgumentException if it is something else
     */
    public static <T> Expression<@Nullable T> call(String name, SqlType<T> type, Expression<?>... arguments) {
        if (!FUNCTION_NAME.matcher(name).matches()) {
            throw FunctionName.refusal(name);
        }
        return new Typed.OfAny<>(Call.of(UNKNOWN + name, Nullability.POSSIBLE, arguments), type);
    }

    /** The condition that says nothing: {@code a.and(noCondition())} is {@code a}, {@code where(noCondition())} no where. */
    public static Condition noCondition() {
        return Neutral.CONDITION;
    }

    /** {@code where(ifPresent(name, USER.NAME::eq))}: the condition that a value makes, or {@link #noCondition()} if it is null. */
    public static <T> Condition ifPresent(@Nullable T value, Function<? super T, ? extends Condition> condition) {
        return value == null ? noCondition() : condition.apply(value);
    }

    /** {@code where(onlyIf(name != null, () -> USER.NAME.eq(name)))}: the condition, or {@link #noCondition()}. */
    public static Condition onlyIf(boolean applies, Supplier<? extends Condition> condition) {
        return applies ? Condition.required(condition.get()) : noCondition();
    }

    /** {@code allOf(conditions)} joins them by {@code and}; of none it is {@link #noCondition()}. */
    public static Condition allOf(Collection<? extends Condition> conditions) {
        Condition all = noCondition();
        for (Condition condition : conditions) {
            all = all.and(condition);
        }
        return all;
    }

    /** {@code anyOf(conditions)} joins them by {@code or}; of none it is false, as {@code in} of no value is; of neutral ones neutral. */
    public static Condition anyOf(Collection<? extends Condition> conditions) {
        if (conditions.isEmpty()) {
            return Truth.FALSE;
        }
        Condition any = noCondition();
        for (Condition condition : conditions) {
            any = any.or(condition);
        }
        return any;
    }

    /**
     * States that an expression is never NULL where the tree cannot know it: a column of an outer-joined table in a query
     * whose {@code where} leaves only matches. In SQL it is the expression itself; a NULL that comes nevertheless is a
     * {@link dev.rowan.error.DecodeException}.
     */
    public static <T> Expression<T> notNull(Expression<? extends @Nullable T> expression) {
        return new Typed.OfAny<>(new Declared(expression, false), type(expression));
    }

    /** As {@link #notNull(Expression)}, with the operators of a number. */
    public static <T extends Number> NumberExpression<T> notNull(NumberExpression<? extends @Nullable T> number) {
        return new Typed.OfNumber<>(new Declared(number, false), type(number));
    }

    /** As {@link #notNull(Expression)}, with the operators of text. */
    public static TextExpression<String> notNull(TextExpression<? extends @Nullable String> text) {
        return new Typed.OfText<>(new Declared(text, false), type(text));
    }

    /** As {@link #notNull(Expression)}, with the operators of a date or a time. */
    public static <T extends Temporal> TemporalExpression<T> notNull(TemporalExpression<? extends @Nullable T> time) {
        return new Typed.OfTemporal<>(new Declared(time, false), type(time));
    }

    /** The expression with a nullable type, as a column of an outer-joined table has it. In SQL it is the same. */
    public static <T> Expression<@Nullable T> nullable(Expression<T> expression) {
        return new Typed.OfAny<>(new Declared(expression, true), expression.type());
    }

    /** As {@link #nullable(Expression)}, with the operators of a number. */
    public static <T extends Number> NumberExpression<@Nullable T> nullable(NumberExpression<T> number) {
        return new Typed.OfNumber<>(new Declared(number, true), number.type());
    }

    /** As {@link #nullable(Expression)}, with the operators of text. */
    public static TextExpression<@Nullable String> nullable(TextExpression<String> text) {
        return new Typed.OfText<>(new Declared(text, true), text.type());
    }

    /** As {@link #nullable(Expression)}, with the operators of a date or a time. */
    public static <T extends Temporal> TemporalExpression<@Nullable T> nullable(TemporalExpression<T> time) {
        return new Typed.OfTemporal<>(new Declared(time, true), time.type());
    }

    @SuppressWarnings("unchecked") // only the nullness differs
    private static <T> SqlType<T> type(Expression<? extends @Nullable T> expression) {
        return (SqlType<T>) expression.type();
    }
}
