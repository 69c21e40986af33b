package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Products.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.zaxxer.hikari.HikariDataSource;
import dev.rowan.error.DecodeException;
import dev.rowan.error.QueryException;
import dev.rowan.error.RowCountException;
import dev.rowan.execute.Database;
import dev.rowan.execute.StatementEvent;
import dev.rowan.execute.TableListener;
import dev.rowan.execute.Transaction;
import dev.rowan.execute.TransactionOptions;
import dev.rowan.query.Insert;
import dev.rowan.query.RowWrite;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** All or nothing, and connections that come back as they went. */
interface TransactionContract extends OpenDatabase {
    private static Insert<Notes.Note, Notes> note(long id) {
        return insertInto(NOTE).set(NOTE.ID, id);
    }

    private List<Long> ids() {
        return db().fetch(select(NOTE.ID).from(NOTE).orderBy(NOTE.ID.asc()));
    }

    @Test
    default void transactionThatReturnsIsCommitted() {
        String result = db().transaction(tx -> {
            tx.execute(note(1));
            tx.execute(note(2));
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(ids()).containsExactly(1L, 2L);
    }

    @Test
    default void transactionIsSeenByOthersOnlyWhenItIsCommitted() throws SQLException {
        try (Connection connection = dataSource().getConnection()) {
            Database other = Database.of(new LentConnection(connection), db().dialect());

            long seen = db().transaction(tx -> {
                tx.execute(note(1));
                assertThat(tx.fetch(select(NOTE.ID).from(NOTE))).containsExactly(1L);
                return other.fetchOne(select(count()).from(NOTE));
            });

            assertThat(seen).isZero();
            assertThat(other.fetchOne(select(count()).from(NOTE))).isEqualTo(1);
        }
    }

    @Test
    default void transactionThatThrowsIsRolledBackAndThrowsTheSame() {
        Exception reason = new Exception("no");

        assertThatThrownBy(() -> db().transaction(tx -> {
                    tx.execute(note(1));
                    throw reason;
                }))
                .isSameAs(reason);
        assertThat(ids()).isEmpty();
    }

    @Test
    default void workWithoutResultIsCommittedOrUndone() {
        assumeNestedTransactions();
        db().useTransaction(tx -> {
            tx.execute(note(1));
            assertThatThrownBy(() -> tx.useTransaction(part -> {
                        part.execute(note(2));
                        throw new IOException("no");
                    }))
                    .isInstanceOf(IOException.class);
            tx.useTransaction(part -> part.execute(note(3)));
        });
        assertThat(ids()).containsExactly(1L, 3L);

        assertThatThrownBy(() -> db().useTransaction(TransactionOptions.DEFAULT, tx -> {
                    tx.execute(note(4));
                    throw new IOException("no");
                }))
                .isInstanceOf(IOException.class);
        assertThat(ids()).containsExactly(1L, 3L);
    }

    @Test
    default void whatIsThrownAfterTheCommitOfASessionUndoesNothing() {
        List<Long> told = new ArrayList<>();
        Database heard = db().withListener(NOTE, new TableListener<Notes.Note>() {
            @Override
            public void afterCommit(RowWrite<Notes.Note> write, long rows) {
                told.add(rows);
                throw new IllegalStateException("is logged");
            }
        });

        long written = heard.session(
                session -> session.transaction(() -> session.execute(note(1)) + session.execute(note(2))));

        assertThat(written).isEqualTo(2);
        assertThat(told).containsExactly(1L, 1L);
        assertThat(ids()).containsExactly(1L, 2L);
    }

    @Test
    default void errorRollsBackToo() {
        assertThatThrownBy(() -> db().transaction(tx -> {
                    tx.execute(note(1));
                    throw new AssertionError("no");
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(ids()).isEmpty();
    }

    @Test
    default void failedStatementRollsBackWhatCameBefore() {
        assertThatThrownBy(() -> db().transaction(tx -> {
                    tx.execute(note(1));
                    return tx.execute(note(1));
                }))
                .isInstanceOf(QueryException.class);
        assertThat(ids()).isEmpty();
    }

    @Test
    default void nestedTransactionIsUndoneAlone() {
        assumeNestedTransactions();
        db().transaction(tx -> {
            tx.execute(note(1));
            assertThatThrownBy(() -> tx.transaction(inner -> {
                        inner.execute(note(2));
                        throw new IllegalArgumentException("no");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            return tx.execute(note(3));
        });

        assertThat(ids()).containsExactly(1L, 3L);
    }

    @Test
    default void failedStatementInANestedTransactionLeavesTheOuterOneUsable() {
        assumeNestedTransactions();
        db().transaction(tx -> {
            tx.execute(note(1));
            assertThatThrownBy(() -> tx.transaction(inner -> inner.execute(note(1))))
                    .isInstanceOf(QueryException.class);
            return tx.execute(note(2));
        });

        assertThat(ids()).containsExactly(1L, 2L);
    }

    @Test
    default void nestedTransactionIsPartOfTheOuterOne() {
        assumeNestedTransactions();
        assertThatThrownBy(() -> db().transaction(tx -> {
                    tx.transaction(inner -> inner.transaction(innermost -> innermost.execute(note(1))));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(ids()).isEmpty();
    }

    @Test
    default void databaseWithinItsOwnTransactionFailsAtOnce() {
        List<StatementEvent> sent = new ArrayList<>();
        Database listening = recording(sent);

        db().transaction(tx -> {
            assertThatThrownBy(() -> db().execute(note(1))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> listening.fetch(select().from(NOTE))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> listening.transaction(inner -> 1)).isInstanceOf(IllegalStateException.class);
            return 0;
        });

        assertThat(sent).isEmpty();
        assertThat(ids()).isEmpty();
    }

    @Test
    default void databaseIsUsableAfterItsTransaction() {
        assertThatThrownBy(() -> db().transaction(tx -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(db().execute(note(1))).isEqualTo(1);
    }

    @Test
    default void transactionUsedAfterItsEndFails() {
        AtomicReference<Transaction> leaked = new AtomicReference<>();
        db().transaction(tx -> {
            leaked.set(tx);
            return 0;
        });

        assertThatThrownBy(() -> leaked.get().execute(note(1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> leaked.get().transaction(tx -> 1)).isInstanceOf(IllegalStateException.class);
        assertThat(ids()).isEmpty();
    }

    @Test
    default void connectionComesBackInTheModeItCameIn() throws SQLException {
        try (Connection connection = dataSource().getConnection()) {
            Database one = Database.of(new LentConnection(connection), db().dialect());

            one.transaction(tx -> tx.execute(note(1)));
            assertThat(connection.getAutoCommit()).isTrue();
            assertThatThrownBy(() -> one.transaction(tx -> {
                        tx.execute(note(2));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(connection.getAutoCommit()).isTrue();
        }
        assertThat(ids()).containsExactly(1L);
    }

    @Test
    default void failuresGiveTheirConnectionsBack() {
        HikariDataSource pool = (HikariDataSource) dataSource();
        for (int i = 0; i < pool.getMaximumPoolSize() * 3; i++) {
            assertThatThrownBy(() -> db().execute(insertInto(NOTE).withoutRules()))
                    .isInstanceOf(QueryException.class);
            assertThatThrownBy(() -> db().fetchOne(select().from(NOTE))).isInstanceOf(RowCountException.class);
            assertThatThrownBy(() ->
                            db().transaction(tx -> tx.execute(insertInto(NOTE).withoutRules())))
                    .isInstanceOf(QueryException.class);
            assertThatThrownBy(() -> db().transaction(tx -> {
                        tx.execute(note(1));
                        throw new DecodeException("no");
                    }))
                    .isInstanceOf(DecodeException.class);
        }

        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(ids()).isEmpty();
    }

    @Test
    default void listenerThatThrowsGivesTheConnectionBack() {
        HikariDataSource pool = (HikariDataSource) dataSource();
        Database listening = db().withListener(event -> {
            throw new IllegalStateException("listener");
        });

        assertThatThrownBy(() -> listening.fetch(select().from(NOTE))).hasMessage("listener");
        assertThatThrownBy(() -> listening.transaction(tx -> tx.execute(note(1))))
                .hasMessage("listener");
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(ids()).isEmpty();
    }

    private void assumeNestedTransactions() {
        assumeFalse(db().dialect().support(Feature.NESTED_TRANSACTION) == Support.REFUSED);
    }

    @Test
    default void whatAListenerThrowsAtTheEndDoesNotCommit() {
        Database failing = db().withListener(event -> {
            if (event.sql().text().startsWith("select")) {
                throw new IllegalStateException("listener");
            }
        });

        assertThatThrownBy(() -> failing.transaction(tx -> {
                    tx.execute(insertInto(PRODUCT).row(ShopData.TEA));
                    tx.stream(select().from(PRODUCT)).iterator().next(); // left open
                    throw new IllegalArgumentException("body");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("body");
        assertThat(db().fetch(select().from(PRODUCT))).isEmpty();
    }
}
