package dev.rowan.contract;

import static dev.rowan.club.Clubs.CLUB;
import static dev.rowan.club.Clubs.TENANT;
import static dev.rowan.club.Members.MEMBER;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.club.Club;
import dev.rowan.club.Member;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.execute.Database;
import dev.rowan.execute.StatementEvent;
import dev.rowan.query.Select;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A statement sees and changes the rows of one part of a table, that of a setting, and none without it. */
interface PartitionContract extends OpenDatabase {

    @Test
    default void insertedRowsBelongToTheSetting() {
        db().with(TENANT, 7L).execute(insertInto(CLUB).rows(List.of(Club.named(1, "Chess"))));
        db().with(TENANT, 8L).execute(insertInto(CLUB).set(CLUB.ID, 2).set(CLUB.NAME, "Go"));

        assertThat(db().with(TENANT, 7L).fetch(select().from(CLUB)))
                .extracting(Club::tenantId)
                .containsExactly(7L);
        assertThat(db().fetch(select(CLUB.TENANT_ID)
                        .from(CLUB)
                        .unfiltered(CLUB.TENANTS)
                        .orderBy(CLUB.ID.asc())))
                .containsExactly(7L, 8L);
    }

    @Test
    default void oneQueryServesAllSettings() {
        Select<Club, ?> query = select().from(CLUB);
        db().with(TENANT, 7L).execute(insertInto(CLUB).row(Club.named(1, "Chess")));
        db().with(TENANT, 8L).execute(insertInto(CLUB).row(Club.named(2, "Go")));

        assertThat(db().with(TENANT, 7L).fetch(query)).extracting(Club::id).containsExactly(1L);
        assertThat(db().with(TENANT, 8L).fetch(query)).extracting(Club::id).containsExactly(2L);
        assertThat(db().with(TENANT, 7L).with(TENANT, 9L).fetch(query)).isEmpty();
    }

    @Test
    default void withoutTheSettingNothingIsSent() {
        List<StatementEvent> sent = new ArrayList<>();
        var db = recording(sent);
        var derived = cte(select(CLUB.ID, CLUB.NAME).from(CLUB), "c");

        for (Runnable statement : List.<Runnable>of(
                () -> db.fetch(select().from(CLUB)),
                () -> db.fetch(select().from(derived)),
                () -> db.count(select().from(MEMBER)),
                () -> db.stream(select().from(CLUB), club -> {}),
                () -> db.execute(insertInto(CLUB).row(Club.named(1, "Chess"))),
                () -> db.execute(update(CLUB).set(CLUB.NAME, "Go").everyRow()),
                () -> db.execute(deleteFrom(CLUB).everyRow()),
                () -> db.fetch(select().from(CLUB).unfiltered(CLUB.TENANTS).include(c -> c.MEMBERS)))) {
            assertThatThrownBy(statement::run)
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessageContaining("setting tenant");
        }
        assertThat(sent).isEmpty();
    }

    @Test
    default void rowsOfAnotherPartAreNotWritten() {
        assertThatThrownBy(() -> db().with(TENANT, 7L)
                        .execute(insertInto(CLUB)
                                .set(CLUB.ID, 1)
                                .set(CLUB.NAME, "x")
                                .set(CLUB.TENANT_ID, 8)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("setting tenant");
        assertThatThrownBy(() -> db().with(TENANT, 7L)
                        .execute(update(CLUB).set(CLUB.TENANT_ID, 8).everyRow()))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("stay in their part");

        db().with(TENANT, 8L).execute(insertInto(CLUB).row(Club.named(1, "Chess")));
        assertThat(db().with(TENANT, 7L)
                        .execute(update(CLUB).set(CLUB.NAME, "x").everyRow()))
                .isZero();
        assertThat(db().with(TENANT, 7L).execute(deleteFrom(CLUB).everyRow())).isZero();
        assertThat(db().with(TENANT, 8L).fetch(select().from(CLUB))).hasSize(1);
    }

    @Test
    default void transactionsHaveTheSettingsOfTheirDatabase() {
        List<Member> seen = db().with(TENANT, 7L).transaction(tx -> {
            tx.execute(insertInto(MEMBER).row(Member.of("ann@example.org", "Ann", 1)));
            return tx.fetch(select().from(MEMBER));
        });

        assertThat(seen).extracting(Member::tenantId).containsExactly(7L);
    }

    @Test
    default void upsertDoesNotMoveARowToAnotherPart() {
        assertThatThrownBy(() -> db().with(TENANT, 7L)
                        .execute(insertInto(MEMBER)
                                .row(Member.of("ann@example.org", "Ann", 1))
                                .onConflict(MEMBER.KEY)
                                .doUpdate(m -> m.NAME)
                                .set(MEMBER.TENANT_ID, 8)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("stay in their part");
    }

    @Test
    default void transactionWithinAnotherIsOfTheSameTenant() {
        Database ambient = db().ambient();

        assertThatThrownBy(() -> ambient.with(TENANT, 7L)
                        .transaction(outer ->
                                ambient.with(TENANT, 8L).transaction(inner -> inner.fetch(select().from(CLUB)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("same settings");
    }

    @Test
    default void writeWithinAQueryIsRefusedWhereItWouldEscape() {
        if (db().dialect().support(Feature.WRITE_IN_COMMON_TABLE) == Support.REFUSED) {
            return; // refused anyway
        }
        assertThatThrownBy(() -> db().with(TENANT, 7L)
                        .fetch(select().from(cte(deleteFrom(CLUB).everyRow().returning(CLUB.ID, CLUB.NAME), "gone"))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("would not hold there");
    }
}
