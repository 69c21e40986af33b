package dev.rowan.dialect;

import static dev.rowan.dialect.Visits.MOMENT;
import static dev.rowan.dialect.Visits.VISIT;
import static dev.rowan.expression.Functions.currentTimestamp;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.expression.TimePart.HOUR;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.query.Sql.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rowan.dialect.Visits.Moment;
import dev.rowan.dialect.Visits.Visit;
import dev.rowan.execute.Database;
import dev.rowan.expression.Condition;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Times as the server sees them, written and searched by a JVM in Berlin through every kind of session; what the server is told
 * and what it answers goes past Rowan, for a round trip hides two errors that undo each other.
 */
final class StoredTimesTest {
    private static final List<Instant> INSTANTS = List.of(
            Instant.parse("2024-07-01T10:00:00.123456Z"),
            Instant.parse("2024-01-01T23:30:00Z"),
            Instant.parse("2024-03-31T00:59:59.999999Z"),
            Instant.parse("2024-03-31T01:30:00Z"),
            Instant.parse("2024-03-31T02:30:00Z"), // a time of day that Berlin has not on that day
            Instant.parse("2024-10-27T00:30:00Z"), // two that Berlin calls alike
            Instant.parse("2024-10-27T01:30:00Z"),
            Instant.parse("2024-10-27T02:30:00Z"),
            Instant.parse("1969-12-31T23:59:59.999999Z"));
    private static final TimeZone USUAL = TimeZone.getDefault();

