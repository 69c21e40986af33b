package dev.rowan.contract;

import static dev.rowan.contract.Accounts.ACCOUNT;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import dev.rowan.execute.Isolation;
import dev.rowan.execute.Page;
import dev.rowan.execute.Retry;
import dev.rowan.execute.Transaction;
import dev.rowan.execute.TransactionOptions;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Transactions that meet: one yields, as a whole, and is tried again if it asked for that. */
interface ConflictContract extends OpenDatabase {
    private static Retry untilItSucceeds() {
        return Retry.onConflict(1_000)
                .orLockTimeout() // which is what SQLite says
                .backoff(Duration.ofMillis(1), Duration.ofMillis(20))
                .jitter(1);
    }

    /** Takes from one account and, when the other transaction has done the same the other way round, gives to the other. */
    private static long cross(Transaction tx, long from, long to, Runnable met) {
        Accounts.add(tx, from, -1);
        met.run();
        Accounts.add(tx, to, 1);
        return from;
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    default void deadlockIsRetriedAsAWhole() {
        assumeRowLocks();
        Accounts.open(db(), 2, 100);
        CyclicBarrier barrier = new CyclicBarrier(2);
        TransactionOptions options = TransactionOptions.DEFAULT.withRetry(untilItSucceeds());
        AtomicInteger tries = new AtomicInteger();
        List<CompletableFuture<Long>> both = new ArrayList<>();
        for (long from : new long[] {1, 2}) {
            AtomicInteger own = new AtomicInteger();
            both.add(CompletableFuture.supplyAsync(() -> db().transaction(options, tx -> {
                tries.incrementAndGet();
                return cross(tx, from, 3 - from, own.getAndIncrement() == 0 ? () -> meet(barrier) : () -> {});
            })));
        }
        both.forEach(CompletableFuture::join);

        assertThat(tries).hasValueGreaterThan(2);
        assertThat(Accounts.balance(db(), 1)).isEqualTo(100);
        assertThat(Accounts.balance(db(), 2)).isEqualTo(100);
    }

    @Test
    default void nothingIsWrittenAfterADeadlock() {
        assumeRowLocks();
        Accounts.open(db(), 3, 100);
        CyclicBarrier barrier = new CyclicBarrier(2);
        List<CompletableFuture<QueryException>> both = new ArrayList<>();
        for (long from : new long[] {1, 2}) {
            both.add(CompletableFuture.supplyAsync(() -> {
                QueryException[] swallowed = {null};
                try {
                    db().transaction(tx -> {
                        try {
                            return cross(tx, from, 3 - from, () -> meet(barrier));
                        } catch (QueryException e) {
                            swallowed[0] = e;
                            assertThatThrownBy(() -> Accounts.add(tx, 3, 1))
                                    .isInstanceOf(IllegalStateException.class)
                                    .hasCause(e);
                            assertThatThrownBy(() -> tx.transaction(nested -> 1))
                                    .isInstanceOf(IllegalStateException.class);
                            return 0L;
                        }
                    });
                    assertThat(swallowed).containsOnlyNulls();
                } catch (QueryException e) {
                    assertThat(e).isSameAs(swallowed[0]);
                }
                return swallowed[0];
            }));
        }

        List<QueryException> failures = new ArrayList<>();
        for (CompletableFuture<QueryException> each : both) {
            QueryException failure = each.join();
            if (failure != null) {
                failures.add(failure);
            }
        }
        assertThat(failures).hasSize(1);
        assertThat(failures.get(0).kind()).isEqualTo(QueryException.Kind.CONFLICT);
        assertThat(failures.get(0).isRetryable()).isTrue();
        assertThat(Accounts.balance(db(), 3)).isEqualTo(100);
        assertThat(Accounts.total(db())).isEqualTo(300);
    }

    /** Whether two transactions can write different rows of a table at the same time. */
    default void assumeRowLocks() {
        assumeTrue(db().dialect().support(Feature.FOR_UPDATE) != Support.REFUSED);
    }

    @Test
    default void thousandRandomTransfersKeepTheSum() throws Exception {
        int accounts = 10;
        int threads = 8;
        Accounts.open(db(), accounts, 100);
        TransactionOptions options = TransactionOptions.DEFAULT
                .withIsolation(Isolation.REPEATABLE_READ)
                .withRetry(untilItSucceeds());
        try (HikariDataSource pool = pool(threads)) {
            Database database = Database.of(pool, db().dialect());
            ExecutorService executor = Executors.newFixedThreadPool(threads);
            List<Future<?>> all = new ArrayList<>();
            Random random = new Random(42);
            for (int i = 0; i < 1_000; i++) {
                long from = random.nextInt(accounts) + 1L;
                long to = random.nextInt(accounts) + 1L;
                long amount = random.nextInt(60);
                all.add(executor.submit(() -> transfer(database, options, from, to, amount)));
            }
            for (Future<?> each : all) {
                each.get(120, TimeUnit.SECONDS);
            }
            executor.shutdown();
        }

        assertThat(Accounts.total(db())).isEqualTo(accounts * 100L);
        assertThat(db().fetch(select(ACCOUNT.BALANCE).from(ACCOUNT)))
                .allSatisfy(balance -> assertThat(balance).isNotNegative());
    }

    private void transfer(Database database, TransactionOptions options, long from, long to, long amount) {
        try {
            database.transaction(options, tx -> Accounts.transfer(tx, from, to, amount));
        } catch (IllegalArgumentException insufficient) {
            assertThat(insufficient).hasMessage("insufficient funds");
        }
    }

    private HikariDataSource pool(int size) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(((HikariDataSource) dataSource()).getJdbcUrl());
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(5_000);
        return pool;
    }

    @Test
    default void insufficientFundsChangeNothing() {
        Accounts.open(db(), 2, 100);

        assertThatThrownBy(() -> db().transaction(tx -> {
                    Accounts.add(tx, 2, 200);
                    return Accounts.transfer(tx, 1, 2, 101);
                }))
                .hasMessage("insufficient funds");
        assertThat(Accounts.balance(db(), 1)).isEqualTo(100);
        assertThat(Accounts.balance(db(), 2)).isEqualTo(100);

        db().transaction(tx -> Accounts.transfer(tx, 1, 1, 100));
        assertThat(Accounts.balance(db(), 1)).isEqualTo(100);
    }

    @Test
    default void oneConnectionSufficesForEverything() {
        Accounts.open(db(), 3, 100);
        try (HikariDataSource single = pool(1)) {
            Database one = Database.of(single, db().dialect());
            AtomicInteger after = new AtomicInteger();

            long read = one.transaction(tx -> tx.transaction(nested -> nested.transaction(innermost -> {
                innermost.afterCommit(
                        () -> after.addAndGet(one.fetch(select().from(ACCOUNT)).size()));
                return innermost.page(select().from(ACCOUNT), Page.of(1, 2)).total();
            })));

            assertThat(read).isEqualTo(3);
            assertThat(after).hasValue(3);
            assertThat(one.page(select().from(ACCOUNT), Page.of(2, 2)).rows()).hasSize(1);
        }
    }

    @Test
    default void whatIsNoConflictIsNotTriedAgain() {
        Accounts.open(db(), 1, 100);
        AtomicInteger tries = new AtomicInteger();
        TransactionOptions options = TransactionOptions.DEFAULT.withRetry(Retry.onConflict(5));

        assertThatThrownBy(() -> db().transaction(options, tx -> {
                    tries.incrementAndGet();
                    Accounts.open(tx, 1, 100);
                    return 0;
                }))
                .isInstanceOf(QueryException.class);

        assertThat(tries).hasValue(1);
    }
}
