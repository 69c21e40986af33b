package dev.rowan.guide;

import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import dev.rowan.execute.StatementCounter;
import dev.rowan.execute.StatementEvent;
import dev.rowan.execute.StatementListener;
import dev.rowan.migrate.LiveSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The listeners of {@code docs/observability.md}, run on H2. */
final class ListenersPageTest {
    private Database db;

    @BeforeEach
    void create() {
        db = Database.connect("jdbc:h2:mem:listenerspage");
        LiveSchema.of(db).create(USER, PRODUCT, ORDER, LINE_ITEM);
        db.execute(insertInto(USER).set(USER.NAME, "Ann").set(USER.EMAIL, "ann@example.org"));
        db.execute(insertInto(ORDER).set(ORDER.USER_ID, 1).set(ORDER.TOTAL_IN_CENTS, 1));
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void listenerIsToldOfEachStatement() {
        List<String> told = new ArrayList<>();

        StatementListener listener = event -> told.add(event.dialect().name() + ": " + event.summary() + ", "
                + event.rows() + " rows in " + event.duration().toMillis() + " ms, "
                + (event.failure() == null
                        ? event.sql().text()
                        : event.failure().getMessage()));
        Database watched = db.withListener(listener);

        watched.fetch(select(USER.ID).from(USER));
        assertThatThrownBy(() -> watched.execute(insertInto(USER).set(USER.NAME, "Ann")))
                .isInstanceOf(RuntimeException.class);

        assertThat(told.get(0))
                .startsWith("H2: select users, 1 rows in ")
                .endsWith("select \"users\".\"id\" from \"users\"");
    }

    @Test
    void bindsAreThoseOfTheStatement() {
        List<StatementEvent> events = new ArrayList<>();

        db.withListener(events::add).fetch(select(USER.ID).from(USER).where(USER.NAME.eq("Ann")));

        assertThat(events.get(0).sql().binds())
                .singleElement()
                .satisfies(bind -> assertThat(bind.value()).isEqualTo("Ann"));
        assertThat(events.get(0).failure()).isNull();
    }

    @Test
    void statementsAreCounted() {
        StatementCounter counter = new StatementCounter();
        Database counted = db.withListener(counter);

        counter.assertStatements(2, () -> counted.fetch(select().from(ORDER).include(o -> o.LINE_ITEMS)));
        long total = counter.total();
        Map<String, Long> timesOfEachText = counter.counts();

        assertThat(total).isEqualTo(2);
        assertThat(timesOfEachText).hasSize(2).containsValue(1L);
        assertThatThrownBy(() -> counter.assertStatements(
                        1, () -> counted.find(USER.KEY, 1).ifPresent(user -> counted.load(user, USER.ORDERS))))
                .isInstanceOf(AssertionError.class);

        Database strict = db.withListener(StatementCounter.failingAbove(1));
        assertThat(strict.find(USER.KEY, 1)).isPresent();
        assertThatThrownBy(() -> strict.find(USER.KEY, 2)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatAListenerThrowsReachesTheCallerAndUndoesNothing() {
        Database angry = db.withListener((StatementListener) event -> {
            throw new IllegalStateException("no");
        });

        assertThatThrownBy(
                        () -> angry.execute(update(USER).set(USER.NAME, "Anna").everyRow()))
                .hasMessage("no");
        assertThat(db.fetchOne(select(USER.NAME).from(USER))).isEqualTo("Anna");

        assertThatThrownBy(() -> angry.transaction(
                        tx -> tx.execute(update(USER).set(USER.NAME, "Annette").everyRow())))
                .hasMessage("no");
        assertThat(db.fetchOne(select(USER.NAME).from(USER))).isEqualTo("Anna");
    }

    @Test
    void wordsOfTheDriverAreInTheCause() {
        assertThatThrownBy(() -> db.execute(createTable(USER)))
                .isInstanceOfSatisfying(QueryException.class, ListenersPageTest::requireWords);
    }

    private static void requireWords(QueryException e) {
        String driversWords = Objects.requireNonNull(e.getCause()).getMessage();
        assertThat(driversWords).contains("already exists");
        assertThat(e.kind()).isEqualTo(QueryException.Kind.INVALID_SQL);
    }
}
