package dev.rowan.contract;

import static dev.rowan.contract.Accounts.ACCOUNT;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rowan.contract.Accounts.Account;
import dev.rowan.execute.Database;
import dev.rowan.execute.Retry;
import dev.rowan.execute.TransactionOptions;
import dev.rowan.query.RowWrite;
import dev.rowan.row.Row2;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Where {@code returning} is several statements, the rows that it yields are those that it writes, whoever writes in between. */
interface MeetingWriterContract extends OpenDatabase {
    /** Begins to write as soon as the first statement of another has run, and waits a moment, in case that locks nothing. */
    private Database meeting(List<CompletableFuture<Long>> writers, Runnable... writes) {
        return db().withListener(event -> {
            if (writers.isEmpty()) {
                for (Runnable write : writes) {
                    writers.add(CompletableFuture.supplyAsync(() -> {
                        write.run();
                        return 1L;
                    }));
                }
                for (CompletableFuture<Long> writer : writers) {
                    // it goes on to wait for the lock, as it should
                    writer.copy()
                            .completeOnTimeout(0L, 300, TimeUnit.MILLISECONDS)
                            .join();
                }
            }
        });
    }

    private void assumeSeveralStatements(RowWrite<?> write) {
        assumeTrue(!db().dialect().returnsRows(write), "the server returns what it writes by itself");
    }

    private void empty(long id) {
        db().transaction(
                        TransactionOptions.DEFAULT.withRetry(Retry.onConflict(20)),
                        tx -> tx.execute(update(ACCOUNT).set(ACCOUNT.BALANCE, 0).where(ACCOUNT.ID.eq(id))));
    }

    private void open(long id) {
        db().transaction(
                        TransactionOptions.DEFAULT.withRetry(Retry.onConflict(20)),
                        tx -> tx.execute(insertInto(ACCOUNT)
                                .set(ACCOUNT.ID, id)
                                .set(ACCOUNT.OWNER, "late")
                                .set(ACCOUNT.BALANCE, 100)));
    }

    @Test
    default void updateReturnsWhatItHasUpdated() {
        RowWrite<Account> write =
                update(ACCOUNT).set(ACCOUNT.BALANCE, ACCOUNT.BALANCE.plus(1)).where(ACCOUNT.BALANCE.ge(100));
        assumeSeveralStatements(write);
        Accounts.open(db(), 3, 100);
        List<CompletableFuture<Long>> writers = new ArrayList<>();

        List<Row2<Long, Long>> returned = meeting(writers, () -> empty(2), () -> open(4))
                .fetch(update(ACCOUNT)
                        .set(ACCOUNT.BALANCE, ACCOUNT.BALANCE.plus(1))
                        .where(ACCOUNT.BALANCE.ge(100))
                        .returning(ACCOUNT.ID, ACCOUNT.BALANCE));
        writers.forEach(CompletableFuture::join);

        assertThat(returned).containsExactly(new Row2<>(1L, 101L), new Row2<>(2L, 101L), new Row2<>(3L, 101L));
        assertThat(writers).hasSize(2);
        assertThat(db().fetch(select(ACCOUNT.BALANCE).from(ACCOUNT).orderBy(ACCOUNT.ID.asc())))
                .containsExactly(101L, 0L, 101L, 100L);
    }

    @Test
    default void deleteReturnsWhatItHasDeleted() {
        assumeSeveralStatements(deleteFrom(ACCOUNT).everyRow());
        Accounts.open(db(), 3, 100);
        List<CompletableFuture<Long>> writers = new ArrayList<>();

        List<Row2<Long, Long>> returned = meeting(writers, () -> empty(2), () -> open(4))
                .fetch(deleteFrom(ACCOUNT).where(ACCOUNT.BALANCE.ge(100)).returning(ACCOUNT.ID, ACCOUNT.BALANCE));
        writers.forEach(CompletableFuture::join);

        assertThat(returned).containsExactly(new Row2<>(1L, 100L), new Row2<>(2L, 100L), new Row2<>(3L, 100L));
        assertThat(db().fetch(select(ACCOUNT.ID).from(ACCOUNT))).containsExactly(4L);
    }

    @Test
    default void insertReturnsTheRowsOfItsKeys() {
        assumeSeveralStatements(insertInto(ACCOUNT).set(ACCOUNT.ID, 1).set(ACCOUNT.OWNER, "x"));
        List<CompletableFuture<Long>> writers = new ArrayList<>();

        List<Row2<Long, String>> returned = meeting(writers, () -> empty(1), () -> open(4))
                .fetch(insertInto(ACCOUNT)
                        .rows(List.of(
                                new Account(1, "first", null, null, null, null, 7),
                                new Account(2, "second", null, null, null, null, 8)))
                        .returning(ACCOUNT.ID, ACCOUNT.OWNER));
        writers.forEach(CompletableFuture::join);

        assertThat(returned).containsExactly(new Row2<>(1L, "first"), new Row2<>(2L, "second"));
        assertThat(db().fetch(select(ACCOUNT.BALANCE).from(ACCOUNT).orderBy(ACCOUNT.ID.asc())))
                .containsExactly(0L, 8L, 100L);
    }
}
