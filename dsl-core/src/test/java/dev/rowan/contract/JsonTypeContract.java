package dev.rowan.contract;

import static dev.rowan.expression.Functions.jsonArrayAgg;
import static dev.rowan.expression.Functions.jsonObject;
import static dev.rowan.expression.Functions.toJson;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rowan.error.QueryException;
import dev.rowan.expression.Expression;
import dev.rowan.expression.JsonPath;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.row.Row2;
import dev.rowan.type.Json;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type, with its extremes, in JSON: the same JSON on every database, or an error; never another value. */
interface JsonTypeContract extends StoredCells {
    /** The types of whose numbers a database without {@link Feature#EXACT_JSON_NUMBERS} may fail to sort an array. */
    Set<SqlType.Kind> INEXACT = EnumSet.of(SqlType.Kind.DECIMAL, SqlType.Kind.REAL, SqlType.Kind.DOUBLE);

    static Stream<TypeCase<?>> types() {
        return TypeCase.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    default <T> void toJsonAndJsonObjectSayTheValue(TypeCase<T> type) {
        assumeFalse(db().dialect().refuses("json_of_text"));
        Cells.Of<T> table = new Cells.Of<>(Cells.newName("jsons"), type.type());
        with(
                () -> {
                    List<T> held = insert(type, table);
                    db().execute(insertInto(table).set(table.ID, 0).set(table.VALUE, (T) null));
                    List<Row2<@Nullable Json, Json>> rows = db().fetch(
                                    select(toJson(table.VALUE), jsonObject(table.ID, table.VALUE))
                                            .from(table)
                                            .orderBy(table.ID.asc()));

                    assertThat(rows.get(0)).isEqualTo(new Row2<>(null, Json.of("{\"id\":0,\"value\":null}")));
                    for (int i = 0; i < held.size(); i++) {
                        Object value = read(type, held.get(i));
                        assertSays(rows.get(i + 1).value1(), value);
                        assertThat(rows.get(i + 1).value2().text()).contains("value");
                        assertSays(member(rows.get(i + 1).value2()), value);
                    }
                },
                table);
    }

    /** A value as it reaches JDBC, to the microsecond. */
    private static <T> Object read(TypeCase<T> type, T value) {
        return TypeCase.read(type.type().toColumn(value));
    }

    private static void assertSays(@Nullable Json json, Object value) {
        assertThat(JsonOfTypes.says(json, value))
                .as(() -> "expected " + StoredCells.shown(JsonOfTypes.of(value)) + ", got " + StoredCells.shown(json))
                .isTrue();
    }

    /** The JSON after the key, with the digits that it has. */
    private static Json member(Json object) {
        String text = object.text();
        return Json.of(text.substring(text.indexOf(':', text.indexOf("\"value\"")) + 1, text.lastIndexOf('}')));
    }

    @ParameterizedTest
    @MethodSource("types")
    default <T> void whatIsInJsonIsReadBack(TypeCase<T> type) {
        assumeFalse(db().dialect().refuses("json_text"));
        assumeFalse(db().dialect().refuses("json_object"));
        Cells.Of<T> table = new Cells.Of<>(Cells.newName("jsons"), type.type());
        JsonPath path = jsonObject(table.VALUE).path("value");
        Expression<?> reading = switch (type.type().kind()) {
            case BOOLEAN -> path.asBoolean();
            case SMALLINT, INTEGER, BIGINT -> path.asLong();
            case DECIMAL -> path.asDecimal();
            case REAL, DOUBLE, JSON, ARRAY -> path.asJson();
            default -> path.asText();
        };
        with(
                () -> {
                    List<T> held = insert(type, table);
                    List<?> read = db().fetch(select(reading).from(table).orderBy(table.ID.asc()));

                    for (int i = 0; i < held.size(); i++) {
                        Object value = read(type, held.get(i));
                        Object inJson = read.get(i);
                        assertSays(inJson instanceof Json json ? json : JsonOfTypes.of(inJson), value);
                    }
                },
                table);
    }

    @ParameterizedTest
    @MethodSource("types")
    default <T> void jsonArrayAggKeepsEachValueOrFails(TypeCase<T> type) {
        assumeFalse(db().dialect().refuses("json_array_agg"));
        Cells.Of<T> table = new Cells.Of<>(Cells.newName("jsons"), type.type());
        with(
                () -> {
                    List<Object> values = insert(type, table).stream()
                            .map(value -> read(type, value))
                            .collect(Collectors.toCollection(ArrayList::new));
                    var ordered = select(jsonArrayAgg(toJson(table.VALUE), table.ID.asc()))
                            .from(table);

                    assertArray(
                            db().fetchOne(select(jsonArrayAgg(toJson(table.VALUE)))
                                    .from(table)),
                            values,
                            false);
                    try {
                        assertArray(db().fetchOne(ordered), values, true);
                        assertThat(type.type().kind() != SqlType.Kind.DECIMAL || keepsDigits())
                                .isTrue();
                    } catch (QueryException refusal) {
                        assertThat(refusal.kind()).isEqualTo(QueryException.Kind.INVALID_VALUE);
                        assertThat(INEXACT).contains(type.type().kind());
                        assertThat(keepsDigits()).isFalse();
                    }
                },
                table);
    }

    private boolean keepsDigits() {
        return db().dialect().support(Feature.EXACT_JSON_NUMBERS) != Support.REFUSED;
    }

    private static void assertArray(@Nullable Json array, List<Object> values, boolean inOrder) {
        List<?> elements =
                (List<?>) Objects.requireNonNull(Objects.requireNonNull(array).value());
        assertThat(elements).hasSameSizeAs(values);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            assertThat(inOrder ? elements.subList(i, i + 1) : elements)
                    .as(() -> "element " + StoredCells.shown(value))
                    .anyMatch(element -> isOf(element, value));
        }
    }

