package dev.rowan.contract;

import static dev.rowan.club.Badges.BADGE;
import static dev.rowan.club.Clubs.TENANT;
import static dev.rowan.club.Members.MEMBER;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rowan.club.Badge;
import dev.rowan.club.Member;
import dev.rowan.error.QueryException;
import dev.rowan.error.StaleRowException;
import dev.rowan.execute.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Times, versions and keys that Rowan writes by itself. */
interface AutomaticColumnContract extends OpenDatabase {
    Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");
    Instant EVENING = Instant.parse("2026-03-01T20:00:00.123456Z");

    private Database at(Instant time) {
        return db().with(TENANT, 1L).withClock(Clock.fixed(time, ZoneOffset.UTC));
    }

    private Member ann() {
        return at(EVENING).fetchOne(select().from(MEMBER).where(MEMBER.NAME.in("Ann", "Anna")));
    }

    @Test
    default void timesOfInsertAndUpdateComeFromTheClock() {
        at(MORNING).execute(insertInto(MEMBER).rows(List.of(Member.of("ann@example.org", "Ann", 1))));
        assertThat(ann().createdAt()).isEqualTo(MORNING);
        assertThat(ann().updatedAt()).isEqualTo(MORNING);

        at(EVENING).execute(update(MEMBER).set(MEMBER.AGE, 2).where(MEMBER.NAME.eq("Ann")));
        assertThat(ann().createdAt()).isEqualTo(MORNING);
        assertThat(ann().updatedAt()).isEqualTo(EVENING);
    }

    @Test
    default void timeThatIsSetIsKept() {
        at(EVENING)
                .execute(insertInto(MEMBER)
                        .row(Member.of("ann@example.org", "Ann", 1))
                        .set(MEMBER.CREATED_AT, MORNING));

        assertThat(ann().createdAt()).isEqualTo(MORNING);
    }

    @Test
    default void insertFromASelectIsFilledToo() {
        at(MORNING).execute(insertInto(MEMBER).row(Member.of("ann@example.org", "Ann", 1)));
        at(EVENING)
                .execute(insertInto(MEMBER)
                        .columns(MEMBER.EMAIL, MEMBER.NAME)
                        .select(select(dev.rowan.expression.Functions.concat("x", MEMBER.EMAIL), MEMBER.NAME)
                                .from(MEMBER)));

        Member copy = at(EVENING).fetchOne(select().from(MEMBER).where(MEMBER.EMAIL.eq("xann@example.org")));
        assertThat(copy.createdAt()).isEqualTo(EVENING);
        assertThat(copy.version()).isZero();
        assertThat(copy.tenantId()).isEqualTo(1);
    }

    @Test
    default void everyUpdateCountsTheVersion() {
        at(MORNING).execute(insertInto(MEMBER).row(Member.of("ann@example.org", "Ann", 1)));
        assertThat(ann().version()).isZero();

        at(EVENING).execute(update(MEMBER).set(MEMBER.AGE, 2).everyRow());
        at(EVENING).execute(update(MEMBER).row(ann().withName("Anna")));

        assertThat(ann().version()).isEqualTo(2);
        assertThat(ann().name()).isEqualTo("Anna");
        assertThat(ann().age()).isEqualTo(2);
    }

    @Test
    default void rowThatSomebodyElseHasChangedIsStale() {
        at(MORNING).execute(insertInto(MEMBER).row(Member.of("ann@example.org", "Ann", 1)));
        Member read = ann();
        at(EVENING).execute(update(MEMBER).set(MEMBER.AGE, 2).everyRow());

        StaleRowException failure = catchThrowableOfType(
                StaleRowException.class,
                () -> at(EVENING).execute(update(MEMBER).row(read.withName("Anna"))));

        assertThat(failure).isNotNull();
        assertThat(failure.isGone()).isFalse();
        assertThat(ann().name()).isEqualTo("Ann");
    }

    @Test
    default void returningTellsTheNextVersionAndFailsIfTheRowIsStale() {
        at(MORNING).execute(insertInto(MEMBER).row(Member.of("ann@example.org", "Ann", 1)));
        Member read = ann();

        Member written =
                at(EVENING).fetchOne(update(MEMBER).row(read.withName("Anna")).returning());
        assertThat(written.version()).isEqualTo(1);
        assertThat(written.name()).isEqualTo("Anna");
        assertThat(written.updatedAt()).isEqualTo(EVENING);

        for (Executable fetch : List.<Executable>of(
                () -> at(EVENING)
                        .fetch(update(MEMBER).row(read.withName("Anne")).returning()),
                () -> at(EVENING)
                        .fetchOptional(update(MEMBER).row(read.withName("Anne")).returning(MEMBER.VERSION)))) {
            StaleRowException failure = catchThrowableOfType(StaleRowException.class, fetch::execute);
            assertThat(failure).isNotNull();
            assertThat(failure.isGone()).isFalse();
        }
        assertThat(ann()).isEqualTo(written);
    }

    @Test
    default void rowThatSomebodyElseHasDeletedIsGone() {
        at(MORNING).execute(insertInto(MEMBER).row(Member.of("ann@example.org", "Ann", 1)));
        Member read = ann();
        at(EVENING).execute(dev.rowan.query.Sql.hardDeleteFrom(MEMBER).where(MEMBER.ID.eq(read.id())));

        StaleRowException failure = catchThrowableOfType(
                StaleRowException.class,
                () -> at(EVENING).execute(update(MEMBER).row(read)));

        assertThat(failure).isNotNull();
        assertThat(failure.isGone()).isTrue();
    }

    @Test
    default void ofTwoWritersOfOneVersionOneWins() throws Exception {
        at(MORNING).execute(insertInto(MEMBER).row(Member.of("ann@example.org", "Ann", 1)));
        Member read = ann();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> written = threads.invokeAll(IntStream.range(0, 2)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        try {
                            at(EVENING).execute(update(MEMBER).row(read.withName("Anna")));
                            return true;
                        } catch (StaleRowException e) {
                            return false;
                        } catch (QueryException e) { // a database that lets the second writer fail rather than wait
                            assertThat(e.isRetryable()).isTrue();
                            return false;
                        }
                    })
                    .toList());
            assertThat(List.of(written.get(0).get(), written.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdown();
        }
        assertThat(ann().version()).isEqualTo(1);
    }

    @Test
    default void keysAreMadeForRowsThatHaveNone() {
        UUID own = UUID.fromString("00000000-0000-4000-8000-000000000001");
        at(MORNING)
                .execute(insertInto(BADGE)
                        .rows(List.of(Badge.named("one"), Badge.named("two"), new Badge(own, null, "three", null))));

        List<Badge> badges = at(MORNING).fetch(select().from(BADGE).orderBy(BADGE.NAME.asc()));
        assertThat(badges).extracting(Badge::name).containsExactly("one", "three", "two");
        assertThat(badges.get(1).id()).isEqualTo(own);
        assertThat(List.of(badges.get(0), badges.get(2)))
                .allSatisfy(badge -> assertThat(badge.id().version()).isEqualTo(7))
                .extracting(Badge::id)
                .doesNotHaveDuplicates();
    }
}
