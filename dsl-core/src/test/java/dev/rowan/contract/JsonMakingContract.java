package dev.rowan.contract;

import static dev.rowan.contract.Documents.DOCUMENT;
import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.expression.Functions.coalesce;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.jsonArrayAgg;
import static dev.rowan.expression.Functions.jsonObject;
import static dev.rowan.expression.Functions.toJson;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.Documents.Document;
import dev.rowan.contract.Notes.Note;
import dev.rowan.expression.Functions;
import dev.rowan.row.Row2;
import dev.rowan.type.Json;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** JSON that is made of other values. */
interface JsonMakingContract extends ComputedValues, StoredJson {
    @Test
    default void toJsonKeepsTheValue() {
        whereKnown("json_of_text", () -> {
            String awkward = "a'b\"c\\d\n\t\u0001 {fn now()} ? :x ä🙂日本";
            db().execute(insertInto(NOTE).row(new Note(1, awkward, 7)).row(new Note(2, null, null)));

            assertThat(db().fetch(select(toJson(NOTE.TEXT), toJson(NOTE.RANK))
                            .from(NOTE)
                            .orderBy(NOTE.ID.asc())))
                    .containsExactly(new Row2<>(Json.string(awkward), Json.of("7")), new Row2<>(null, null));
            assertThat(ofNote(toJson(value(Long.MAX_VALUE)))).isEqualTo(Json.of("9223372036854775807"));
            assertThat(ofNote(toJson(value(0.5)))).isEqualTo(Json.of("0.5"));
            assertThat(ofNote(toJson(value(new BigDecimal("-12.25"))))).isEqualTo(Json.of("-12.25"));
            assertThat(ofNote(toJson(value(true)))).isEqualTo(Json.of("true"));
            assertThat(db().fetchOne(select(toJson(value(NOTE.RANK.gt(7))))
                            .from(NOTE)
                            .where(NOTE.ID.eq(1))))
                    .isEqualTo(Json.of("false"));
            assertThat(ofNote(toJson(value("")))).isEqualTo(Json.string(""));
            assertThat(ofNote(toJson(value("null")))).isEqualTo(Json.string("null"));
            assertThat(ofNote(toJson(value(Json.of("[1]"))))).isEqualTo(Json.of("[1]"));
        });
    }

    @Test
    default void jsonObjectNamesItsMembers() {
        whereKnown("json_object", () -> {
            db().execute(insertInto(NOTE).row(new Note(1, "a\"b", null)));
            insertJson("{\"a\": [1, null]}");

            assertThat(ofNote(jsonObject(
                            NOTE.ID,
                            NOTE.TEXT,
                            NOTE.RANK.as("it's \"k\""),
                            value(false).as("no"),
                            jsonObject().as("{}"))))
                    .isEqualTo(Json.of(
                            "{\"id\":1, \"text\":\"a\\\"b\", \"it's \\\"k\\\"\":null, \"no\":false," + " \"{}\":{}}"));
            assertThat(ofDocuments(jsonObject(DOCUMENT.DATA)).get(0)).isEqualTo(Json.of("{\"data\":{\"a\":[1,null]}}"));
            for (String key : HOSTILE_KEYS) {
                if (!key.isEmpty()) {
                    assertThat(ofNote(jsonObject(NOTE.ID.as(key))))
                            .as(key)
                            .isEqualTo(Json.of("{" + Json.string(key) + ":1}"));
                }
            }
        });
        assertThatThrownBy(() -> jsonObject(count())).hasMessageContaining("as(");
        assertThatThrownBy(() -> jsonObject(NOTE.ID, NOTE.RANK.as("id"))).hasMessageContaining("[id, id]");
    }

    @Test
    default void jsonArrayAggTakesWhatIsMade() {
        whereKnown("json_array_agg", () -> {
            db().execute(insertInto(NOTE)
                    .row(new Note(1, "a", 3))
                    .row(new Note(2, null, 4))
                    .row(new Note(3, "c", null)));

            assertThat(db().fetchOne(select(jsonArrayAgg(jsonObject(NOTE.ID, NOTE.TEXT), NOTE.ID.desc()))
                            .from(NOTE)))
                    .isEqualTo(
                            Json.of("[{\"id\":3,\"text\":\"c\"},{\"id\":2,\"text\":null},{\"id\":1,\"text\":\"a\"}]"));
            assertThat(db().fetchOne(select(jsonArrayAgg(toJson(NOTE.RANK), NOTE.ID.asc())
                                    .filter(NOTE.ID.gt(1)))
                            .from(NOTE)))
                    .isEqualTo(Json.of("[4,null]"));
            assertThat(db().fetchOne(select(jsonArrayAgg(toJson(NOTE.RANK)).filter(NOTE.ID.gt(9)))
                            .from(NOTE)))
                    .isNull();
            assertThat(db().fetchOne(select(jsonArrayAgg(toJson(NOTE.RANK)))
                            .from(NOTE)
                            .where(NOTE.ID.gt(9))))
                    .isNull();
            assertThat(Objects.requireNonNull(db().fetchOne(select(jsonArrayAgg(toJson(NOTE.ID)))
                                    .from(NOTE)))
                            .toString()
                            .replaceAll("[^0-9,]", ""))
                    .hasSize(5);
        });
    }

    @Test
    default void coalesceOfJsonYieldsTheOther() {
        insertJson("{\"a\": 1}", null, "null");

        assertThat(ofDocuments(coalesce(DOCUMENT.DATA, Json.of("[]"))))
                .containsExactly(Json.of("{\"a\":1}"), Json.of("[]"), Json.NULL);
    }

    @Test
    default void jsonAndTextsBeyondAMegabyteAreWhole() {
        String block = "x".repeat(100_000);
        for (int i = 1; i <= 20; i++) {
            db().execute(insertInto(DOCUMENT).row(new Document(i, Json.string(block))));
            db().execute(insertInto(NOTE).row(new Note(i, "y".repeat(200), i)));
        }

        whereKnown(
                "json_array_agg",
                () -> assertThat(Objects.requireNonNull(
                                        db().fetchOne(select(jsonArrayAgg(DOCUMENT.DATA, DOCUMENT.ID.asc()))
                                                .from(DOCUMENT)))
                                .compact())
                        .hasSize(20 * 100_002 + 21));
        assertThat(db().fetchOne(select(Functions.stringAgg(Functions.repeat(NOTE.TEXT, 500), ",", NOTE.ID.asc()))
                        .from(NOTE)))
                .hasSize(20 * 100_000 + 19);
    }
}
