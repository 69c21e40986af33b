package dev.rowan.contract;

import static dev.rowan.contract.Members.MEMBER;
import static dev.rowan.contract.Members.member;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.query.Sql.excluded;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.Members.Member;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.QueryException;
import dev.rowan.execute.GotOrInserted;
import dev.rowan.execute.StatementEvent;
import dev.rowan.execute.Upserted;
import dev.rowan.execute.Upserted.Outcome;
import dev.rowan.query.Insert;
import dev.rowan.render.UpsertOutcomes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What upserts tell of their rows, whoever else writes meanwhile. */
interface OutcomeContract extends OpenDatabase {
    private Map<String, Long> ids() {
        return db().fetch(select().from(MEMBER)).stream().collect(Collectors.toMap(Member::email, Member::id));
    }

    private boolean mayBeUnknown() {
        UpsertOutcomes told = db().dialect().upsertOutcomes();
        return told == UpsertOutcomes.BY_COUNT || told == UpsertOutcomes.UNKNOWN;
    }

    /** What the server can tell, or that it cannot. */
    private void assertOutcomes(List<? extends Upserted<?>> told, Outcome... outcomes) {
        assertThat(told).hasSize(outcomes.length);
        for (int i = 0; i < outcomes.length; i++) {
            assertThat(told.get(i).outcome()).isIn(outcomes[i], mayBeUnknown() ? Outcome.UNKNOWN : outcomes[i]);
        }
    }

