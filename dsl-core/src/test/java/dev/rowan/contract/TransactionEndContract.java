package dev.rowan.contract;

import static dev.rowan.contract.Accounts.ACCOUNT;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.rowan.error.ConstraintViolationException;
import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import dev.rowan.execute.Isolation;
import dev.rowan.execute.Limits;
import dev.rowan.execute.Retry;
import dev.rowan.execute.Transaction;
import dev.rowan.execute.TransactionOptions;
import dev.rowan.query.Insert;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** How transactions begin and end: by hand, around others, with something to do afterwards, and too late. */
interface TransactionEndContract extends OpenDatabase {
    private static Insert<Accounts.Account, ?> account(long id) {
        return insertInto(ACCOUNT).set(ACCOUNT.ID, id).set(ACCOUNT.OWNER, "owner");
    }

    private List<Long> ids() {
        return db().fetch(select(ACCOUNT.ID).from(ACCOUNT).orderBy(ACCOUNT.ID.asc()));
    }

    private void assertAllConnectionsAreBack() {
        HikariDataSource pool = (HikariDataSource) dataSource();
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    default void transactionByHandIsCommittedByCommitOnly() {
        try (Transaction tx = db().begin()) {
            tx.execute(account(1));
            tx.commit();
        }
        try (Transaction tx = db().begin()) {
            tx.execute(account(2));
        }
        try (Transaction tx = db().begin()) {
            tx.execute(account(3));
            tx.rollback();
        }

        assertThat(ids()).containsExactly(1L);
        assertAllConnectionsAreBack();
    }

    @Test
    default void transactionByHandTakesNothingAfterItsEnd() {
        try (Transaction tx = db().begin()) {
            tx.commit();
            assertThatThrownBy(() -> tx.execute(account(1))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(tx::commit).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(tx::rollback).isInstanceOf(IllegalStateException.class);
        }
        Transaction tx = db().begin();
        tx.close();
        assertThatThrownBy(() -> tx.execute(account(1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(tx::commit).isInstanceOf(IllegalStateException.class);

        assertThat(ids()).isEmpty();
        assertAllConnectionsAreBack();
    }

    @Test
    default void databaseWithinATransactionByHandFailsUntilItsEnd() {
        try (Transaction tx = db().begin()) {
            assertThatThrownBy(() -> db().execute(account(1))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> db().begin()).isInstanceOf(IllegalStateException.class);
            tx.commit();
            db().execute(account(2));
        }

        assertThat(ids()).containsExactly(2L);
    }

    @Test
    default void transactionOfAFunctionIsNotEndedByHand() {
        db().transaction(tx -> {
            tx.execute(account(1));
            assertThatThrownBy(tx::commit).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(tx::rollback).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(tx::close).isInstanceOf(IllegalStateException.class);
            return tx.execute(account(2));
        });

        assertThat(ids()).containsExactly(1L, 2L);
    }

    @Test
    default void retryIsForFunctionsOnly() {
        assertThatThrownBy(() -> db().begin(TransactionOptions.DEFAULT.withRetry(Retry.onConflict(2))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void ambientStatementsJoinTheTransactionOfTheirThread() {
        Database ambient = db().ambient();

        assertThatThrownBy(() -> ambient.transaction(tx -> {
                    ambient.execute(account(1));
                    assertThat(ambient.fetch(select(ACCOUNT.ID).from(ACCOUNT))).containsExactly(1L);
                    assertThat(ambient.limits(Limits.rows(1))
                                    .fetch(select(ACCOUNT.ID).from(ACCOUNT)))
                            .containsExactly(1L);
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ids()).isEmpty();

        ambient.transaction(tx -> ambient.execute(account(2)));
        ambient.execute(account(3));
        assertThat(ids()).containsExactly(2L, 3L);
    }

    @Test
    default void ambientTransactionWithinAnotherIsUndoneAlone() {
        Database ambient = db().ambient();

        ambient.transaction(tx -> {
            ambient.execute(account(1));
            assertThatThrownBy(() -> ambient.transaction(inner -> {
                        ambient.execute(account(2));
                        throw new IllegalArgumentException("no");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            TransactionOptions named = TransactionOptions.DEFAULT.withName("inner");
            assertThatThrownBy(() -> ambient.transaction(named, inner -> 1)).isInstanceOf(IllegalStateException.class);
            return ambient.execute(account(3));
        });

        assertThat(ids()).containsExactly(1L, 3L);
    }

    @Test
    default void ambientTransactionIsKnownToItsThreadOnly() {
        Database ambient = db().ambient();

        List<Long> seen = ambient.transaction(tx -> {
            CompletableFuture<List<Long>> other = CompletableFuture.supplyAsync(
                    () -> ambient.fetch(select(ACCOUNT.ID).from(ACCOUNT)));
            List<Long> before = other.join();
            ambient.execute(account(1));
            return before;
        });

        assertThat(seen).isEmpty();
    }

    @Test
    default void ambientTransactionIsNotThatOfAnotherHandleOfTheSameServer() {
        Database ambient = db().ambient();
        Database other = Database.of(dataSource(), db().dialect()).ambient();

        assertThatThrownBy(() -> ambient.transaction(tx -> {
                    other.execute(account(1));
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(ids()).containsExactly(1L);
    }

    @Test
    default void ambientStatementAfterACommitByHandFails() {
        Database ambient = db().ambient();
        try (Transaction tx = ambient.begin()) {
            ambient.execute(account(1));
            tx.commit();
            assertThatThrownBy(() -> ambient.execute(account(2))).isInstanceOf(IllegalStateException.class);
        }
        ambient.execute(account(3));

        assertThat(ids()).containsExactly(1L, 3L);
    }

    @Test
    default void siblingThatComesTooLateWritesNothing() {
        CountDownLatch ended = new CountDownLatch(1);
        AtomicReference<CompletableFuture<Object>> sibling = new AtomicReference<>();

        RuntimeException first = failure(() -> db().transaction(tx -> {
            sibling.set(CompletableFuture.supplyAsync(() -> {
                await(ended);
                return failure(() -> tx.execute(account(2)));
            }));
            tx.execute(account(1));
            throw new IllegalArgumentException("first child failed");
        }));
        ended.countDown(); // before anything else can fail: a sibling that waits for ever takes a thread of all tests

        assertThat(first).isInstanceOf(IllegalArgumentException.class);
        assertThat(sibling.get().join()).isInstanceOf(IllegalStateException.class);
        assertThat(ids()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuntimeException failure(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            return e;
        }
        throw new AssertionError("expected a failure, got none");
    }

    @Test
    default void actionsRunInOrderAfterTheCommit() {
        List<Object> seen = new ArrayList<>();

        db().transaction(tx -> {
            tx.execute(account(1));
            tx.afterCommit(() -> seen.add(ids()));
            tx.transaction(nested -> {
                nested.afterCommit(() -> seen.add("nested"));
                return nested.execute(account(2));
            });
            assertThat(seen).isEmpty();
            return 0;
        });

        assertThat(seen).containsExactly(List.of(1L, 2L), "nested");
    }

    @Test
    default void actionsOfWhatIsRolledBackNeverRun() {
        List<Object> seen = new ArrayList<>();

        assertThatThrownBy(() -> db().transaction(tx -> {
                    tx.afterCommit(() -> seen.add("rolled back"));
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        db().transaction(tx -> {
            tx.afterCommit(() -> seen.add("before"));
            assertThatThrownBy(() -> tx.transaction(nested -> {
                        nested.afterCommit(() -> seen.add("nested"));
                        throw new IllegalArgumentException("no");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            tx.afterCommit(() -> seen.add("after"));
            return 0;
        });
        try (Transaction tx = db().begin()) {
            tx.afterCommit(() -> seen.add("closed"));
        }

        assertThat(seen).containsExactly("before", "after");
    }

    @Test
    default void actionThatFailsUndoesNothingAndKeepsNoneFromRunning() {
        List<Object> seen = new ArrayList<>();

        db().transaction(tx -> {
            tx.afterCommit(() -> {
                throw new IllegalStateException("mail server");
            });
            tx.afterCommit(() -> seen.add(db().execute(account(2))));
            return tx.execute(account(1));
        });

        assertThat(seen).containsExactly(1L);
        assertThat(ids()).containsExactly(1L, 2L);
    }

    @Test
    default void actionsOfATransactionByHandRunAtItsCommit() {
        List<Object> seen = new ArrayList<>();

        try (Transaction tx = db().ambient().begin()) {
            tx.afterCommit(
                    () -> seen.add(db().ambient().fetch(select(ACCOUNT.ID).from(ACCOUNT))));
            tx.execute(account(1));
            tx.commit();
            assertThat(seen).containsExactly(List.of(1L));
            assertThatThrownBy(() -> tx.afterCommit(() -> {})).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    default void connectionComesBackAsItWasWhateverTheOptionsWereAndWhateverFailed() throws SQLException {
        TransactionOptions options = TransactionOptions.DEFAULT.withIsolation(Isolation.REPEATABLE_READ);
        try (Connection connection = dataSource().getConnection()) {
            Database one = Database.of(new LentConnection(connection), db().dialect());
            int isolation = connection.getTransactionIsolation();

            one.transaction(options, tx -> tx.execute(account(1)));
            assertState(connection, isolation);
            assertThatThrownBy(() -> one.transaction(options, tx -> tx.execute(account(1))))
                    .isInstanceOf(ConstraintViolationException.class);
            assertState(connection, isolation);
            assertThatThrownBy(() -> one.transaction(options, tx -> {
                        throw new AssertionError("no");
                    }))
                    .isInstanceOf(AssertionError.class);
            assertState(connection, isolation);
            assertThatThrownBy(() -> one.transaction(
                            options,
                            tx -> tx.transaction(nested -> {
                                throw new Exception("no");
                            })))
                    .hasMessage("no");
            assertState(connection, isolation);
        }
        assertThat(ids()).containsExactly(1L);
    }

    private static void assertState(Connection connection, int isolation) throws SQLException {
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(connection.isReadOnly()).isFalse();
        assertThat(connection.getTransactionIsolation()).isEqualTo(isolation);
    }

    @Test
    default void statementOfALateTransactionIsNotSent() {
        TransactionOptions hurried =
                TransactionOptions.DEFAULT.withTimeout(Duration.ofMillis(1)).withName("hurried");

        assertThatThrownBy(() -> db().transaction(hurried, tx -> {
                    assertThat(tx.name()).isEqualTo("hurried");
                    letPass(2);
                    return tx.execute(account(1));
                }))
                .isInstanceOfSatisfying(QueryException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(QueryException.Kind.TIMEOUT);
                    assertThat(failure).hasMessageContaining("hurried").hasMessageContaining("PT0.001S");
                });
        assertThat(ids()).isEmpty();
    }

    @Test
    default void lateTransactionIsNotCommitted() {
        TransactionOptions hurried = TransactionOptions.DEFAULT.withTimeout(Duration.ofSeconds(2));

        assertThatThrownBy(() -> db().transaction(hurried, tx -> {
                    tx.execute(account(1));
                    letPass(2_001);
                    return 0;
                }))
                .isInstanceOfSatisfying(
                        QueryException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(QueryException.Kind.TIMEOUT));
        assertThat(ids()).isEmpty();
        assertAllConnectionsAreBack();
    }

    private static void letPass(long milliseconds) {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    default void failureThatTheFunctionSwallowsIsNotLost() {
        try {
            db().transaction(tx -> {
                tx.execute(account(1));
                failure(() -> tx.execute(account(1)));
                return 0;
            });
            assertThat(ids()).containsExactly(1L);
        } catch (ConstraintViolationException e) { // where a failed statement aborts the transaction
            assertThat(db().dialect().abortsTransactions()).isTrue();
            assertThat(ids()).isEmpty();
        }
    }

    @Test
    default void abortedTransactionTakesNoStatementUntilItIsBackAtASavepoint() {
        assumeTrue(db().dialect().abortsTransactions());

        db().transaction(tx -> {
            tx.execute(account(1));
            assertThatThrownBy(() -> tx.transaction(nested -> {
                        failure(() -> nested.execute(account(1)));
                        return nested.execute(account(2));
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasCauseInstanceOf(ConstraintViolationException.class);
            return tx.execute(account(3));
        });

        assertThat(ids()).containsExactly(1L, 3L);
    }
}
