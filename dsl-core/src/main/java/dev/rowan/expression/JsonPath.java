package dev.rowan.expression;

import dev.rowan.type.Json;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place within a JSON value, where something may be or nothing. What is read there is NULL if nothing is there, or
 * something of another kind: {@code asInt()} of a text is NULL, even of {@code "1"}. Immutable.
 *
 * <pre>{@code select(DOC.DATA.path("address", "city").asText()).from(DOC).where(DOC.DATA.path("tags", 0).exists())}</pre>
 */
public final class JsonPath {
    private final JsonExpression<?> root;
    private final List<Object> steps;
    private final JsonExpression<?> parent;
    private final JsonExpression<@Nullable Json> place;

    private JsonPath(JsonExpression<?> root, List<Object> steps) {
        this.root = root;
        this.steps = steps;
        JsonExpression<?> around = root;
        for (int i = 0; i < steps.size() - 1; i++) {
            around = step(around, steps.get(i));
        }
        this.parent = around;
        this.place = step(around, steps.get(steps.size() - 1));
    }

    static JsonPath of(JsonExpression<?> root, Object first, Object... rest) {
        List<Object> steps = new ArrayList<>();
        steps.add(first);
        steps.addAll(List.of(rest));
        return new JsonPath(root, List.copyOf(steps));
    }

    /** One step, as a value for databases that take it as one, and as a path for the others. */
    static JsonExpression<@Nullable Json> step(JsonExpression<?> from, Object step) {
        BoundValue<?> value;
        if (step instanceof String key) {
            value = BoundValue.of(SqlType.TEXT, key);
        } else if (step instanceof Integer index && index >= 0) {
            value = BoundValue.of(SqlType.INTEGER, index);
        } else {
            throw new IllegalArgumentException(
                    "expected each step of a path to be a key, which is a String, or an index from 0, which is an Integer,"
                            + " got "
                            + (step instanceof Integer
                                    ? "a negative index"
                                    : step.getClass().getName()));
        }
        String function = step instanceof String ? "json_key" : "json_index";
        return new Typed.OfJson<>(
                Call.of(function, Nullability.POSSIBLE, from, value, text("$" + written(step))), SqlType.JSON);
    }

    /** The step in the language of paths that MySQL, MariaDB and SQLite share. */
    private static String written(Object step) {
        return step instanceof String key ? "." + Json.string(key).text() : "[" + step + "]";
    }

    private static BoundValue<String> text(String text) {
        return BoundValue.of(SqlType.TEXT, text);
    }

    private static Call read(String function, JsonExpression<?> place) {
        return Call.of(function, Nullability.POSSIBLE, place);
    }

    static TextExpression<@Nullable String> asText(JsonExpression<?> place) {
        return new Typed.OfText<>(read("json_text", place), SqlType.TEXT);
    }

    static NumberExpression<@Nullable Long> asLong(JsonExpression<?> place) {
        return new Typed.OfNumber<>(read("json_long", place), SqlType.BIGINT);
    }

    static NumberExpression<@Nullable BigDecimal> asDecimal(JsonExpression<?> place) {
        return new Typed.OfNumber<>(read("json_decimal", place), SqlType.DECIMAL);
    }

    static BooleanExpression<@Nullable Boolean> asBoolean(JsonExpression<?> place) {
        return new Typed.OfBoolean<>(read("json_boolean", place), SqlType.BOOLEAN);
    }

    /** Asks for the kind of value; false where there is none. */
    static BooleanExpression<Boolean> is(String function, JsonExpression<?> place) {
        return new Typed.OfBoolean<>(Call.of(function, Nullability.NEVER, place), SqlType.BOOLEAN);
    }

    /** The content of the text there; NULL if there is none. */
    public TextExpression<@Nullable String> asText() {
        return asText(place);
    }

    /** The number there; NULL if there is none that is whole and an {@code int}. */
    public NumberExpression<@Nullable Integer> asInt() {
        return new Typed.OfNumber<>(read("json_int", place), SqlType.INTEGER);
    }

    /** The number there; NULL if there is none that is whole and a {@code long}. */
    public NumberExpression<@Nullable Long> asLong() {
        return asLong(place);
    }

    /** The number there, with its digits; NULL if there is none. */
    public NumberExpression<@Nullable BigDecimal> asDecimal() {
        return asDecimal(place);
    }

    /** Whether true or false is there; NULL if there is neither. */
    public BooleanExpression<@Nullable Boolean> asBoolean() {
        return asBoolean(place);
    }

    /** What is there; NULL if there is nothing, and {@link Json#NULL} if there is the JSON {@code null}. */
    public JsonExpression<@Nullable Json> asJson() {
        return place;
    }

    /** Whether something is there, also the JSON {@code null}; never unknown. */
    public Condition exists() {
        return new NullCheck(place, true);
    }

    /** Whether the JSON {@code null} is there; never unknown. */
    public Condition isJsonNull() {
        return is("json_is_null", place);
    }

    /**
     * {@code DOC.DATA.path("city").set(json)} is the whole value with another one there, for
     * {@code update(DOC).set(DOC.DATA, …)}. It stays as it is if there is no place: no object around the key, or no element
     * at the index.
     */
    public JsonExpression<@Nullable Json> set(Json value) {
        Condition possible = steps.get(steps.size() - 1) instanceof String ? is("json_is_object", parent) : exists();
        return changed(possible, "json_set", BoundValue.of(SqlType.JSON, value));
    }

    /** As {@link #set(Json)}, with a JSON text. */
    public JsonExpression<@Nullable Json> set(String value) {
        return set(Json.string(value));
    }

    /** As {@link #set(Json)}, with a number. */
    public JsonExpression<@Nullable Json> set(long value) {
        return set(Json.unchecked(Long.toString(value)));
    }

    /** As {@link #set(Json)}, with a number. */
    public JsonExpression<@Nullable Json> set(BigDecimal value) {
        return set(Json.unchecked(value.toString()));
    }

    /** As {@link #set(Json)}, with true or false. */
    public JsonExpression<@Nullable Json> set(boolean value) {
        return set(Json.unchecked(Boolean.toString(value)));
    }

    /** {@code DOC.DATA.path("city").remove()} is the whole value without the key, or without the element. */
    public JsonExpression<@Nullable Json> remove() {
        return changed(exists(), "json_remove");
    }

    private JsonExpression<@Nullable Json> changed(Condition possible, String function, Expression<?>... values) {
        StringBuilder path = new StringBuilder("$");
        StringBuilder elements = new StringBuilder();
        for (Object step : steps) {
            path.append(written(step));
            elements.append(elements.isEmpty() ? "{" : ",").append(quoted(step));
        }
        List<Expression<?>> arguments = new ArrayList<>(
                List.of(root, text(path.toString()), text(elements.append("}").toString())));
        arguments.addAll(List.of(values));
        Expression<@Nullable Json> changed =
                new Typed.OfJson<>(new Call(function, Nullability.POSSIBLE, arguments), SqlType.JSON);
        return new Typed.OfJson<>(new CaseWhen(List.of(new CaseWhen.Branch(possible, changed)), root), SqlType.JSON);
    }

    /** An element in the text of an array, as PostgreSQL writes one. */
    private static String quoted(Object step) {
        return '"' + step.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
