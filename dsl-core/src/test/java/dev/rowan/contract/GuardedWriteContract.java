package dev.rowan.contract;

import static dev.rowan.club.Clubs.CLUB;
import static dev.rowan.club.Clubs.TENANT;
import static dev.rowan.club.Members.MEMBER;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rowan.club.Club;
import dev.rowan.club.Member;
import dev.rowan.error.StaleRowException;
import dev.rowan.error.ValidationException;
import dev.rowan.error.Violation;
import dev.rowan.execute.Bulk;
import dev.rowan.execute.Database;
import dev.rowan.execute.GotOrInserted;
import dev.rowan.execute.StatementEvent;
import dev.rowan.execute.TableListener;
import dev.rowan.execute.Upserted;
import dev.rowan.query.Insert;
import dev.rowan.query.RowWrite;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Upserts, many rows at once and what requests send keep what tables say of single rows. */
interface GuardedWriteContract extends OpenDatabase {
    Instant EARLY = Instant.parse("2026-03-01T08:00:00Z");
    Instant LATE = Instant.parse("2026-03-02T08:00:00Z");

    private Database at(Instant time) {
        return db().with(TENANT, 1L).withClock(Clock.fixed(time, ZoneOffset.UTC));
    }

    private Member only() {
        return at(LATE).fetchOne(select().from(MEMBER));
    }

    private List<Upserted<Long>> upsert(Database db, Member... members) {
        return db.upsert(
                insertInto(MEMBER)
                        .rows(List.of(members))
                        .onConflict(MEMBER.BY_EMAIL)
                        .doUpdate(m -> m.NAME, m -> m.AGE),
                MEMBER.KEY);
    }

    @Test
    default void upsertFindsNormalizedKeysAndCountsVersions() {
        long key = upsert(at(EARLY), Member.of(" Ann@Example.org", "Ann", 1))
                .get(0)
                .key();
        List<Upserted<Long>> again = upsert(at(LATE), Member.of("ANN@example.org", "Anna", 2));

        assertThat(again).extracting(Upserted::key).containsExactly(key);
        assertThat(only().name()).isEqualTo("Anna");
        assertThat(only().version()).isEqualTo(1);
        assertThat(only().createdAt()).isEqualTo(EARLY);
        assertThat(only().updatedAt()).isEqualTo(LATE);
    }

    @Test
    default void upsertIsChecked() {
        List<StatementEvent> sent = new ArrayList<>();
        Database db = recording(sent).with(TENANT, 1L);

        ValidationException failure = catchThrowableOfType(
                ValidationException.class,
                () -> upsert(db, Member.of("ann@example.org", "Ann", 1), Member.of("bob", "Bob", 999)));

        assertThat(failure.violations())
                .extracting(violation -> violation.row() + " " + violation.column())
                .containsExactly("1 email", "1 age");
        assertThat(sent).isEmpty();
    }

    @Test
    default void upsertLeavesDeletedRowsAsTheyAre() {
        upsert(at(EARLY), Member.of("ann@example.org", "Ann", 1));
        at(EARLY).execute(deleteFrom(MEMBER).everyRow());

        upsert(at(LATE), Member.of("ann@example.org", "Anna", 2));

        Member deleted = at(LATE).fetchOne(select().from(MEMBER).withDeleted());
        assertThat(deleted.name()).isEqualTo("Ann");
        assertThat(deleted.deletedAt()).isEqualTo(EARLY);
    }

    @Test
    default void insertOrGetFillsAndFinds() {
        Insert<Member, ?> insert = insertInto(MEMBER).row(Member.of("Ann@example.org", "Ann", 1));
        GotOrInserted<Member> first = at(EARLY).insertOrGet(insert, MEMBER.BY_EMAIL);
        GotOrInserted<Member> second = at(LATE).insertOrGet(insert, MEMBER.BY_EMAIL);

        assertThat(first.inserted()).isTrue();
        assertThat(second.inserted()).isFalse();
        assertThat(second.record()).isEqualTo(first.record());
        assertThat(first.record().createdAt()).isEqualTo(EARLY);
    }