    @BeforeAll
    static void moveToBerlin() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    }

    @AfterAll
    static void moveBack() {
        TimeZone.setDefault(USUAL);
    }

    static Stream<Session> sessions() {
        return Session.all();
    }

    private static String microseconds(Instant instant) {
        return "" + ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void serverHoldsTheInstantInWhateverWayItWasWritten(Session session) throws SQLException {
        String url = session.newDatabase("instants");
        try (Database db = Database.connect(url)) {
            db.execute(createTable(VISIT));
            for (Instant instant : INSTANTS) {
                assertHeld(session, url, db, instant);
            }
        }
    }

    private static void assertHeld(Session session, String url, Database db, Instant instant) throws SQLException {
        db.execute(Visits.everyRowGone());
        Instant before = instant.minus(1, ChronoUnit.HOURS);
        db.execute(insertInto(VISIT).rows(List.of(new Visit(1, instant), new Visit(2, instant))));
        db.execute(insertInto(VISIT).set(VISIT.ID, 3).set(VISIT.AT, instant));
        db.execute(insertInto(VISIT).set(VISIT.ID, 4).set(VISIT.AT, value(instant)));
        db.execute(
                insertInto(VISIT).set(VISIT.ID, 5).set(VISIT.AT, value(before).plus(1, HOUR)));
        db.execute(insertInto(VISIT)
                .columns(VISIT.ID, VISIT.AT)
                .select(select(value(6L), value(instant)).from(VISIT).where(VISIT.ID.eq(1))));
        for (long id = 7; id <= 9; id++) {
            db.execute(insertInto(VISIT).row(new Visit(id, before)));
        }
        db.execute(update(VISIT).set(VISIT.AT, instant).where(VISIT.ID.eq(7)));
        db.execute(update(VISIT).set(VISIT.AT, value(instant)).where(VISIT.ID.eq(8)));
        db.execute(update(VISIT).set(VISIT.AT, VISIT.AT.plus(1, HOUR)).where(VISIT.ID.eq(9)));

        assertThat(session.ask(url, "select " + session.microseconds("\"at\"") + " from \"visits\" order by \"id\""))
                .as("%s", instant)
                .isEqualTo(Collections.nCopies(9, microseconds(instant)));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void serverFindsTheInstantWhereverItIsBound(Session session) throws SQLException {
        String url = session.newDatabase("found_instants");
        try (Database db = Database.connect(url)) {
            db.execute(createTable(VISIT));
            for (int i = 0; i < INSTANTS.size(); i++) {
                String literal = session.literal().apply(Visits.iso(INSTANTS.get(i)));
                session.run(url, "insert into \"visits\" (\"id\", \"at\") values (" + i + ", " + literal + ")");
            }

            assertThat(db.fetch(select(VISIT.AT).from(VISIT).orderBy(VISIT.ID.asc())))
                    .isEqualTo(INSTANTS);
            for (int i = 0; i < INSTANTS.size(); i++) {
                assertFound(db, i, INSTANTS.get(i));
            }
        }
    }

    private static void assertFound(Database db, long id, Instant instant) {
        Instant later = instant.plus(1, ChronoUnit.HOURS);
        List<Condition> conditions = List.of(
                VISIT.AT.eq(instant),
                VISIT.AT.in(List.of(instant, Instant.EPOCH)),
                VISIT.AT.between(instant, instant),
                VISIT.AT.eq(value(instant)),
                VISIT.AT.isNotDistinctFrom(instant),
                VISIT.AT.ge(instant).and(VISIT.AT.le(value(instant))),
                VISIT.AT.plus(1, HOUR).eq(later),
                value(instant).plus(1, HOUR).eq(VISIT.AT.plus(1, HOUR)),
                VISIT.AT.eq(value(later).minus(1, HOUR)),
                VISIT.AT
                        .truncatedTo(HOUR)
                        .eq(instant.truncatedTo(ChronoUnit.HOURS))
                        .and(VISIT.ID.eq(id)));
        for (Condition condition : conditions) {
            assertThat(db.fetch(select(VISIT.ID).from(VISIT).where(condition)))
                    .as("%s where %s", instant, condition)
                    .containsExactly(id);
        }
        Visits listed = values(VISIT, "listed", List.of(new Visit(70, instant)));
        assertThat(db.fetch(select(VISIT.ID).from(VISIT).join(listed).on(VISIT.AT.eq(listed.AT))))
                .containsExactly(id);
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void serverFindsTheChildrenOfAnInstant(Session session) throws SQLException {
        String url = session.newDatabase("keyed_instants");
        try (Database db = Database.connect(url)) {
            db.execute(createTable(MOMENT));
            db.execute(createTable(VISIT));
            for (int i = 0; i < INSTANTS.size(); i++) {
                String literal = session.literal().apply(Visits.iso(INSTANTS.get(i)));
                session.run(url, "insert into \"moments\" (\"at\") values (" + literal + ")");
                session.run(url, "insert into \"visits\" (\"id\", \"at\") values (" + i + ", " + literal + ")");
            }

            List<Moment> moments = db.fetch(select().from(MOMENT).include(MOMENT.VISITS));

            assertThat(moments).hasSameSizeAs(INSTANTS);
            for (Moment moment : moments) {
                assertThat(moment.visits()).extracting(Visit::id).containsExactly((long) INSTANTS.indexOf(moment.at()));
            }
        }
    }

    static Stream<Session> sessionsInUtcOfServersThatMoveTimestamps() {
        return Session.all()
                .filter(session ->
                        session.server() == Session.Server.MYSQL || session.server() == Session.Server.MARIADB)
                .filter(session -> !session.options().contains("05:30"));
    }

    @ParameterizedTest
    @MethodSource("sessionsInUtcOfServersThatMoveTimestamps")
    void columnOfTypeTimestampHoldsTheInstantInSessionsInUtc(Session session) throws SQLException {
        Instant instant = INSTANTS.get(0);
        String url = session.newDatabase("timestamps");
        session.run(url, "create table \"visits\" (\"id\" bigint primary key, \"at\" timestamp(6) null)");
        try (Database db = Database.connect(url)) {
            db.execute(insertInto(VISIT).row(new Visit(1, instant)));

            assertThat(session.ask(url, "select cast(unix_timestamp(\"at\") as char) from \"visits\""))
                    .containsExactly("1719828000.123456");
            assertThat(db.fetch(select(VISIT.ID).from(VISIT).where(VISIT.AT.eq(instant))))
                    .containsExactly(1L);
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void timeOfTheServerIsNow(Session session) throws SQLException {
        String url = session.newDatabase("now_instants");
        try (Database db = Database.connect(url)) {
            db.execute(createTable(VISIT));
            db.execute(insertInto(VISIT).set(VISIT.ID, 1).set(VISIT.AT, currentTimestamp()));

            String stored = session.ask(url, "select " + session.microseconds("\"at\"") + " from \"visits\"")
                    .get(0);
            assertThat(Long.parseLong("" + stored))
                    .isCloseTo(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()), within(120_000_000L));
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void serverHoldsLocalTimesThatBerlinLacksOrHasTwice(Session session) throws SQLException {
        List<LocalDateTime> times = List.of(
                LocalDateTime.parse("2024-03-31T02:30:00.000001"),
                LocalDateTime.parse("2024-03-31T02:00:00.100001"),
                LocalDateTime.parse("2024-10-27T02:30:00.000001"),
                LocalDateTime.parse("1893-04-01T00:03:00.000001"));
        String url = session.newDatabase("local_times");
        try (Database db = Database.connect(url)) {
            db.execute(createTable(Clocks.CLOCK));
            for (int i = 0; i < times.size(); i++) {
                db.execute(insertInto(Clocks.CLOCK).set(Clocks.CLOCK.ID, i).set(Clocks.CLOCK.AT, times.get(i)));
            }

            assertThat(session.ask(url, "select " + session.text("\"at\"") + " from \"clocks\" order by \"id\""))
                    .isEqualTo(times.stream()
                            .map(time -> time.toString().replace('T', ' '))
                            .toList());
            assertThat(db.fetch(select(Clocks.CLOCK.AT).from(Clocks.CLOCK).orderBy(Clocks.CLOCK.ID.asc())))
                    .isEqualTo(times);
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void serverHoldsTimesThatAreCutToMicroseconds(Session session) throws SQLException {
        String url = session.newDatabase("cut_times");
        try (Database db = Database.connect(url)) {
            db.execute(createTable(VISIT));
            db.execute(createTable(Clocks.CLOCK));
            db.execute(insertInto(VISIT).row(new Visit(1, Instant.parse("2024-07-01T10:00:00.123456999Z"))));
            db.execute(insertInto(Clocks.CLOCK)
                    .set(Clocks.CLOCK.ID, 1)
                    .set(Clocks.CLOCK.AT, LocalDateTime.parse("2024-12-31T23:59:59.999999999"))
                    .set(Clocks.CLOCK.TIME, LocalTime.MAX));

            assertThat(session.ask(url, "select " + session.microseconds("\"at\"") + " from \"visits\""))
                    .containsExactly("1719828000123456");
            assertThat(session.ask(url, "select " + session.text("\"at\"") + " from \"clocks\""))
                    .containsExactly("2024-12-31 23:59:59.999999");
            assertThat(session.ask(url, "select " + session.text("\"time\"") + " from \"clocks\""))
                    .containsExactly("23:59:59.999999");
        }
    }
}
