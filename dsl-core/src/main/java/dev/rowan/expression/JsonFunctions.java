package dev.rowan.expression;

import dev.rowan.type.Json;
import dev.rowan.type.SqlType;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The functions that make JSON, part of {@link Functions}. */
public abstract sealed class JsonFunctions extends TextFunctions permits WindowFunctions {
    JsonFunctions() {}

    /**
     * {@code toJson(ITEM.QUANTITY)} is {@code to_jsonb(quantity)}: the value as JSON, the same on every database; NULL, which
     * is no JSON {@code null}, if the value is. By its type it is
     *
     * <ul>
     *   <li>a whole number or a decimal: a number with all its digits;
     *   <li>a {@code real} or {@code double precision}: the number of the double, or one of the texts {@code "NaN"}, {@code
     *       "Infinity"} and {@code "-Infinity"};
     *   <li>a text, an enum: a text; a truth value: {@code true} or {@code false}; JSON: itself;
     *   <li>bytes: their hexadecimal digits, {@code "00ff"}; a UUID: its 36 characters, in lower case;
     *   <li>a date, a time, a timestamp, an instant: {@code "2024-03-31"}, {@code "02:30:00.000000"}, {@code
     *       "2024-03-31T02:30:00.000001"}, {@code "2024-03-31T02:30:00.000001Z"}; years before 0 and after 9999 with a sign,
     *       {@code "+10000-01-01"}; PostgreSQL's infinite ones {@code "infinity"} and {@code "-infinity"};
     *   <li>an array of numbers, texts or truth values: an array of these, with the JSON {@code null} for NULL;
     *   <li>a mapped type: as the type that the column has.
     * </ul>
     *
     * @throws IllegalArgumentException if it is an array of another type
     */
    public static JsonExpression<@Nullable Json> toJson(Expression<?> expression) {
        SqlType<?> type = expression.type();
        ExpressionNode json = switch (type.kind()) {
            case JSON -> expression;
            case SMALLINT, INTEGER, BIGINT -> Call.of("json_of_number", expression);
            case DECIMAL -> Call.of("json_of_decimal", expression);
            case REAL, DOUBLE -> Call.of("json_of_double", expression);
            case BOOLEAN -> Call.of("json_of_boolean", expression);
            case ARRAY -> Call.of(ofArray(type), expression);
            case VARCHAR, TEXT -> Call.of("json_of_text", expression);
            case BINARY, UUID, DATE, TIME, TIMESTAMP, INSTANT -> Call.of("json_of_text", portableText(expression));
        };
        return new Typed.OfJson<>(json, SqlType.JSON);
    }

    /** The text that says the value in JSON, where a cast would make another text on every database. */
    private static Expression<?> portableText(Expression<?> expression) {
        String kind = expression.type().kind().name().toLowerCase(Locale.ROOT);
        return new Typed.OfText<>(Call.of("text_of_" + kind, expression), SqlType.TEXT);
    }

    private static String ofArray(SqlType<?> type) {
        return switch (type.element().kind()) {
            case SMALLINT, INTEGER, BIGINT, DECIMAL, VARCHAR, TEXT, BOOLEAN -> "json_of_array";
            case REAL, DOUBLE -> "json_of_array_of_doubles";
            default ->
                throw new IllegalArgumentException(
                        "expected an array of numbers, texts or truth values, which JSON has, got a " + type
                                + "; fetch the array, and make the JSON in Java");
        };
    }

    /**
     * {@code jsonObject(ITEM.ID, PRODUCT.NAME.as("product"))} is {@code jsonb_build_object('id', id, 'product', name)}: an
     * object whose keys are the names of the columns, with the JSON {@code null} for NULL.
     *
     * @throws IllegalArgumentException if one has no name, two have the same, or {@link #toJson} does not take one
     */
    public static JsonExpression<Json> jsonObject(Expression<?>... members) {
        Expression<?>[] pairs =
                Arrays.stream(members).map(JsonFunctions::member).toArray(Expression<?>[]::new);
        if (Arrays.stream(members).map(Expression::label).distinct().count() != members.length) {
            throw new IllegalArgumentException("expected a key of its own for each member of the object, got "
                    + Arrays.stream(members).map(Expression::label).toList() + "; name them by as(\"…\")");
        }
        return new Typed.OfJson<>(Call.of("json_object", Nullability.NEVER, pairs), SqlType.JSON);
    }

    private static Expression<?> member(Expression<?> value) {
        String key = value.label();
        if (key == null) {
            throw new IllegalArgumentException(
                    "expected a name for each member of the object, got none for " + value + "; name it by as(\"…\")");
        }
        Call pair = Call.of(
                "json_member", Nullability.NEVER, BoundValue.of(SqlType.TEXT, key), toJson(Named.unwrap(value)));
        return new Typed.OfAny<>(pair, SqlType.JSON);
    }
}
