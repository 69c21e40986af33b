package dev.rowan.contract;

import static dev.rowan.contract.Documents.DOCUMENT;
import static dev.rowan.contract.StoredJson.at;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.countDistinct;
import static dev.rowan.expression.Functions.json;
import static dev.rowan.expression.Functions.jsonArrayAgg;
import static dev.rowan.expression.Functions.scalar;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.expression.Window.partitionBy;
import static dev.rowan.query.Sql.derived;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.Documents.Document;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.JsonExpression;
import dev.rowan.query.SqlQuery;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.type.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** JSON: how it travels, and how it is read and compared in place. */
interface JsonContract extends ComputedValues, StoredJson {
    @Test
    default void jsonWithHalfAPairOfSurrogatesIsRefusedBeforeItIsSent() {
        for (String text : List.of("\"\\ud800\"", "\"\ud800\"", "{\"a\": [\"\\uD83D \\ude42\"]}")) {
            assertThatThrownBy(() -> insertJson(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("surrogates");
        }
        assertThat(ofDocuments(DOCUMENT.ID)).isEmpty();
    }

    @Test
    default void jsonComesBackAsItWasStored() {
        String[] texts = {
            "{}",
            "[]",
            "{ \"b\": [1, 2.50, -3, true, false, null, \"x\"], \"a\": {\"c\": {}} }",
            "null",
            "\"null\"",
            "\"\"",
            "\"a'b\\\"c\\\\d\\n\\t\\u0001 {fn now()} ? :x ä🙂日本 \\ud83d\\ude42\"",
            "9223372036854775807",
            "-9223372036854775808",
            "18446744073709551615",
            "0.1",
            "1e2",
            "true",
            null
        };
        insertJson(texts);

        List<@Nullable Json> expected = new ArrayList<>();
        for (String text : texts) {
            expected.add(text == null ? null : Json.of(text));
        }
        assertThat(ofDocuments(DOCUMENT.DATA)).isEqualTo(expected);
        assertThat(db().fetch(select().from(DOCUMENT).orderBy(DOCUMENT.ID.asc())))
                .extracting(Document::data)
                .isEqualTo(expected);
    }

    @Test
    default void jsonKeepsTheDigitsOfItsNumbersOrRefusesThem() {
        assumeJsonIsReadInPlace();
        String text = "[0.123456789012345678, 123456789012345678901234567890, 12345678901234567.89]";

        if (db().dialect().support(Feature.EXACT_JSON_NUMBERS) == Support.REFUSED) {
            assertThatThrownBy(() -> insertJson(text)).isInstanceOf(UnsupportedFeatureException.class);
            assertThatThrownBy(() -> db().execute(update(DOCUMENT)
                            .set(DOCUMENT.DATA, at(0).set(Json.of("0.123456789012345678")))
                            .everyRow()))
                    .isInstanceOf(UnsupportedFeatureException.class);
            return;
        }
        insertJson(text);

        assertThat(ofDocuments(DOCUMENT.DATA)).containsExactly(Json.of(text));
        assertDecimal(ofDocuments(at(0).asDecimal()).get(0), "0.123456789012345678");
        assertDecimal(ofDocuments(at(2).asDecimal()).get(0), "12345678901234567.89");
        assertThat(ofDocuments(at(1).asLong())).containsExactly((Long) null);
    }

    @Test
    default void jsonNullIsNoSqlNullAndNoTextAndNoMissingKey() {
        assumeJsonIsReadInPlace();
        insertJson("{}", "{\"k\": null}", "{\"k\": \"null\"}", null, "null", "\"null\"", "[null]");

        assertThat(documentsWhere(DOCUMENT.DATA.isNull())).containsExactly(4L);
        assertThat(documentsWhere(DOCUMENT.DATA.isNotNull())).containsExactly(1L, 2L, 3L, 5L, 6L, 7L);
        assertThat(documentsWhere(at("k").exists())).containsExactly(2L, 3L);
        assertThat(documentsWhere(at("k").exists().not())).containsExactly(1L, 4L, 5L, 6L, 7L);
        assertThat(documentsWhere(DOCUMENT.DATA.hasKey("k"))).containsExactly(2L, 3L);
        assertThat(documentsWhere(at("k").isJsonNull())).containsExactly(2L);
        assertThat(documentsWhere(at("k").isJsonNull().not())).containsExactly(1L, 3L, 4L, 5L, 6L, 7L);
        assertThat(documentsWhere(at(0).isJsonNull())).containsExactly(7L);
        assertThat(documentsWhere(at("k").asText().isNull())).containsExactly(1L, 2L, 4L, 5L, 6L, 7L);
        assertThat(documentsWhere(at("k").asText().eq("null"))).containsExactly(3L);
        assertThat(documentsWhere(at("k").asText().ne("null"))).isEmpty();
        assertThat(documentsWhere(at("k").asText().ne("x"))).containsExactly(3L);
        assertThat(documentsWhere(at("k").asJson().isNull())).containsExactly(1L, 4L, 5L, 6L, 7L);
        assertThat(ofDocuments(at("k").asJson()))
                .isEqualTo(Arrays.asList(null, Json.NULL, Json.string("null"), null, null, null, null));
        assertThat(ofDocuments(at("k").asText())).isEqualTo(Arrays.asList(null, null, "null", null, null, null, null));
    }

    @Test
    default void jsonIsComparedByWhatItSays() {
        insertJson("{\"k\": null}", "{\"k\": \"null\"}", "{\"k\": {\"a\": 1, \"b\": 2}}", "{}", null);
        JsonExpression<@Nullable Json> place = at("k").asJson();
        Json object = Json.of("{\"b\": 2, \"a\": 1.0}");

        whereKnown("json_equal", () -> {
            assertThat(documentsWhere(place.eq(Json.NULL))).containsExactly(1L);
            assertThat(documentsWhere(place.eq(Json.string("null")))).containsExactly(2L);
            assertThat(documentsWhere(place.eq(object))).containsExactly(3L);
            assertThat(documentsWhere(place.in(object, Json.NULL))).containsExactly(1L, 3L);
        });
        whereKnown("json_not_equal", () -> {
            assertThat(documentsWhere(place.ne(Json.NULL))).containsExactly(2L, 3L);
            assertThat(documentsWhere(place.ne(object))).containsExactly(1L, 2L);
            assertThat(documentsWhere(place.notIn(object, Json.NULL))).containsExactly(2L);
        });
        whereKnown("json_distinct", () -> {
            assertThat(documentsWhere(place.isDistinctFrom(object))).containsExactly(1L, 2L, 4L, 5L);
            assertThat(documentsWhere(place.isDistinctFrom(null))).containsExactly(1L, 2L, 3L);
        });
        whereKnown("json_not_distinct", () -> {
            assertThat(documentsWhere(place.isNotDistinctFrom(object))).containsExactly(3L);
            assertThat(documentsWhere(place.isNotDistinctFrom(null))).containsExactly(4L, 5L);
        });
    }

    @Test
    default void jsonIsGroupedByWhatItSaysOrNotAtAll() {
        insertJson("{\"a\": 1, \"b\": [2]}", "{\"b\":[2],\"a\":1.0}", "{\"a\": 1}");
        List<SqlQuery<?>> queries = List.of(
                select(count()).from(DOCUMENT).groupBy(DOCUMENT.DATA),
                select(countDistinct(DOCUMENT.DATA))
                        .from(DOCUMENT)
                        .unionAll(select(count()).from(DOCUMENT)),
                select(count().over(partitionBy(DOCUMENT.DATA))).from(DOCUMENT).distinct(),
                select(DOCUMENT.DATA).from(DOCUMENT).distinct(),
                select(DOCUMENT.DATA).from(DOCUMENT).union(select(DOCUMENT.DATA).from(DOCUMENT)));

        for (SqlQuery<?> query : queries) {
            if (db().dialect().refuses("json_equal")) {
                assertThatThrownBy(() -> db().fetch(query))
                        .isInstanceOf(UnsupportedFeatureException.class)
                        .hasMessageContaining("documents.data");
            } else {
                assertThat(db().fetch(query)).hasSize(2);
            }
        }
    }

    @Test
    default void keysOfAPathAreDataWhateverTheyHold() {
        assumeJsonIsReadInPlace();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < HOSTILE_KEYS.size(); i++) {
            text.append(i == 0 ? "{" : ",")
                    .append(Json.string(HOSTILE_KEYS.get(i)))
                    .append(":")
                    .append(i);
        }
        String flat = text.append("}").toString();
        insertJson(flat, "{\"o\":" + flat + "}", "{}");

        for (int i = 0; i < HOSTILE_KEYS.size(); i++) {
            String key = HOSTILE_KEYS.get(i);
            assertThat(ofDocuments(at(key).asInt())).as("key %s", key).isEqualTo(Arrays.asList(i, null, null));
            assertThat(documentsWhere(at("o", key).asInt().eq(i)))
                    .as("key %s", key)
                    .containsExactly(2L);
            assertThat(documentsWhere(DOCUMENT.DATA.hasKey(key)))
                    .as("key %s", key)
                    .containsExactly(1L);
        }
    }

    @Test
    default void keysThatWereStoredWithEscapesAreFound() {
        assumeJsonIsReadInPlace();
        insertJson("{\"\\u00fc\": 1, \"\\u0061\\/\": 2, \"\\t\\u0009\": 3}");

        assertThat(ofDocuments(at("ü").asInt())).containsExactly(1);
        assertThat(ofDocuments(at("a/").asInt())).containsExactly(2);
        assertThat(ofDocuments(at("\t\t").asInt())).containsExactly(3);
    }

    @Test
    default void stepsLeadNowhereWhereTheValueIsOfAnotherKind() {
        assumeJsonIsReadInPlace();
        insertJson("{\"0\": 1, \"a\": [10, [20, 30], {\"b\": 40}], \"s\": \"text\", \"n\": null}", "[5, 6]", "7", null);

        assertThat(ofDocuments(at("a", 0).asInt())).isEqualTo(Arrays.asList(10, null, null, null));
        assertThat(ofDocuments(at("a", 1, 1).asInt())).isEqualTo(Arrays.asList(30, null, null, null));
        assertThat(ofDocuments(at("a", 2, "b").asInt())).isEqualTo(Arrays.asList(40, null, null, null));
        assertThat(ofDocuments(at(0).asInt())).isEqualTo(Arrays.asList(null, 5, null, null));
        assertThat(ofDocuments(at("0").asInt())).isEqualTo(Arrays.asList(1, null, null, null));
        assertThat(documentsWhere(at("s", 0).exists().or(at("n", 0).exists()))).isEmpty();
        assertThat(documentsWhere(at("a", 3).exists().or(at(2).exists()))).isEmpty();
        assertThat(documentsWhere(at("a", "0")
                        .exists()
                        .or(at("s", "x").exists())
                        .or(at("n", "x").exists())))
                .isEmpty();
        assertThat(documentsWhere(at(0, 0).exists().or(at("a", 0, 0).exists()))).isEmpty();
        assertThat(ofDocuments(at("a", 1).asJson())).isEqualTo(Arrays.asList(Json.of("[20,30]"), null, null, null));
    }

    @Test
    default void whatIsReadIsNullWhereItIsOfAnotherType() {
        assumeJsonIsReadInPlace();
        insertJson(
                "{\"k\": \"9\"}",
                "{\"k\": 10}",
                "{\"k\": 9.5}",
                "{\"k\": true}",
                "{\"k\": [1]}",
                "{\"k\": {}}",
                "{\"k\": 1e2}");

        assertThat(ofDocuments(at("k").asText())).isEqualTo(Arrays.asList("9", null, null, null, null, null, null));
        assertThat(ofDocuments(at("k").asInt())).isEqualTo(Arrays.asList(null, 10, null, null, null, null, 100));
        assertThat(ofDocuments(at("k").asLong())).isEqualTo(Arrays.asList(null, 10L, null, null, null, null, 100L));
        assertThat(ofDocuments(at("k").asBoolean())).isEqualTo(Arrays.asList(null, null, null, true, null, null, null));
        assertThat(ofDocuments(at("k").asDecimal()))
                .usingElementComparator((a, b) -> a == null || b == null ? (a == b ? 0 : 1) : a.compareTo(b))
                .isEqualTo(Arrays.asList(
                        null, new BigDecimal(10), new BigDecimal("9.5"), null, null, null, new BigDecimal(100)));
    }

    @Test
    default void numbersInJsonCompareAsNumbers() {
        assumeJsonIsReadInPlace();
        insertJson(
                "{\"k\": 9}",
                "{\"k\": 10}",
                "{\"k\": -1}",
                "{\"k\": 9223372036854775807}",
                "{\"k\": 9223372036854775806}",
                "{\"k\": 2147483648}");

        assertThat(documentsWhere(at("k").asInt().lt(10))).containsExactly(1L, 3L);
        assertThat(documentsWhere(at("k").asLong().gt(9L))).containsExactly(2L, 4L, 5L, 6L);
        assertThat(documentsWhere(at("k").asLong().eq(Long.MAX_VALUE))).containsExactly(4L);
        assertThat(documentsWhere(at("k").asInt().isNull())).containsExactly(4L, 5L, 6L);
        assertThat(db().fetch(select(DOCUMENT.ID)
                        .from(DOCUMENT)
                        .orderBy(at("k").asLong().asc())))
                .containsExactly(3L, 1L, 2L, 6L, 5L, 4L);
        assertThat(documentsWhere(at("k").asDecimal().between(new BigDecimal("-1.5"), new BigDecimal("9.5"))))
                .containsExactly(1L, 3L);
        assertThat(ofDocuments(at("k").asInt().plus(1))).startsWith(10, 11, 0);
    }

    @Test
    default void textsInJsonCompareByEachCharacter() {
        assumeJsonIsReadInPlace();
        insertJson(
                "{\"k\": \"a\"}",
                "{\"k\": \"A\"}",
                "{\"k\": \"a \"}",
                "{\"k\": \"ä🙂\"}",
                "{\"k\": \"q\\\"\\\\\\n\\u0001/\"}");

        assertThat(documentsWhere(at("k").asText().eq("a"))).containsExactly(1L);
        assertThat(documentsWhere(at("k").asText().eq("ä🙂"))).containsExactly(4L);
        assertThat(documentsWhere(at("k").asText().startsWith("a"))).containsExactly(1L, 3L);
        assertThat(ofDocuments(at("k").asText())).containsExactly("a", "A", "a ", "ä🙂", "q\"\\\n\u0001/");
    }

    @Test
    default void stepsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> at(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> at(1L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(DOCUMENT.DATA::asc).isInstanceOf(InvalidQueryException.class);
    }

    @Test
    default void jsonOfADerivedTableIsJson() {
        assumeJsonIsReadInPlace();
        insertJson("{\"a\": {\"b\": 1}, \"t\": \"x\"}", null);
        var inner = at("a").asJson().as("part");
        var text = at("t").asText().as("t");
        var documents = derived(select(DOCUMENT.DATA, inner, text).from(DOCUMENT), "d");

        assertThat(db().fetch(select(documents.get(inner).path("b").asInt())
                        .from(documents)
                        .where(documents
                                .get(DOCUMENT.DATA)
                                .hasKey("a")
                                .and(documents.get(text).eq("x")))))
                .containsExactly(1);
    }

    @Test
    default void jsonIsAValueAndTheViewOfAScalarSubquery() {
        assumeJsonIsReadInPlace();
        insertJson("{\"a\": 1}", null);

        assertThat(ofDocuments(value(Json.of("{\"k\": [true]}")))).hasSize(2).containsOnly(Json.of("{\"k\":[true]}"));
        assertThat(ofDocuments(value(Json.of("{\"k\": [true]}")).path("k", 0).asBoolean()))
                .containsExactly(true, true);
        assertThat(ofDocuments(json(scalar(select(DOCUMENT.DATA).from(DOCUMENT).where(DOCUMENT.ID.eq(1L))))
                                .path("a")
                                .asInt())
                        .get(0))
                .isEqualTo(1);
    }

    @Test
    default void jsonArrayAggCollectsValues() {
        insertJson("{\"a\": 1}", "null", "\"x\"", null);

        whereKnown(
                "json_array_agg",
                () -> assertThat(db().fetchOne(select(jsonArrayAgg(DOCUMENT.DATA, DOCUMENT.ID.desc()))
                                .from(DOCUMENT)))
                        .isEqualTo(Json.of("[null, \"x\", null, {\"a\": 1}]")));
    }

    @Test
    default void jsonIsEqualByContent() {
        assertThat(Json.of("{ \"a\": 1.50, \"b\": [1e2] }"))
                .isEqualTo(Json.of("{\"b\":[100],\"a\":1.5}"))
                .hasSameHashCodeAs(Json.of("{\"b\":[100],\"a\":1.5}"));
        assertThat(Objects.equals(Json.of("[1,2]"), Json.of("[2,1]"))).isFalse();
        assertThat(Json.of("0.1234567890123456789")).isNotEqualTo(Json.of("0.1234567890123456788"));
        assertThat(Json.NULL).isEqualTo(Json.of(" null ")).hasToString("null");
        for (String text : List.of("", " ", "{", "nul", "[1,]", "{\"a\":1,\"a\":2}", "1 2", "'a'", "01", "NaN")) {
            assertThatThrownBy(() -> Json.of(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
