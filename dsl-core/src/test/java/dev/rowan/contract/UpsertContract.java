package dev.rowan.contract;

import static dev.rowan.contract.Members.MEMBER;
import static dev.rowan.contract.Members.member;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.excluded;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.Members.Member;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.QueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.execute.StatementEvent;
import dev.rowan.query.Insert;
import dev.rowan.query.SqlCommand;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an insert leaves behind where its rows are there already. */
interface UpsertContract extends OpenDatabase {
    private List<Member> members() {
        return db().fetch(select().from(MEMBER).orderBy(MEMBER.EMAIL.asc())).stream()
                .map(found -> member(found.email(), found.name(), found.visits(), found.version()))
                .toList();
    }

    private void insertAnn() {
        db().execute(insertInto(MEMBER).row(member("a", "Ann", 1, 10)));
    }

    private Insert<Member, Members> annAndBob() {
        return insertInto(MEMBER).rows(List.of(member("a", "Anna", 5, 11), member("b", "Bob", 7, 20)));
    }

    @Test
    default void doNothingKeepsTheRowThatIsThere() {
        insertAnn();

        db().execute(annAndBob().onConflict(MEMBER.BY_EMAIL).doNothing());

        assertThat(members()).containsExactly(member("a", "Ann", 1, 10), member("b", "Bob", 7, 20));
    }

    @Test
    default void doNothingOnAnyKeyKeepsTheRowThatIsThere() {
        insertAnn();

        db().execute(annAndBob().onConflictOfAnyKey().doNothing());

        assertThat(members()).containsExactly(member("a", "Ann", 1, 10), member("b", "Bob", 7, 20));
    }

    @Test
    default void doUpdateSetsWhatWasToBeInserted() {
        insertAnn();

        db().execute(annAndBob().onConflict(MEMBER.BY_EMAIL).doUpdate(m -> m.NAME));

        assertThat(members()).containsExactly(member("a", "Anna", 1, 10), member("b", "Bob", 7, 20));
        db().execute(annAndBob().onConflict(MEMBER.BY_EMAIL).doUpdate(MEMBER.VISITS, MEMBER.VERSION));
        assertThat(members()).containsExactly(member("a", "Anna", 5, 11), member("b", "Bob", 7, 20));
    }

    @Test
    default void setMixesTheRowThatIsThereWithTheOther() {
        insertAnn();

        db().execute(annAndBob()
                .onConflict(MEMBER.BY_EMAIL)
                .doUpdate()
                .set(MEMBER.VISITS, MEMBER.VISITS.plus(excluded(MEMBER.VISITS)))
                .set(MEMBER.NAME, "both"));

        assertThat(members()).containsExactly(member("a", "both", 6, 10), member("b", "Bob", 7, 20));
    }

    @Test
    default void conditionOfTheUpdateReadsWhatTheUpdateSets() {
        insertAnn();
        var newer = MEMBER.VERSION.lt(excluded(MEMBER.VERSION));

        db().execute(annAndBob()
                .onConflict(MEMBER.BY_EMAIL)
                .doUpdate(MEMBER.VERSION, MEMBER.NAME)
                .updateWhere(newer));
        db().execute(insertInto(MEMBER)
                .row(member("b", "older", 0, 19))
                .onConflict(MEMBER.BY_EMAIL)
                .doUpdate(MEMBER.VERSION, MEMBER.NAME)
                .updateWhere(m -> m.VERSION.lt(excluded(m.VERSION))));

        assertThat(members()).containsExactly(member("a", "Anna", 1, 11), member("b", "Bob", 7, 20));
    }

    @Test
    default void unknownConditionLeavesTheRowAsItIs() {
        db().execute(insertInto(MEMBER).row(member("a", null, 1, 10)));

        db().execute(annAndBob()
                .onConflict(MEMBER.BY_EMAIL)
                .doUpdate(MEMBER.NAME, MEMBER.VISITS)
                .updateWhere(MEMBER.NAME.ne("x")));

        assertThat(members()).containsExactly(member("a", null, 1, 10), member("b", "Bob", 7, 20));
    }

    /** The standard's result, or a refusal where the database assigns from left to right. */
    private void assertExchanged(SqlCommand exchange) {
        List<StatementEvent> sent = new ArrayList<>();

        if (db().dialect().support(Feature.SIMULTANEOUS_ASSIGNMENT) == Support.REFUSED) {
            assertThatThrownBy(() -> recording(sent).execute(exchange)).isInstanceOf(UnsupportedFeatureException.class);
            assertThat(sent).isEmpty();
        } else {
            db().execute(exchange);
            assertThat(members()).containsExactly(member("a", "Ann", 10, 1));
        }
    }

    @Test
    default void columnsThatReadEachOtherAreExchangedOrRefused() {
        insertAnn();

        assertExchanged(insertInto(MEMBER)
                .row(member("a", null, 0, 0))
                .onConflict(MEMBER.BY_EMAIL)
                .doUpdate()
                .set(MEMBER.VISITS, MEMBER.VERSION)
                .set(MEMBER.VERSION, MEMBER.VISITS));
    }

