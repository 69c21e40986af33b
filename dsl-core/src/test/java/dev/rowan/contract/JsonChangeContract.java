package dev.rowan.contract;

import static dev.rowan.contract.Documents.DOCUMENT;
import static dev.rowan.contract.StoredJson.at;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.expression.JsonExpression;
import dev.rowan.type.Json;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** JSON: what contains what, and how it is changed. */
interface JsonChangeContract extends ComputedValues, StoredJson {
    @Test
    default void containsFindsMembersThatAreTheSame() {
        assumeJsonIsReadInPlace();
        insertJson(
                "{\"a\": {\"b\": 1, \"c\": \"x\"}, \"t\": true, \"n\": null, \"d\": 0.5}",
                "{\"a\": [{\"b\": 1}], \"t\": \"true\"}",
                "{\"a\": {\"b\": \"1\"}, \"t\": 1}",
                "[]",
                "\"a\"",
                null);

        assertContained("{\"a\": {\"b\": 1}}", 1L);
        assertContained("{\"a\": {\"b\": 1.0, \"c\": \"x\"}}", 1L);
        assertContained("{\"a\": {}}", 1L, 3L);
        assertContained("{\"t\": true}", 1L);
        assertContained("{\"t\": 1}", 3L);
        assertContained("{\"n\": null}", 1L);
        assertContained("{\"d\": 0.5}", 1L);
        assertContained("{}", 1L, 2L, 3L);
        assertThat(documentsWhere(
                        DOCUMENT.DATA.contains(Json.of("{\"n\": null}")).not()))
                .containsExactly(2L, 3L, 4L, 5L);
    }

    private void assertContained(String part, Long... ids) {
        assertThat(documentsWhere(DOCUMENT.DATA.contains(Json.of(part))))
                .as(part)
                .containsExactly(ids);
    }

    @Test
    default void containsFindsElementsOfArrays() {
        assumeJsonIsReadInPlace();
        insertJson(
                "{\"t\": [\"a\", 1, true, null, \"ü🙂\"]}",
                "{\"t\": [[\"a\"], \"1\", 0.5]}",
                "{\"t\": \"a\"}",
                "{\"t\": [0, false, \"a \"]}",
                null);

        whereKnown("json_array_has", () -> {
            assertContained("{\"t\": [\"a\"]}", 1L);
            assertContained("{\"t\": [1, \"a\"]}", 1L);
            assertContained("{\"t\": [1.0]}", 1L);
            assertContained("{\"t\": [true]}", 1L);
            assertContained("{\"t\": [false]}", 4L);
            assertContained("{\"t\": [null]}", 1L);
            assertContained("{\"t\": [\"ü🙂\"]}", 1L);
            assertContained("{\"t\": [0.5]}", 2L);
            assertContained("{\"t\": [0]}", 4L);
        });
        assertContained("{\"t\": []}", 1L, 2L, 4L);
    }

    @Test
    default void containsTakesNoScalarAndNoNestedArray() {
        assertThatThrownBy(() -> DOCUMENT.DATA.contains(Json.of("1"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DOCUMENT.DATA.contains(Json.of("[[1]]"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void jsonIsInsertedAndUpdatedAsAWhole() {
        assumeJsonIsReadInPlace();
        db().execute(insertInto(DOCUMENT).set(DOCUMENT.ID, 1).set(DOCUMENT.DATA, Json.of("{\"a\": 1}")));
        db().execute(update(DOCUMENT)
                .set(DOCUMENT.DATA, Json.NULL)
                .where(at("a").asInt().eq(1)));
        assertThat(ofDocuments(DOCUMENT.DATA)).containsExactly(Json.NULL);

        db().execute(update(DOCUMENT).set(DOCUMENT.DATA, (Json) null).everyRow());
        assertThat(ofDocuments(DOCUMENT.DATA)).containsExactly((Json) null);
    }

    private List<@Nullable Json> after(JsonExpression<@Nullable Json> change) {
        db().execute(update(DOCUMENT).set(DOCUMENT.DATA, change).everyRow());
        return ofDocuments(DOCUMENT.DATA);
    }

    @Test
    default void setReplacesOrAddsAKey() {
        assumeJsonIsReadInPlace();
        insertJson("{\"a\": {\"b\": 1}}", "{\"a\": [1]}", "[1]", "null", null);

        whereKnown("json_set", () -> {
            assertThat(after(at("a", "b").set("x")))
                    .isEqualTo(Arrays.asList(
                            Json.of("{\"a\":{\"b\":\"x\"}}"), Json.of("{\"a\":[1]}"), Json.of("[1]"), Json.NULL, null));
            assertThat(after(at("a", "c").set(Json.of("{\"d\": [0.5, null]}"))).get(0))
                    .isEqualTo(Json.of("{\"a\":{\"b\":\"x\",\"c\":{\"d\":[0.5,null]}}}"));
            assertThat(after(at("a", "c", "d", 0).set(7)).get(0))
                    .isEqualTo(Json.of("{\"a\":{\"b\":\"x\",\"c\":{\"d\":[7,null]}}}"));
            assertThat(after(at("a", 0).set(true)).get(1)).isEqualTo(Json.of("{\"a\":[true]}"));
            assertThat(after(at(0).set(new BigDecimal("0.25"))).get(2)).isEqualTo(Json.of("[0.25]"));
            assertThat(after(at(1).set(9)).get(2)).isEqualTo(Json.of("[0.25]"));
            assertThat(after(at("no", "where").set(9)).get(0))
                    .isEqualTo(Json.of("{\"a\":{\"b\":\"x\",\"c\":{\"d\":[7,null]}}}"));
            assertThat(after(at("a").set(Json.NULL)).get(0)).isEqualTo(Json.of("{\"a\":null}"));
        });
    }

    @Test
    default void removeTakesAKeyOrAnElementAway() {
        assumeJsonIsReadInPlace();
        insertJson("{\"a\": {\"b\": 1, \"0\": 2}}", "{\"a\": [1, 2]}", "\"a\"", null);

        whereKnown("json_remove", () -> {
            assertThat(after(at("a", 0).remove()))
                    .isEqualTo(Arrays.asList(
                            Json.of("{\"a\":{\"b\":1,\"0\":2}}"), Json.of("{\"a\":[2]}"), Json.string("a"), null));
            assertThat(after(at("a", "b").remove()).get(0)).isEqualTo(Json.of("{\"a\":{\"0\":2}}"));
            assertThat(after(at("x").remove()).get(0)).isEqualTo(Json.of("{\"a\":{\"0\":2}}"));
            assertThat(after(at("a").remove()).get(1)).isEqualTo(Json.of("{}"));
        });
    }

    @Test
    default void setAndRemoveTakeHostileKeysAsData() {
        assumeJsonIsReadInPlace();
        whereKnown("json_set", () -> {
            insertJson("{\"o\": {}}");
            for (String key : HOSTILE_KEYS) {
                assertThat(after(at("o", key).set(key)).get(0))
                        .as("key %s", key)
                        .isEqualTo(Json.of("{\"o\":{" + Json.string(key) + ":" + Json.string(key) + "}}"));
                assertThat(after(at("o", key).remove()).get(0))
                        .as("key %s", key)
                        .isEqualTo(Json.of("{\"o\":{}}"));
            }
        });
    }
}
