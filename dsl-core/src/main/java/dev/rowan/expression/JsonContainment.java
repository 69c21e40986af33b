package dev.rowan.expression;

import dev.rowan.type.Json;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What it means to contain some JSON, step by step, for databases that have no word for it. */
final class JsonContainment {
    private JsonContainment() {}

    static Condition of(JsonExpression<?> whole, Json part) {
        Object value = part.value();
        if (!(value instanceof Map<?, ?>) && !(value instanceof List<?>)) {
            throw new IllegalArgumentException(
                    "expected an object or an array to be contained, got neither; compare path(…).asText() and the like");
        }
        BooleanExpression<?> stepByStep =
                new Typed.OfBoolean<@Nullable Boolean>(new ConditionValue(containing(whole, value)), SqlType.BOOLEAN);
        return new Typed.OfBoolean<@Nullable Boolean>(
                Call.of("json_contains", whole, BoundValue.of(SqlType.JSON, part), stepByStep), SqlType.BOOLEAN);
    }

    private static Condition containing(JsonExpression<?> place, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            Condition all = JsonPath.is("json_is_object", place);
            for (Map.Entry<?, ?> member : object.entrySet()) {
                all = all.and(containing(JsonPath.step(place, String.valueOf(member.getKey())), member.getValue()));
            }
            return all;
        } else if (value instanceof List<?> array) {
            Condition all = JsonPath.is("json_is_array", place);
            for (Object element : array) {
                all = all.and(new Typed.OfBoolean<@Nullable Boolean>(
                        Call.of("json_array_has", place, BoundValue.of(SqlType.JSON, scalar(element))),
                        SqlType.BOOLEAN));
            }
            return all;
        } else if (value instanceof String text) {
            return JsonPath.asText(place).eq(text);
        } else if (value instanceof BigDecimal number) {
            return number(place, number);
        }
        return value instanceof Boolean truth
                ? JsonPath.asBoolean(place).eq(truth)
                : JsonPath.is("json_is_null", place);
    }

    private static Condition number(JsonExpression<?> place, BigDecimal number) {
        boolean isLong = number.scale() <= 0 && number.precision() - number.scale() <= 18;
        return isLong
                ? JsonPath.asLong(place).eq(number.longValueExact())
                : JsonPath.asDecimal(place).eq(number);
    }

    private static Json scalar(@Nullable Object element) {
        if (element instanceof Map<?, ?> || element instanceof List<?>) {
            throw new IllegalArgumentException(
                    "expected arrays of texts, numbers, truth values and nulls to be contained, got one of objects or"
                            + " arrays, which databases understand differently");
        }
        return element instanceof String text ? Json.string(text) : Json.unchecked(String.valueOf(element));
    }
}
