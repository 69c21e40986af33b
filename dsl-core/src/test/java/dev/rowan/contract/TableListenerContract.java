package dev.rowan.contract;

import static dev.rowan.club.Clubs.CLUB;
import static dev.rowan.club.Clubs.TENANT;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.club.Club;
import dev.rowan.execute.Database;
import dev.rowan.execute.StatementEvent;
import dev.rowan.execute.TableListener;
import dev.rowan.query.Delete;
import dev.rowan.query.Insert;
import dev.rowan.query.RowWrite;
import dev.rowan.query.Update;
import dev.rowan.row.Many;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Listeners of a table change what is written, or refuse it, and learn what was written and committed. */
interface TableListenerContract extends OpenDatabase {

    /** Notes what it is told. */
    final class Notes implements TableListener<Club> {
        final List<String> told = new ArrayList<>();

        @Override
        public Insert<Club, ?> beforeInsert(Insert<Club, ?> insert) {
            told.add("before insert of " + insert.rowCount());
            return insert.map(CLUB.NAME, name -> name.toLowerCase(Locale.ROOT));
        }

        @Override
        public Update<Club> beforeUpdate(Update<Club> update) {
            told.add("before update");
            return update.map(CLUB.NAME, name -> name.toLowerCase(Locale.ROOT));
        }

        @Override
        public Delete<Club> beforeDelete(Delete<Club> delete) {
            told.add("before delete");
            return delete;
        }

        @Override
        public void after(RowWrite<Club> write, long rows) {
            told.add("after " + write.getClass().getSimpleName() + " of " + rows);
        }

        @Override
        public void afterCommit(RowWrite<Club> write, long rows) {
            told.add("committed " + write.getClass().getSimpleName() + " of " + rows);
        }
    }

    private Database hearing(TableListener<Club> listener) {
        return db().with(TENANT, 1L).withListener(CLUB, listener);
    }

    private List<String> names() {
        return db().with(TENANT, 1L).fetch(select(CLUB.NAME).from(CLUB).orderBy(CLUB.ID.asc()));
    }

    @Test
    default void singleRowsAndManyAreToldAlike() {
        Notes notes = new Notes();
        hearing(notes).execute(insertInto(CLUB).set(CLUB.ID, 1).set(CLUB.NAME, "Chess"));
        hearing(notes).execute(insertInto(CLUB).rows(List.of(Club.named(2, "GO"), Club.named(3, "Bridge"))));

        assertThat(names()).containsExactly("chess", "go", "bridge");
        assertThat(notes.told)
                .containsExactly(
                        "before insert of 1",
                        "after Insert of 1",
                        "committed Insert of 1",
                        "before insert of 2",
                        "after Insert of 2",
                        "committed Insert of 2");
    }

    @Test
    default void updatesAndDeletesAreTold() {
        hearing(new Notes()).execute(insertInto(CLUB).row(Club.named(1, "Chess")));
        Notes notes = new Notes();
        hearing(notes).execute(update(CLUB).set(CLUB.NAME, "GO").where(CLUB.ID.eq(1)));
        assertThat(names()).containsExactly("go");
        hearing(notes).execute(deleteFrom(CLUB).where(CLUB.ID.eq(1)));

        assertThat(notes.told)
                .containsExactly(
                        "before update",
                        "after Update of 1",
                        "committed Update of 1",
                        "before delete",
                        "after Delete of 1",
                        "committed Delete of 1");
    }

    @Test
    default void listenerThatThrowsBeforeLetsNothingBeSent() {
        List<StatementEvent> sent = new ArrayList<>();
        Database db = recording(sent).with(TENANT, 1L).withListener(CLUB, new TableListener<Club>() {
            @Override
            public Insert<Club, ?> beforeInsert(Insert<Club, ?> insert) {
                throw new IllegalStateException("no more clubs");
            }
        });

        assertThatThrownBy(() -> db.execute(insertInto(CLUB).row(Club.named(1, "Chess"))))
                .hasMessage("no more clubs");
        assertThat(sent).isEmpty();
    }

    @Test
    default void listenerThatThrowsAfterUndoesTheWrite() {
        Database db = hearing(new TableListener<Club>() {
            @Override
            public void after(RowWrite<Club> write, long rows) {
                throw new IllegalStateException("not this one");
            }
        });

        assertThatThrownBy(() -> db.execute(insertInto(CLUB).row(Club.named(1, "Chess"))))
                .hasMessage("not this one");
        assertThat(names()).isEmpty();
    }

    @Test
    default void commitIsToldAtTheEndOfTheTransactionAndNeverOfARollback() {
        Notes notes = new Notes();
        hearing(notes).transaction(tx -> {
            tx.execute(insertInto(CLUB).row(Club.named(1, "Chess")));
            assertThat(notes.told).doesNotContain("committed Insert of 1");
            return tx.execute(insertInto(CLUB).row(Club.named(2, "Go")));
        });
        assertThat(notes.told).endsWith("committed Insert of 1", "committed Insert of 1");

        Notes undone = new Notes();
        assertThatThrownBy(() -> hearing(undone).transaction(tx -> {
                    tx.execute(insertInto(CLUB).row(Club.named(3, "Bridge")));
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        assertThat(undone.told).containsExactly("before insert of 1", "after Insert of 1");
    }

    @Test
    default void rowsCanBeReplaced() {
        hearing(new TableListener<Club>() {
                    @Override
                    public Insert<Club, ?> beforeInsert(Insert<Club, ?> insert) {
                        return insert.mapRows(
                                club -> new Club(club.id() + 10, null, club.name() + "!", Many.unloaded()));
                    }
                })
                .execute(insertInto(CLUB).row(Club.named(1, "Chess")));

        assertThat(names()).containsExactly("Chess!");
        assertThat(db().with(TENANT, 1L).fetchOne(select(CLUB.ID).from(CLUB))).isEqualTo(11);
    }
}
