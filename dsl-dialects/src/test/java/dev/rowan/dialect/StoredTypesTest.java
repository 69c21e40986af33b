package dev.rowan.dialect;

import static dev.rowan.dialect.Things.THING;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.dialect.Things.Thing;
import dev.rowan.execute.Database;
import dev.rowan.schema.Column;
import dev.rowan.type.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of other types than times as the server sees them: what it is asked and what it answers goes past Rowan. */
final class StoredTypesTest {
    private static final UUID A_UUID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final String A_TEXT = "it's \"a\\b\" `c` ? {0} 日🙂 ";
    private static final byte[] BYTES = {0, 39, 92, -1, -128, 127};
    private static final Thing WHOLE = new Thing(
            1,
            true,
            Long.MIN_VALUE,
            new BigDecimal("-99999999999999999999.999999999999999999"),
            A_TEXT,
            A_UUID,
            BYTES,
            Json.of("{\"a\":[1,null,\"x\"]}"));
    private static final Thing NOTHING = new Thing(2, null, null, null, null, null, null, null);

    static Stream<Session> sessions() {
        return Session.all().filter(session -> session.options().isEmpty());
    }

    private static String ask(Session session, String url, String sql) throws SQLException {
        return "" + session.ask(url, sql).get(0);
    }

    private static String hex(Session session, String column) {
        return switch (session.server()) {
            case H2 -> "rawtohex(" + column + ")";
            case POSTGRESQL -> "encode(" + column + ", 'hex')";
            case MYSQL, MARIADB, SQLITE -> "hex(" + column + ")";
        };
    }

    private static String hexOfText(Session session, String column) {
        return switch (session.server()) {
            case H2 -> "rawtohex(stringtoutf8(" + column + "))";
            case POSTGRESQL -> "encode(convert_to(" + column + ", 'UTF8'), 'hex')";
            case MYSQL, MARIADB, SQLITE -> "hex(" + column + ")";
        };
    }

    private static String uuid(Session session, String column) {
        return switch (session.server()) {
            case H2, POSTGRESQL -> "cast(" + column + " as varchar)";
            case MYSQL -> "bin_to_uuid(" + column + ")";
            case MARIADB -> "cast(cast(" + column + " as uuid) as char)";
            case SQLITE -> column;
        };
    }

    /** What kind of JSON the server takes a column for: an object, or null; never a text that holds some. */
    private static String kindOfJson(Session session, String column) {
        return switch (session.server()) {
            case H2 ->
                "case when " + column + " is json object then 'object' when " + column
                        + " is json array then 'array' when " + column
                        + " is json scalar then 'scalar' end";
            case POSTGRESQL -> "jsonb_typeof(" + column + ")";
            case MYSQL, MARIADB, SQLITE -> "json_type(" + column + ")";
        };
    }

    /** What the server calls {@code null}, a number, a text, an array and an object. */
    private static List<String> kindsOfJson(Session session) {
        return switch (session.server()) {
            case H2 -> List.of("scalar", "scalar", "scalar", "array", "object");
            case POSTGRESQL -> List.of("null", "number", "string", "array", "object");
            case MYSQL, MARIADB -> List.of("null", "integer", "string", "array", "object");
            case SQLITE -> List.of("null", "integer", "text", "array", "object");
        };
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void serverHoldsTheValues(Session session) throws SQLException {
        String url = session.newDatabase("types");
        try (Database db = Database.connect(url)) {
            db.execute(createTable(THING));
            db.execute(insertInto(THING).rows(List.of(WHOLE, NOTHING)));

            String from = " from \"things\" where \"id\" = 1";
            assertThat(ask(session, url, "select count(*) from \"things\" where \"flag\""))
                    .isEqualTo("1");
            assertThat(ask(session, url, "select " + session.text("\"whole\"") + from))
                    .isEqualTo("" + Long.MIN_VALUE);
            assertThat(ask(session, url, "select " + session.text("\"exact\"") + from))
                    .isEqualTo("-99999999999999999999.999999999999999999");
            assertThat(ask(session, url, "select " + hexOfText(session, "\"words\"") + from))
                    .isEqualToIgnoringCase(HexFormat.of().formatHex(A_TEXT.getBytes(StandardCharsets.UTF_8)));
            assertThat(ask(session, url, "select " + hex(session, "\"bytes\"") + from))
                    .isEqualToIgnoringCase(HexFormat.of().formatHex(BYTES));
            assertThat(ask(session, url, "select " + uuid(session, "\"key\"") + from))
                    .isEqualTo(A_UUID.toString());
            assertThat(ask(session, url, "select " + kindOfJson(session, "\"data\"") + from))
                    .isEqualToIgnoringCase("object");
            assertThat(db.fetch(select(THING.ID).from(THING).where(THING.KEY.eq(A_UUID))))
                    .containsExactly(1L);
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void serverHoldsNullOfEveryType(Session session) throws SQLException {
        String url = session.newDatabase("nulls");
        try (Database db = Database.connect(url)) {
            db.execute(createTable(THING));
            db.execute(insertInto(THING).row(NOTHING));

            for (Column<Thing, ?> column : THING.columns()) {
                assertThat(ask(session, url, "select count(\"" + column.name() + "\") from \"things\""))
                        .as("%s", column)
                        .isEqualTo(column == THING.ID ? "1" : "0");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void nullOfJsonIsAValueOfTheServer(Session session) throws SQLException {
        String url = session.newDatabase("json_nulls");
        try (Database db = Database.connect(url)) {
            db.execute(createTable(THING));
            List<Json> documents = List.of(Json.NULL, Json.of("1"), Json.of("\"null\""), Json.of("[]"), Json.of("{}"));
            for (int i = 0; i < documents.size(); i++) {
                db.execute(insertInto(THING).set(THING.ID, i).set(THING.DATA, documents.get(i)));
            }
            db.execute(insertInto(THING).row(new Thing(9, null, null, null, null, null, null, null)));

            assertThat(ask(session, url, "select count(*) from \"things\" where \"data\" is null"))
                    .isEqualTo("1");
            assertThat(session
                            .ask(
                                    url,
                                    "select " + kindOfJson(session, "\"data\"")
                                            + " from \"things\" where \"id\" < 9 order by \"id\"")
                            .stream()
                            .map(kind -> ("" + kind).toLowerCase(Locale.ROOT))
                            .toList())
                    .isEqualTo(kindsOfJson(session));
        }
    }
}
