package dev.rowan.dialect.h2;

import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.QueryException;
import dev.rowan.error.RowanException;
import dev.rowan.execute.Database;
import dev.rowan.execute.Limits;
import dev.rowan.execute.RowStream;
import dev.rowan.execute.StatementEvent;
import dev.rowan.execute.StatementListener;
import dev.rowan.query.Insert;
import dev.rowan.query.Select;
import dev.rowan.render.RenderedSql;
import dev.rowan.shop.User;
import dev.rowan.shop.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever becomes of a statement, who was told of its start is told once of its end. */
final class StatementListenerTest {
    private static final Select<Picky, ?> PICKY =
            select(USER.NAME).as(Picky.class).from(USER);

    private final Recorder recorder = new Recorder();
    private Database plain;

    record Picky(String name) {
        Picky {
            if (name.equals("Bob")) {
                throw new IllegalArgumentException("no Bob");
            }
        }
    }

    private static class Recorder implements StatementListener {
        final List<String> started = new ArrayList<>();
        final List<StatementEvent> ended = new ArrayList<>();

        @Override
        public void started(RenderedSql sql) {
            started.add(sql.text());
        }

        @Override
        public void executed(StatementEvent event) {
            ended.add(event);
        }
    }

    /** What fails of itself, by who is asked and how. */
    private static Stream<Named<Consumer<Database>>> failing() {
        return Stream.of(
                Named.of("rows", db -> db.fetch(PICKY)),
                Named.of("only row", db -> db.fetchOptional(PICKY.where(USER.NAME.eq("Bob")))),
                Named.of("too many", db -> db.limits(Limits.rows(1)).fetch(select().from(USER))),
                Named.of("stream", db -> read(db.stream(PICKY))),
                Named.of("stream of too many", db -> read(db.limits(Limits.rows(1)).stream(select().from(USER)))),
                Named.of("insert", StatementListenerTest::insertAnn),
                Named.of("insert that returns", db -> db.fetchOne(ann().returning(USER.ID))),
                Named.of("many", db -> db.insertAll(USER, db.fetch(select().from(USER)))),
                Named.of(
                        "session",
                        db -> db.session(session -> {
                            session.run(List.of(db.render(createTable(USER))));
                            return 0;
                        })));
    }

    private static Insert<User, Users> ann() {
        return insertInto(USER).set(USER.NAME, "Ann").set(USER.EMAIL, "Ann@example.org");
    }

    private static void insertAnn(Database db) {
        db.execute(ann());
    }

    private static void read(RowStream<?> rows) {
        try (rows) {
            rows.forEach(row -> {});
        }
    }

    @BeforeEach
    void open() {
        plain = Database.connect("jdbc:h2:mem:listeners");
        plain.execute(createTable(USER));
        for (String name : List.of("Ann", "Bob")) {
            plain.execute(insertInto(USER).set(USER.NAME, name).set(USER.EMAIL, name + "@example.org"));
        }
    }

    @AfterEach
    void close() {
        plain.close();
    }

    @ParameterizedTest
    @MethodSource("failing")
    void failureIsToldOnce(Consumer<Database> failing) {
        Recorder second = new Recorder();
        Database db = plain.withListener(recorder).withListener(second);

        assertThatThrownBy(() -> failing.accept(db)).isInstanceOf(RuntimeException.class);

        for (Recorder told : List.of(recorder, second)) {
            assertThat(told.ended).extracting(event -> event.sql().text()).containsExactlyElementsOf(told.started);
            assertThat(told.ended)
                    .last()
                    .satisfies(event -> assertThat(event.failure()).isNotNull());
        }
    }

    @Test
    void streamThatIsLeftEarlyHasEndedWell() {
        Database db = plain.withListener(recorder);

        try (RowStream<?> rows = db.stream(select().from(USER))) {
            assertThat(rows.iterator().next()).isNotNull();
        }

        assertThat(recorder.started).hasSize(1);
        assertThat(recorder.ended).singleElement().satisfies(event -> {
            assertThat(event.failure()).isNull();
            assertThat(event.rows()).isEqualTo(1);
        });
    }

    @Test
    void listenerThatKeepsAStatementFromBeingSentEndsItForThoseBefore() {
        Recorder after = new Recorder();
        Database db = plain.withListener(recorder)
                .withListener(new Recorder() {
                    @Override
                    public void started(RenderedSql sql) {
                        throw new IllegalStateException("not now");
                    }
                })
                .withListener(after);

        assertThatThrownBy(
                        () -> db.execute(insertInto(USER).set(USER.NAME, "Cid").set(USER.EMAIL, "c")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not now");

        assertThat(plain.fetch(select(USER.NAME).from(USER))).hasSize(2);
        assertThat(recorder.ended)
                .singleElement()
                .satisfies(event -> assertThat(event.failure())
                        .isExactlyInstanceOf(RowanException.class)
                        .hasMessageContaining("java.lang.IllegalStateException"));
        assertThat(after.started).isEmpty();
        assertThat(after.ended).isEmpty();
    }

    @Test
    void othersAreToldOfTheEndThoughOneThrows() {
        Database db = plain.withListener(event -> {
                    throw new IllegalStateException("first");
                })
                .withListener(recorder);

        assertThatThrownBy(() -> db.fetch(select().from(USER)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("first");
        assertThat(recorder.ended)
                .singleElement()
                .satisfies(event -> assertThat(event.failure()).isNull());
    }

    @Test
    void listenerMayThrowWhatItWasToldOf() {
        StatementListener rethrowing = event -> {
            if (event.failure() != null) {
                throw event.failure();
            }
        };

        assertThatThrownBy(() -> insertAnn(plain.withListener(rethrowing).withListener(rethrowing)))
                .isInstanceOf(QueryException.class);
        RowanException veto = new RowanException("not now");
        Database keeping = plain.withListener(rethrowing).withListener(new Recorder() {
            @Override
            public void started(RenderedSql sql) {
                throw veto;
            }
        });
        assertThatThrownBy(() -> insertAnn(keeping)).isSameAs(veto);
    }

    @Test
    void failureOfTheDatabaseComesBeforeThatOfAListener() {
        Database db = plain.withListener(event -> {
            throw new IllegalStateException("second");
        });

        assertThatThrownBy(() -> insertAnn(db))
                .isInstanceOfSatisfying(
                        QueryException.class,
                        failure -> assertThat(failure.getSuppressed())
                                .singleElement()
                                .satisfies(second -> assertThat(second).hasMessage("second")));
        assertThatThrownBy(() -> db.fetch(PICKY))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    }
}