    @Test
    default void tenantsDoNotMeetByAKeyOfTheirOwn() {
        upsert(db().with(TENANT, 1L), Member.of("ann@example.org", "Ann", 1));
        upsert(db().with(TENANT, 2L), Member.of("ann@example.org", "Other", 2));

        assertThat(only().name()).isEqualTo("Ann");
        assertThat(db().with(TENANT, 2L).fetchOne(select(MEMBER.NAME).from(MEMBER)))
                .isEqualTo("Other");
    }

    @Test
    default void keyOfAnotherTenantIsNeverTold() {
        db().with(TENANT, 2L).execute(insertInto(CLUB).row(Club.named(1, "Chess")));

        assertThatThrownBy(() -> at(EARLY)
                        .upsert(
                                insertInto(CLUB)
                                        .row(Club.named(1, "Go"))
                                        .onConflict(CLUB.KEY)
                                        .doUpdate(c -> c.NAME),
                                CLUB.KEY))
                .isInstanceOf(dev.rowan.error.RowanException.class);
        assertThat(db().with(TENANT, 2L).fetchOne(select(CLUB.NAME).from(CLUB))).isEqualTo("Chess");
    }

    /** The guide's example: a hook that lower-cases, and then a bulk insert. */
    @Test
    default void hookHoldsOfManyRowsInEveryLocale() {
        TableListener<Club> lowerCasing = new TableListener<>() {
            @Override
            public Insert<Club, ?> beforeInsert(Insert<Club, ?> insert) {
                return insert.map(CLUB.NAME, name -> name.toLowerCase(Locale.ROOT));
            }
        };
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            at(EARLY)
                    .withListener(CLUB, lowerCasing)
                    .insertAll(CLUB, List.of(Club.named(1, "INFO@EXAMPLE.ORG"), Club.named(2, "Ann@Example.Org")));
        } finally {
            Locale.setDefault(usual);
        }

