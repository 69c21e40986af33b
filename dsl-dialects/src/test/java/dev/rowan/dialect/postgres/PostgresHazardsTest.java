package dev.rowan.dialect.postgres;

import static dev.rowan.query.Sql.command;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.rawCondition;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import dev.rowan.schema.ArrayColumn;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.server.PostgresServer;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What only PostgreSQL and its driver do. */
final class PostgresHazardsTest {
    @Test
    void questionMarkIsAnOperatorInSqlByHandAndRefusedInAPart() {
        try (Database db = Database.connect(PostgresServer.newDatabase("operators"))) {
            db.execute(createTable(USER));
            db.execute(insertInto(USER).set(USER.NAME, "Ann").set(USER.EMAIL, "a@b.c"));

            assertThat(db.fetch(query(
                                    "select name from users where name = :name and '{\"k\": 1}'::jsonb ? :key"
                                            + " and not '{\"k\": 1}'::jsonb ?| array['?', 'x']",
                                    select(USER.NAME))
                            .bind("name", "Ann")
                            .bind("key", "k")))
                    .containsExactly("Ann");
        }
        assertThatThrownBy(() -> rawCondition("{0} ? 'k'", USER.NAME)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusedTextLeavesTheTransactionUsable() {
        try (Database db = Database.connect(PostgresServer.newDatabase("refused_text"))) {
            db.execute(createTable(USER));

            db.transaction(tx -> {
                tx.execute(insertInto(USER).set(USER.NAME, "Ann").set(USER.EMAIL, "a@b.c"));
                assertThatThrownBy(() ->
                                tx.execute(update(USER).set(USER.NAME, "a\0b").everyRow()))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("U+0000");
                return tx.execute(update(USER).set(USER.NAME, "Bob").everyRow());
            });

            assertThat(db.fetch(select(USER.NAME).from(USER))).containsExactly("Bob");
        }
    }

    @Test
    void statementAfterAFailedOneSaysThatTheTransactionIsOver() {
        try (Database db = Database.connect(PostgresServer.newDatabase("failed"))) {
            db.execute(createTable(USER));

            assertThatThrownBy(() -> db.transaction(tx -> {
                        assertThatThrownBy(() -> tx.fetch(query("select name from nowhere", select(USER.NAME))))
                                .isInstanceOf(QueryException.class);
                        return tx.fetch(select(USER.NAME).from(USER));
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a statement has failed (INVALID_SQL)");
            assertThat(db.fetch(select(USER.NAME).from(USER))).isEmpty();
        }
    }

    @Test
    void arraysOfDatesAreWrittenInTheDigitsOfSqlWhateverTheLocale() {
        Events events = new Events(TableName.of("events"));
        Locale before = Locale.getDefault();
        try (Database db = Database.connect(PostgresServer.newDatabase("locale"))) {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            db.execute(createTable(events));
            db.execute(insertInto(events).set(events.ID, 1).set(events.DAYS, List.of(LocalDate.of(2024, 2, 29))));

            assertThat(db.fetch(select(events.DAYS).from(events))).containsExactly(List.of(LocalDate.of(2024, 2, 29)));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void arraysOfDecimalsWithoutASizeTakeEveryFraction() {
        Measures measures = new Measures(TableName.of("measures"));
        try (Database db = Database.connect(PostgresServer.newDatabase("measures"))) {
            db.execute(command("create table measures (id bigint primary key, numbers numeric[])"));
            db.execute(insertInto(measures)
                    .set(measures.ID, 1)
                    .set(measures.NUMBERS, List.of(new BigDecimal("1.2345"), BigDecimal.TEN)));

            assertThat(db.fetch(select(measures.NUMBERS).from(measures)))
                    .containsExactly(List.of(new BigDecimal("1.2345"), BigDecimal.TEN));
        }
    }

    private static final class Events extends Table<Events.Event> {
        final NumberColumn<Event, Long> ID = bigint("id").primaryKey();
        final ArrayColumn<Event, LocalDate> DAYS = array("days", SqlType.DATE);

        Events(TableName name) {
            super(name, Event.class, Events::new);
        }

        record Event(long id, @Nullable List<@Nullable LocalDate> days) {}
    }

    private static final class Measures extends Table<Measures.Measure> {
        final NumberColumn<Measure, Long> ID = bigint("id").primaryKey();
        final ArrayColumn<Measure, BigDecimal> NUMBERS = array("numbers", SqlType.DECIMAL);

        Measures(TableName name) {
            super(name, Measure.class, Measures::new);
        }

        record Measure(long id, @Nullable List<@Nullable BigDecimal> numbers) {}
    }
}
