package dev.rowan.contract;

import static dev.rowan.contract.Defaults.DEFAULTS;
import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.insertRanks;
import static dev.rowan.contract.Notes.insertTexts;
import static dev.rowan.expression.Functions.lower;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.Notes.Note;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.execute.StatementEvent;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.shop.OrderStatus;
import dev.rowan.shop.User;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What inserts, updates and deletes leave behind. */
interface WriteContract extends OpenDatabase {
    private List<Note> notes() {
        return db().fetch(select().from(NOTE).orderBy(NOTE.ID.asc()));
    }

    @Test
    default void insertSetsColumns() {
        long inserted = db().execute(
                        insertInto(NOTE).set(NOTE.ID, 1).set(NOTE.TEXT, "a").set(NOTE.RANK, 2));

        assertThat(inserted).isEqualTo(1);
        assertThat(notes()).containsExactly(new Note(1, "a", 2));
    }

    @Test
    default void insertSetsNull() {
        db().execute(insertInto(NOTE).set(NOTE.ID, 1).set(NOTE.TEXT, (String) null));

        assertThat(notes()).containsExactly(new Note(1, null, null));
    }

    @Test
    default void insertOfRecordsTakesManyRowsInOneStatement() {
        List<Note> written = IntStream.rangeClosed(1, 500)
                .mapToObj(i -> new Note(i, i % 3 == 0 ? null : "n" + i, i % 2 == 0 ? null : i))
                .toList();
        List<StatementEvent> sent = new ArrayList<>();

        long inserted = recording(sent).execute(insertInto(NOTE).rows(written));

        assertThat(inserted).isEqualTo(500);
        assertThat(sent).hasSize(1);
        assertThat(notes()).isEqualTo(written);
    }

    @Test
    default void setAppliesToEveryRowOfAnInsert() {
        db().execute(insertInto(NOTE)
                .row(new Note(1, "a", 1))
                .row(new Note(2, "b", null))
                .set(NOTE.RANK, 9));

        assertThat(notes()).containsExactly(new Note(1, "a", 9), new Note(2, "b", 9));
    }

    @Test
    default void moreValuesThanTheDatabaseBindsAreRefusedBeforeAnythingIsSent() {
        int rows = db().dialect().maximumBinds() / 3 + 1;
        List<Note> tooMany =
                IntStream.range(0, rows).mapToObj(i -> new Note(i, null, null)).toList();
        List<StatementEvent> sent = new ArrayList<>();

        assertThatThrownBy(() -> recording(sent).execute(insertInto(NOTE).rows(tooMany)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("" + db().dialect().maximumBinds());
        assertThat(sent).isEmpty();
    }

    @Test
    default void asManyValuesAsTheDatabaseBindsAreTaken() {
        int rows = db().dialect().maximumBinds() / 3;
        List<Note> many =
                IntStream.range(0, rows).mapToObj(i -> new Note(i, null, null)).toList();

        assertThat(db().execute(insertInto(NOTE).rows(many))).isEqualTo(rows);
    }

    @Test
    default void databaseFillsInWhatAnInsertLeavesOut() {
        db().execute(insertInto(DEFAULTS));
        db().execute(insertInto(DEFAULTS).set(DEFAULTS.COUNT, 5));

        List<Defaults.Row> rows = db().fetch(select().from(DEFAULTS).orderBy(DEFAULTS.ID.asc()));
        assertThat(rows).extracting(Defaults.Row::count).containsExactly(-7, 5);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row)
                        .isEqualTo(new Defaults.Row(
                                row.id(),
                                row.count(),
                                new BigDecimal("9.90"),
                                "it's \"ä\" `x` -- ?",
                                true,
                                OrderStatus.PENDING,
                                null)));
    }

    @Test
    default void databaseGeneratesIdentityValues() {
        User user = new User(0, "Ann", "a", true, null, Many.unloaded(), One.unloaded());
        User other = new User(0, "Bob", "b", false, null, Many.unloaded(), One.unloaded());

        db().execute(insertInto(USER).row(user).row(other));
        db().execute(insertInto(USER).set(USER.NAME, "Cid").set(USER.EMAIL, "c"));

        assertThat(db().fetch(select(USER.ID).from(USER)))
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allMatch(id -> id > 0);
    }

    @Test
    default void identityCanBeGiven() {
        db().execute(insertInto(USER).set(USER.ID, -5).set(USER.NAME, "Ann").set(USER.EMAIL, "a"));

        assertThat(db().find(USER.KEY, -5)).isPresent();
    }

    @Test
    default void updateSetsValuesNullAndExpressions() {
        db().execute(insertInto(NOTE).row(new Note(1, "Ab", 10)).row(new Note(2, "Cd", 20)));

        long updated = db().execute(update(NOTE)
                .set(NOTE.RANK, NOTE.RANK.times(2).minus(1))
                .set(NOTE.TEXT, lower(NOTE.TEXT))
                .where(NOTE.ID.eq(1)));
        db().execute(update(NOTE).set(NOTE.TEXT, (String) null).where(n -> n.ID.eq(2)));

        assertThat(updated).isEqualTo(1);
        assertThat(notes()).containsExactly(new Note(1, "ab", 19), new Note(2, null, 20));
    }

    @Test
    default void updateCountsTheRowsItFoundNotThoseItChanged() {
        insertTexts(db(), "a", "a", "b");

        assertThat(db().execute(update(NOTE).set(NOTE.TEXT, "a").where(NOTE.TEXT.eq("a"))))
                .isEqualTo(2);
        assertThat(db().execute(update(NOTE).set(NOTE.TEXT, "x").where(NOTE.ID.eq(99))))
                .isZero();
    }

    @Test
    default void everyRowUpdatesEveryRow() {
        insertRanks(db(), 1, null, 3);

        assertThat(db().execute(update(NOTE).set(NOTE.RANK, 0).everyRow())).isEqualTo(3);
        assertThat(notes()).extracting(Note::rank).containsOnly(0);
    }

    @Test
    default void deleteRemovesWhatItsConditionHolds() {
        insertRanks(db(), 1, 2, null);

        assertThat(db().execute(deleteFrom(NOTE).where(NOTE.RANK.ge(2)))).isEqualTo(1);
        assertThat(db().execute(deleteFrom(NOTE).where(n -> n.RANK.in(List.of()))))
                .isZero();
        assertThat(notes()).extracting(Note::id).containsExactly(1L, 3L);
    }

    @Test
    default void everyRowDeletesEveryRow() {
        insertRanks(db(), 1, null, 3);

        assertThat(db().execute(deleteFrom(NOTE).everyRow())).isEqualTo(3);
        assertThat(notes()).isEmpty();
    }

    @Test
    default void noRowsInsertNothing() {
        List<Defaults.Row> none = List.of();

        assertThatThrownBy(() -> db().execute(insertInto(DEFAULTS).rows(none)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(db().fetch(select().from(DEFAULTS))).isEmpty();
    }
}