        assertThat(at(EARLY).fetch(select(CLUB.NAME).from(CLUB).orderBy(CLUB.ID.asc())))
                .containsExactly("info@example.org", "ann@example.org");
    }

    @Test
    default void listenersAreToldOfUpsertsAndManyRows() {
        List<String> told = new ArrayList<>();
        Database db = at(EARLY).withListener(MEMBER, new TableListener<Member>() {
            @Override
            public Insert<Member, ?> beforeInsert(Insert<Member, ?> insert) {
                told.add("before " + insert.rowCount());
                return insert;
            }

            @Override
            public void after(RowWrite<Member> write, long rows) {
                told.add("after " + rows);
            }

            @Override
            public void afterCommit(RowWrite<Member> write, long rows) {
                told.add("committed " + rows);
            }
        });

        upsert(db, Member.of("a@example.org", "Ann", 1), Member.of("b@example.org", "Bob", 1));
        db.insertAll(
                MEMBER, List.of(Member.of("c@example.org", "Cy", 1), Member.of("d@example.org", "Dee", 1)), MEMBER.KEY);

        assertThat(told).containsExactly("before 2", "after 2", "committed 2", "before 2", "after 2", "committed 2");
    }

    @Test
    default void violationAmongManyRowsIsNamedByItsIndexAndNothingStays() {
        List<Member> members = new ArrayList<>(IntStream.range(0, 50)
                .mapToObj(i -> Member.of("m" + i + "@example.org", "Member", i))
                .toList());
        members.set(37, Member.of("nobody", "Member", 1));

        ValidationException failure = catchThrowableOfType(
                ValidationException.class,
                () -> at(EARLY).insertAll(MEMBER, members, Bulk.DEFAULT.withRowsPerStatement(10)));

        assertThat(failure.violations()).extracting(Violation::row).containsExactly(37);
        assertThat(at(EARLY).count(select().from(MEMBER))).isZero();
    }

    @Test
    default void requestSetsWhatItMaySet() {
        Map<String, Object> request = new HashMap<>();
        request.put("email", "Ann@example.org");
        request.put("name", "Ann");
        request.put("age", "33");
        at(EARLY).execute(insertInto(MEMBER).setAll(request, MEMBER.EMAIL, MEMBER.NAME, MEMBER.AGE));
        at(EARLY).execute(update(MEMBER).setAll(Map.of("age", 34L), MEMBER.AGE).everyRow());

        assertThat(only().email()).isEqualTo("ann@example.org");
        assertThat(only().age()).isEqualTo(34);
    }

    @Test
    default void requestThatSetsMoreIsRefusedAsAWhole() {
        Map<String, Object> request = new HashMap<>();
        request.put("name", "Ann");
        request.put("tenantId", 2);
        request.put("age", "old");

        ValidationException failure = catchThrowableOfType(
                ValidationException.class, () -> insertInto(MEMBER).setAll(request, MEMBER.NAME, MEMBER.AGE));

        assertThat(failure.violations())
                .extracting(violation -> violation.column() + " " + violation.rule())
                .containsExactlyInAnyOrder("tenantId allowed", "age type");
    }

    @Test
    default void keysOfRowsThatAFilterHidesAreTold() {
        Instant gone = EARLY;
        List<Member> members = List.of(
                Member.of("a@example.org", "Ann", 1),
                new Member(
                        0,
                        null,
                        null,
                        "b@example.org",
                        "Bob",
                        2,
                        null,
                        null,
                        0,
                        gone,
                        One.unloaded(),
                        Many.unloaded()));

        List<Long> keys = at(EARLY).insertAll(MEMBER, members, MEMBER.KEY);

        assertThat(at(EARLY).fetch(select(MEMBER.ID).from(MEMBER).withDeleted().orderBy(MEMBER.EMAIL.asc())))
                .isEqualTo(keys);
    }

    @Test
    default void staleDeletedRowIsNotSaidToBeGone() {
        upsert(at(EARLY), Member.of("ann@example.org", "Ann", 1));
        Member read = only();
        at(LATE).execute(deleteFrom(MEMBER).everyRow());

        StaleRowException failure = catchThrowableOfType(
                StaleRowException.class,
                () -> at(LATE).execute(update(MEMBER).row(read.withName("Anna")).withDeleted()));

        assertThat(failure.isGone()).isFalse();
    }

    @Test
    default void listenerOfAnUpsertIsToldOfTheRowsThatItTouched() {
        List<Long> told = new ArrayList<>();
        Database db = at(EARLY).withListener(MEMBER, new TableListener<Member>() {
            @Override
            public Insert<Member, ?> beforeInsert(Insert<Member, ?> insert) {
                return insert.map(MEMBER.NAME, name -> name.toLowerCase(Locale.ROOT));
            }

            @Override
            public void afterCommit(RowWrite<Member> write, long rows) {
                told.add(rows);
                throw new IllegalStateException("is logged, for the write is committed");
            }
        });
        Insert<Member, ?> insert = insertInto(MEMBER)
                .row(Member.of("ann@example.org", "Ann", 1))
                .onConflict(MEMBER.BY_EMAIL)
                .doUpdate(m -> m.AGE)
                .set(MEMBER.NAME, "ANNA");

        db.upsert(insert, MEMBER.KEY);
        db.upsert(insert, MEMBER.KEY);
        db.upsert(
                insertInto(MEMBER)
                        .row(Member.of("ann@example.org", "Ann", 1))
                        .onConflict(MEMBER.BY_EMAIL)
                        .doNothing(),
                MEMBER.KEY);

        assertThat(told).containsExactly(1L, 1L, 0L);
        assertThat(only().name()).isEqualTo("anna");
    }
}