    /** Has a hundred threads do the same at the same time. */
    private static <T> List<T> atOnce(Callable<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(100);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<T>> all = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : all) {
                results.add(one.get());
            }
            return results;
        } catch (Exception e) {
            throw new AssertionError("expected every thread to succeed, but one failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void outcomeAndKeyOfEachRowComeInItsPlace() {
        db().execute(insertInto(MEMBER).rows(List.of(member("b", "Bob", 1, 1), member("d", "Dan", 1, 9))));
        List<String> emails = List.of("e", "b", "a", "d", "c");
        var upsert = insertInto(MEMBER)
                .rows(emails.stream().map(email -> member(email, "new", 5, 5)).toList())
                .onConflict(MEMBER.BY_EMAIL)
                .doUpdate(MEMBER.NAME, MEMBER.VERSION)
                .updateWhere(MEMBER.VERSION.lt(excluded(MEMBER.VERSION)));

        List<Upserted<Long>> told = db().upsert(upsert, MEMBER.KEY);

        assertOutcomes(told, Outcome.INSERTED, Outcome.UPDATED, Outcome.INSERTED, Outcome.UNCHANGED, Outcome.INSERTED);
        assertThat(told)
                .extracting(Upserted::key)
                .isEqualTo(emails.stream().map(ids()::get).toList());
        assertThat(db().fetch(select(MEMBER.NAME).from(MEMBER).orderBy(MEMBER.EMAIL.asc())))
                .containsExactly("new", "new", "new", "Dan", "new");
    }

    @Test
    default void rowThatIsThereIsUnchangedByDoNothing() {
        db().execute(insertInto(MEMBER).row(member("a", "Ann", 1, 1)));

        List<Upserted<Long>> told = db().upsert(
                        insertInto(MEMBER)
                                .rows(List.of(member("b", "Bob", 0, 0), member("a", "new", 0, 0)))
                                .onConflict(MEMBER.BY_EMAIL)
                                .doNothing(),
                        MEMBER.KEY);

        Outcome[] outcomes = db().dialect().upsertOutcomes() == UpsertOutcomes.UNKNOWN
                ? new Outcome[] {Outcome.UNKNOWN, Outcome.UNKNOWN}
                : new Outcome[] {Outcome.INSERTED, Outcome.UNCHANGED};
        assertThat(told)
                .containsExactly(
                        new Upserted<>(ids().get("b"), outcomes[0]), new Upserted<>(ids().get("a"), outcomes[1]));
    }

    @Test
    default void keysAreThoseOfTheirRowsWhileAnotherWrites() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        try {
            Future<Integer> writer = other.submit(() -> {
                int written = 0;
                try {
                    do {
                        db().execute(insertInto(MEMBER).row(member("other" + written++, null, 0, 0)));
                        begun.countDown();
                    } while (!enough.await(
                            1, TimeUnit.MILLISECONDS)); // or SQLite, which is not fair, lets none else write
                } finally {
                    begun.countDown(); // or who waits would wait for one that has failed
                }
                return written;
            });
            begun.await();
            for (int round = 0; round < 5; round++) {
                List<Member> rows = new ArrayList<>();
                for (int i = 0; i < 30; i++) {
                    rows.add(member("m" + (round * 10 + i), "round " + round, 1, 1)); // the first twenty are there
                }
                rows.add(rows.get(3));
                var insert = insertInto(MEMBER).rows(rows).onConflict(MEMBER.BY_EMAIL);
                var told = db().upsert(round % 2 == 0 ? insert.doUpdate(MEMBER.NAME) : insert.doNothing(), MEMBER.KEY);

                Map<String, Long> ids = ids();
                assertThat(told)
                        .extracting(Upserted::key)
                        .isEqualTo(
                                rows.stream().map(row -> ids.get(row.email())).toList());
                if (round > 0) {
                    assertThat(told.subList(0, 20))
                            .extracting(Upserted::outcome)
                            .doesNotContain(Outcome.INSERTED);
                }
            }
            enough.countDown();
            assertThat(writer.get()).isPositive();
        } finally {
            enough.countDown();
            other.shutdownNow();
        }
    }

    @Test
    default void laterRowOfTheSameKeySeesTheEarlier() {
        Insert<Member, Members> upsert = insertInto(MEMBER)
                .rows(List.of(member("a", null, 1, 0), member("b", null, 1, 0), member("a", null, 1, 0)))
                .onConflict(MEMBER.BY_EMAIL)
                .doUpdate()
                .set(MEMBER.VISITS, MEMBER.VISITS.plus(10));

        List<Upserted<Long>> told = db().upsert(upsert, MEMBER.KEY);

        assertOutcomes(told, Outcome.INSERTED, Outcome.INSERTED, Outcome.UPDATED);
        assertThat(told.get(0).key()).isEqualTo(told.get(2).key());
        assertThat(db().fetch(select(MEMBER.VISITS).from(MEMBER).orderBy(MEMBER.EMAIL.asc())))
                .containsExactly(11, 1);
    }

    @Test
    default void oneOfManyInsertsAndTheOthersCount() {
        var upsert = insertInto(MEMBER)
                .row(member("a", "Ann", 0, 0))
                .onConflict(MEMBER.BY_EMAIL)
                .doUpdate()
                .set(MEMBER.VISITS, MEMBER.VISITS.plus(1));

        List<Upserted<Long>> told = atOnce(() -> db().upsert(upsert, MEMBER.KEY).get(0));

        assertThat(db().fetch(select(MEMBER.VISITS).from(MEMBER))).containsExactly(99);
        assertThat(told).extracting(Upserted::key).containsOnly(ids().get("a"));
        long inserted =
                told.stream().filter(one -> one.outcome() == Outcome.INSERTED).count();
        long updated =
                told.stream().filter(one -> one.outcome() == Outcome.UPDATED).count();
        UpsertOutcomes tells = db().dialect().upsertOutcomes();
        assertThat(updated).isEqualTo(tells == UpsertOutcomes.UNKNOWN ? 0 : 99);
        assertThat(inserted).isEqualTo(mayBeUnknown() ? 0 : 1);
    }

    @Test
    default void plainStatementsOfManyCountToo() {
        var upsert = insertInto(MEMBER)
                .row(member("a", "Ann", 0, 0))
                .onConflict(MEMBER.BY_EMAIL)
                .doUpdate()
                .set(MEMBER.VISITS, MEMBER.VISITS.plus(1));

        atOnce(() -> db().execute(upsert));

        assertThat(db().fetch(select(MEMBER.VISITS).from(MEMBER))).containsExactly(99);
    }

    @Test
    default void oneOfManyInsertsAndTheOthersGet() {
        var insert = insertInto(MEMBER).row(member("a", "Ann", 0, 0));

        List<GotOrInserted<Member>> all = atOnce(() -> db().insertOrGet(insert, MEMBER.BY_EMAIL));

        assertThat(all.stream().filter(GotOrInserted::inserted)).hasSize(1);
        assertThat(new HashSet<>(all.stream().map(GotOrInserted::record).toList()))
                .isEqualTo(new HashSet<>(db().fetch(select().from(MEMBER))));
    }

    @Test
    default void rowIsInsertedOrGotInTheTransaction() {
        assertThatThrownBy(() -> db().transaction(tx -> {
                    GotOrInserted<Member> first =
                            tx.insertOrGet(insertInto(MEMBER).row(member("a", "Ann", 0, 0)), MEMBER.BY_EMAIL);
                    GotOrInserted<Member> second =
                            tx.insertOrGet(insertInto(MEMBER).row(member("a", "new", 0, 0)), MEMBER.BY_EMAIL);
                    assertThat(first.inserted()).isTrue();
                    assertThat(second).isEqualTo(new GotOrInserted<>(first.record(), false));
                    assertThat(tx.fetchOne(select(count()).from(MEMBER))).isEqualTo(1);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(ids()).isEmpty();
    }

    @Test
    default void violationOfAnotherKeyUndoesAllRows() {
        db().execute(insertInto(MEMBER).row(member("a", "Ann", 0, 0)));
        long id = ids().get("a");
        var insert = insertInto(MEMBER).row(member("b", null, 0, 0)).set(MEMBER.ID, id);

        assertThatThrownBy(() -> db().insertOrGet(insert, MEMBER.BY_EMAIL))
                .isInstanceOfSatisfying(
                        QueryException.class,
                        e -> assertThat(e.kind()).isEqualTo(QueryException.Kind.UNIQUE_VIOLATION));
        assertThat(ids()).containsOnlyKeys("a");
    }

    @Test
    default void whatCannotBeToldIsRefusedBeforeAnythingIsSent() {
        List<StatementEvent> sent = new ArrayList<>();
        var insert = insertInto(MEMBER).rows(Arrays.asList(member("a", null, 0, 0), member("b", null, 0, 0)));

        assertThatThrownBy(() -> recording(sent).upsert(insert, MEMBER.KEY)).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(
                        () -> recording(sent).upsert(insert.onConflictOfAnyKey().doNothing(), MEMBER.KEY))
                .isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> recording(sent).insertOrGet(insert, MEMBER.BY_EMAIL))
                .isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> recording(sent)
                        .upsert(insert.onConflict(MEMBER.BY_EMAIL).doUpdate(), MEMBER.KEY))
                .isInstanceOf(InvalidQueryException.class);
        assertThat(sent).isEmpty();
    }
}
