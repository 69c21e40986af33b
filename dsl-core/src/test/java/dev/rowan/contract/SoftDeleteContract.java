package dev.rowan.contract;

import static dev.rowan.club.Badges.BADGE;
import static dev.rowan.club.Clubs.CLUB;
import static dev.rowan.club.Clubs.TENANT;
import static dev.rowan.club.MemberBadges.MEMBER_BADGE;
import static dev.rowan.club.Members.MEMBER;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.hardDeleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.restore;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.club.Badge;
import dev.rowan.club.Club;
import dev.rowan.club.Member;
import dev.rowan.club.MemberBadge;
import dev.rowan.club.Members;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import dev.rowan.query.Select;
import dev.rowan.schema.IncludeStrategy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that were deleted softly are not seen, anywhere, unless somebody asks for them. */
interface SoftDeleteContract extends OpenDatabase {
    Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Database acme() {
        return db().with(TENANT, 1L).withClock(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    /** Two clubs; Ann and Bob in the first, of whom Bob is deleted; both have badges, of which one link and one badge are deleted. */
    private void fill() {
        acme().execute(insertInto(CLUB).rows(List.of(Club.named(1, "Chess"), Club.named(2, "Go"))));
        acme().execute(insertInto(MEMBER)
                .rows(List.of(Member.in(1L, "ann@example.org", "Ann", 1), Member.in(1L, "bob@example.org", "Bob", 2))));
        acme().execute(insertInto(BADGE)
                .rows(List.of(Badge.named("kept"), Badge.named("unlinked"), Badge.named("deleted"))));
        long ann = id("Ann");
        for (Badge badge : acme().fetch(select().from(BADGE))) {
            acme().execute(insertInto(MEMBER_BADGE).row(MemberBadge.of(ann, badge.id())));
        }
        acme().execute(deleteFrom(MEMBER).where(MEMBER.NAME.eq("Bob")));
        acme().execute(deleteFrom(BADGE).where(BADGE.NAME.eq("deleted")));
        acme().execute(deleteFrom(MEMBER_BADGE).where(l -> l.BADGE_OF.any(b -> b.NAME.eq("unlinked"))));
    }

    private long id(String name) {
        return acme().fetchOne(select(MEMBER.ID).from(MEMBER).withDeleted().where(MEMBER.NAME.eq(name)));
    }

    private List<String> names(Select<Member, ?> query) {
        return acme().fetch(query).stream().map(Member::name).sorted().toList();
    }

    @Test
    default void deletedRowsAreNotedAndNotSeen() {
        fill();

        assertThat(names(select().from(MEMBER))).containsExactly("Ann");
        assertThat(names(select().from(MEMBER).withDeleted())).containsExactly("Ann", "Bob");
        assertThat(names(select().from(MEMBER).onlyDeleted())).containsExactly("Bob");
        assertThat(acme().find(MEMBER.KEY, id("Bob"))).isEmpty();
        assertThat(acme().fetchOne(select().from(MEMBER).onlyDeleted()).deletedAt())
                .isEqualTo(NOON);
    }

    @Test
    default void rowsThatAreDeletedSoftlyAreReturnedAsTheyAreAfterwards() {
        fill();

        List<Member> gone =
                acme().fetch(deleteFrom(MEMBER).where(MEMBER.ID.gt(0)).returning());

        assertThat(gone).extracting(Member::name).containsExactly("Ann");
        assertThat(gone).extracting(Member::deletedAt).containsExactly(NOON);
        assertThat(acme().fetch(deleteFrom(MEMBER).everyRow().returning(MEMBER.NAME)))
                .isEmpty();
    }

    @Test
    default void updatesAndDeletesDoNotTouchDeletedRows() {
        fill();

        assertThat(acme().execute(update(MEMBER).set(MEMBER.AGE, 9).everyRow())).isOne();
        assertThat(acme().execute(deleteFrom(MEMBER).everyRow())).isOne();
        assertThat(acme().fetchOne(select(MEMBER.AGE).from(MEMBER).withDeleted().where(MEMBER.NAME.eq("Bob"))))
                .isEqualTo(2);
        assertThat(acme().execute(deleteFrom(MEMBER).everyRow())).isZero();
        assertThat(acme().execute(update(MEMBER).set(MEMBER.AGE, 9).everyRow().withDeleted()))
                .isEqualTo(2);
    }

    @Test
    default void rowsComeBackOrGoForGood() {
        fill();

        assertThat(acme().execute(restore(MEMBER).where(MEMBER.NAME.eq("Bob")))).isOne();
        assertThat(names(select().from(MEMBER))).containsExactly("Ann", "Bob");
        assertThat(acme().execute(restore(MEMBER).everyRow())).isZero();
        acme().execute(deleteFrom(MEMBER).where(MEMBER.NAME.eq("Bob")));
        assertThat(acme().execute(hardDeleteFrom(MEMBER).where(MEMBER.DELETED_AT.isNotNull())))
                .isOne();
        assertThat(names(select().from(MEMBER).withDeleted())).containsExactly("Ann");
    }

    @Test
    default void restoringARowWhoseKeyIsTakenIsAUniqueViolation() {
        // the unique key speaks of deleted rows too
        fill();

        assertThatThrownBy(() -> acme().execute(insertInto(MEMBER).row(Member.of("bob@example.org", "Bobby", 3))))
                .isInstanceOfSatisfying(
                        QueryException.class,
                        e -> assertThat(e.kind()).isEqualTo(QueryException.Kind.UNIQUE_VIOLATION));
    }

    @Test
    default void joinsSeeNoDeletedRows() {
        fill();
        var inner = select(CLUB.NAME, MEMBER.NAME).from(CLUB).join(MEMBER).on(MEMBER.CLUB_ID.eq(CLUB.ID));
        var left = select(CLUB.NAME, MEMBER.NAME)
                .from(CLUB)
                .leftJoin(MEMBER)
                .on(MEMBER.CLUB_ID.eq(CLUB.ID).and(MEMBER.NAME.eq("Bob")))
                .orderBy(CLUB.ID.asc());
        var right = select(CLUB.NAME, MEMBER.NAME)
                .from(MEMBER)
                .rightJoin(CLUB)
                .on(MEMBER.CLUB_ID.eq(CLUB.ID))
                .orderBy(CLUB.ID.asc());

        assertThat(acme().fetch(inner)).hasSize(1);
        assertThat(acme().fetch(inner.withDeleted())).hasSize(2);
        assertThat(acme().fetch(left)).extracting(row -> row.value2()).containsExactly(null, null);
        assertThat(acme().fetch(right)).extracting(row -> row.value2()).containsExactly("Ann", null);
    }

    @Test
    default void crossJoinsAndAliasesSeeNoDeletedRows() {
        fill();
        Members other = alias(MEMBER, "other");

        assertThat(acme().fetch(select(MEMBER.NAME, other.NAME).from(MEMBER).crossJoin(other)))
                .hasSize(1);
    }

    @Test
    default void subqueriesCountsAndRelationsSeeNoDeletedRows() {
        fill();

        assertThat(acme().count(select().from(MEMBER))).isOne();
        assertThat(acme().exists(select().from(MEMBER).where(MEMBER.NAME.eq("Bob"))))
                .isFalse();
        assertThat(acme().fetch(select(CLUB.NAME).from(CLUB).where(c -> c.MEMBERS.any(m -> m.NAME.eq("Bob")))))
                .isEmpty();
        assertThat(acme().fetchOne(select(CLUB.MEMBERS.count()).from(CLUB).where(CLUB.ID.eq(1))))
                .isEqualTo(1);
        assertThat(acme().fetch(select(CLUB.NAME)
                        .from(CLUB)
                        .where(CLUB.ID.in(select(dev.rowan.expression.Functions.notNull(MEMBER.CLUB_ID))
                                .from(MEMBER)
                                .where(MEMBER.NAME.eq("Bob"))))))
                .isEmpty();
    }

    @Test
    default void includesSeeNoDeletedRowsWhateverTheStrategy() {
        fill();
        for (IncludeStrategy strategy : List.of(IncludeStrategy.AUTO, IncludeStrategy.KEYED, IncludeStrategy.JSON)) {
            Club club = acme().fetchOne(select().from(CLUB)
                    .where(CLUB.ID.eq(1))
                    .include(c -> c.MEMBERS.strategy(strategy).include(m -> m.BADGES.strategy(strategy))));

            assertThat(club.members()).extracting(Member::name).containsExactly("Ann");
            assertThat(club.members().get(0).badges()).extracting(Badge::name).containsExactly("kept");
        }
    }

    @Test
    default void includeCanAskForDeletedRows() {
        fill();
        for (IncludeStrategy strategy : List.of(IncludeStrategy.AUTO, IncludeStrategy.JSON)) {
            Club club = acme().fetchOne(select().from(CLUB)
                    .where(CLUB.ID.eq(1))
                    .include(c -> c.MEMBERS.withDeleted().strategy(strategy)));

            assertThat(club.members()).extracting(Member::name).containsExactlyInAnyOrder("Ann", "Bob");
        }
    }

    @Test
    default void rowThatPointsAtADeletedOneHasNone() {
        fill();
        acme().execute(restore(BADGE).everyRow());
        acme().execute(restore(MEMBER_BADGE).everyRow());
        acme().execute(deleteFrom(BADGE).where(BADGE.NAME.ne("kept")));
        for (IncludeStrategy strategy : List.of(IncludeStrategy.AUTO, IncludeStrategy.KEYED, IncludeStrategy.JSON)) {
            List<MemberBadge> links =
                    acme().fetch(select().from(MEMBER_BADGE).include(l -> l.BADGE_OF.strategy(strategy)));

            assertThat(links).hasSize(3);
            assertThat(links)
                    .filteredOn(link -> link.badge().optional().isPresent())
                    .hasSize(1);
        }
    }

    @Test
    default void pathsLeadToNoDeletedRow() {
        fill();
        acme().execute(restore(MEMBER_BADGE).everyRow());

        assertThat(
                        acme()
                                .fetch(select(MEMBER_BADGE.MEMBER_ID, MEMBER_BADGE.BADGE_OF.path().NAME)
                                        .from(MEMBER_BADGE))
                                .stream()
                                .map(row -> String.valueOf(row.value2()))
                                .sorted())
                .containsExactly("kept", "null", "unlinked");
        assertThat(acme().fetch(select(MEMBER_BADGE.BADGE_OF.path().ID).from(MEMBER_BADGE)))
                .hasSize(3)
                .contains((java.util.UUID) null);
    }

    @Test
    default void softDeleteThatSeesDeletedRowsIsRefused() {
        assertThatThrownBy(() -> acme().execute(deleteFrom(MEMBER).everyRow().unfiltered(MEMBER.LIVE)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("hardDeleteFrom");
    }
}