    @Test
    default void columnsOfAnUpdateThatReadEachOtherAreExchangedOrRefused() {
        insertAnn();

        assertExchanged(update(MEMBER)
                .set(MEMBER.VISITS, MEMBER.VERSION)
                .set(MEMBER.VERSION, MEMBER.VISITS)
                .everyRow());
    }

    @Test
    default void laterAssignmentSeesTheRowAsItWas() {
        insertAnn();

        db().execute(insertInto(MEMBER)
                .row(member("a", null, 0, 0))
                .onConflict(MEMBER.BY_EMAIL)
                .doUpdate()
                .set(MEMBER.VERSION, 5)
                .set(MEMBER.VISITS, MEMBER.VERSION.plus(1)));
        assertThat(members()).containsExactly(member("a", "Ann", 11, 5));
        db().execute(update(MEMBER)
                .set(MEMBER.VISITS, 3)
                .set(MEMBER.VERSION, MEMBER.VISITS.plus(1))
                .everyRow());
        assertThat(members()).containsExactly(member("a", "Ann", 3, 12));
    }

    @Test
    default void conflictWithAnotherKeyIsAnError() {
        insertAnn();
        long id = db().fetchOne(select(MEMBER.ID).from(MEMBER));
        var other = insertInto(MEMBER)
                .row(member("b", "Bob", 0, 0))
                .set(MEMBER.ID, id)
                .onConflict(MEMBER.BY_EMAIL)
                .doNothing();

        if (db().dialect().support(Feature.CONFLICT_OF_ONE_KEY) == Support.REFUSED) {
            assertThatThrownBy(() -> db().execute(other)).isInstanceOf(UnsupportedFeatureException.class);
        } else {
            assertThatThrownBy(() -> db().execute(other))
                    .isInstanceOfSatisfying(
                            QueryException.class,
                            e -> assertThat(e.kind()).isEqualTo(QueryException.Kind.UNIQUE_VIOLATION));
        }
        assertThat(members()).containsExactly(member("a", "Ann", 1, 10));
    }

    @Test
    default void otherErrorsAreNotIgnored() {
        var tooLong = insertInto(MEMBER)
                .row(member("a", "n".repeat(21), 0, 0))
                .withoutRules()
                .onConflict(MEMBER.BY_EMAIL);

        assertThatThrownBy(() -> db().execute(tooLong.doNothing())).isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> db().execute(tooLong.doUpdate(MEMBER.VISITS))).isInstanceOf(QueryException.class);
        assertThat(members()).isEmpty();
    }

    @Test
    default void whatCannotBeMeantIsRefusedBeforeAnythingIsSent() {
        List<StatementEvent> sent = new ArrayList<>();
        var twice = insertInto(MEMBER).rows(List.of(member("a", "1", 0, 0), member("a", "2", 0, 0)));

        for (Insert<Member, Members> wrong : List.of(
                annAndBob().onConflict(MEMBER.BY_EMAIL).doUpdate(),
                annAndBob().onConflict(MEMBER.KEY).doNothing(),
                annAndBob().onConflict(MEMBER.BY_EMAIL).doUpdate(m -> m.ID),
                insertInto(MEMBER).set(MEMBER.VISITS, excluded(MEMBER.VISITS)).withoutRules(),
                twice.onConflict(MEMBER.BY_EMAIL).doUpdate(MEMBER.NAME))) {
            assertThatThrownBy(() -> recording(sent).execute(wrong)).isInstanceOf(InvalidQueryException.class);
        }
        assertThat(sent).isEmpty();
    }

    @Test
    default void wrongUseFailsWhereItIsWritten() {
        Members other = alias(MEMBER, "other");
        var onConflict = annAndBob().onConflict(MEMBER.BY_EMAIL);

        assertThatThrownBy(() -> annAndBob().onConflict(other.BY_EMAIL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> onConflict.doUpdate(MEMBER.EMAIL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> onConflict.doUpdate(other.NAME)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> onConflict.doNothing().set(MEMBER.NAME, "x"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> onConflict.doNothing().updateWhere(MEMBER.VISITS.gt(1)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> onConflict.doNothing().onConflictOfAnyKey()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void explanationNamesWhatStandsInForTheClause() {
        String told = db().explain(annAndBob().onConflict(MEMBER.BY_EMAIL).doNothing());

        assertThat(told.contains("on conflict"))
                .isEqualTo(db().dialect().support(Feature.CONFLICT_CLAUSE) == Support.EMULATED);
        assertThat(members()).isEmpty();
    }

    @Test
    default void equalUpsertsAreEqual() {
        assertThat(annAndBob().onConflict(MEMBER.BY_EMAIL).doUpdate(m -> m.NAME))
                .isEqualTo(annAndBob().onConflict(MEMBER.BY_EMAIL).doUpdate(MEMBER.NAME))
                .isNotEqualTo(annAndBob().onConflict(MEMBER.BY_EMAIL).doNothing())
                .isNotEqualTo(annAndBob());
    }
}