    private static boolean isOf(@Nullable Object element, Object value) {
        if (element instanceof BigDecimal number && (value instanceof Double || value instanceof Float)) {
            return number.doubleValue() == ((Number) value).doubleValue();
        } else if (element instanceof String text) {
            return JsonOfTypes.says(Json.string(text), value);
        }
        return Objects.equals(element, JsonOfTypes.of(value).value());
    }

    @Test
    default void toJsonOfAnArrayIsAnArray() {
        assumeTrue(db().dialect().support(Feature.ARRAY) != Support.REFUSED);
        assumeFalse(db().dialect().refuses("json_of_text"));
        assertArrayInJson(SqlType.BIGINT, "[9223372036854775807,null,-1]", Long.MAX_VALUE, null, -1L);
        assertArrayInJson(
                SqlType.decimal(38, 18),
                "[99999999999999999999.999999999999999999,null]",
                new BigDecimal("99999999999999999999.999999999999999999"),
                null);
        assertArrayInJson(SqlType.DOUBLE, "[0.1,\"NaN\",null,\"-Infinity\"]", 0.1, Double.NaN, null, -1 / 0.0);
        assertArrayInJson(SqlType.REAL, "[0.10000000149011612]", 0.1f);
        assertArrayInJson(SqlType.TEXT, "[\"a'b\\\"\\\\\",null,\"null\",\"\"]", "a'b\"\\", null, "null", "");
        assertArrayInJson(SqlType.BOOLEAN, "[true,null,false]", true, null, false);
        assertThatThrownBy(() -> toJson(value(SqlType.array(SqlType.DATE), List.of(LocalDate.EPOCH))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("date array");
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private <T> void assertArrayInJson(SqlType<T> element, String json, @Nullable T... elements) {
        Cells.OfArrays<T> table = new Cells.OfArrays<>(Cells.newName("jsons"), element);
        with(
                () -> {
                    db().execute(insertInto(table).set(table.ID, 1).set(table.ELEMENTS, Arrays.asList(elements)));
                    db().execute(insertInto(table).set(table.ID, 2).set(table.ELEMENTS, List.of()));
                    db().execute(insertInto(table).set(table.ID, 3));

                    assertThat(db().fetch(select(toJson(table.ELEMENTS))
                                    .from(table)
                                    .orderBy(table.ID.asc())))
                            .containsExactly(Json.of(json), Json.of("[]"), null);
                },
                table);
    }
}
