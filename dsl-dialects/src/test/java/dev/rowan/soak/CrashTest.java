package dev.rowan.soak;

import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.select;
import static dev.rowan.soak.Entries.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.execute.PoolStatistics;
import dev.rowan.server.DurableServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server is killed while eight threads write, and started again: callers are told what happened, and the database holds what they
 * were told. {@code mvn verify -Psoak} kills it ten times.
 */
final class CrashTest {
    private static final int THREADS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The servers that can be killed. */
    enum Engine {
        POSTGRES,
        MYSQL;

        DurableServer start() throws IOException {
            return switch (this) {
                case POSTGRES -> DurableServer.postgres();
                case MYSQL -> DurableServer.mysql();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void killedServerLosesNoCommitAndNoConnection(Engine engine) throws Exception {
        kill(engine, 2);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource
    void serverKilledTenTimesLosesNoCommitAndNoConnection(Engine engine) throws Exception {
        kill(engine, 10);
    }

    private static void kill(Engine engine, int times) throws Exception {
        try (DurableServer server = engine.start()) {
            PoolConfig config = PoolConfig.of(server.newDatabase("crash"))
                    .withSize(THREADS, THREADS)
                    .withConnectionTimeout(Duration.ofSeconds(10));
            try (Database db = Database.connect(config)) {
                db.execute(createTable(ENTRY));
                Journal journal = new Journal();
                for (int i = 0; i < times; i++) {
                    killUnderLoad(server, db, journal);
                    requireWhatCallersWereTold(db, journal);
                    requireWholePool(db);
                }
                System.out.println(engine + " was killed " + times + " times: " + journal.acknowledged.size()
                        + " transactions committed, " + journal.undone.size() + " undone, " + journal.unknown.size()
                        + " unknown");
            }
        }
    }

    private static void killUnderLoad(DurableServer server, Database db, Journal journal) throws Exception {
        Load load = new Load(db, journal);
        try {
            await("some load", () -> load.commits() >= 200);
            long failures = journal.failures.get();
            server.kill();
            await("a call that fails", () -> journal.failures.get() > failures);
            server.restart();

            db.ping(); // the next one succeeds
            load.forgetCommits();
            await("commits by every thread", load::hasCommitsOfEveryThread);
        } finally {
            load.stop();
        }
        assertThat(journal.unexpected).isEmpty();
    }

    private static void requireWhatCallersWereTold(Database db, Journal journal) {
        Set<Long> kept = new HashSet<>(db.fetch(select(ENTRY.ID).from(ENTRY)));

        assertThat(kept).containsAll(journal.acknowledged);
        Set<Long> more = new HashSet<>(kept);
        more.removeAll(journal.acknowledged);
        assertThat(journal.unknown).containsAll(more);
        assertThat(kept).doesNotContainAnyElementsOf(journal.undone);
    }

    /** None is lost, and none of those that were lost with the server is lent any more. */
    private static void requireWholePool(Database db) throws Exception {
        await(
                "a pool of " + THREADS + " that is at rest",
                () -> db.poolStatistics().equals(Optional.of(new PoolStatistics(0, THREADS, 0, THREADS))));
        CyclicBarrier allAtOnce = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Long>> answers = new ArrayList<>();
        for (long i = 0; i < THREADS; i++) {
            long number = i;
            answers.add(threads.submit(() -> db.transaction(tx -> {
                allAtOnce.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                return tx.fetchOne(select(value(number)));
            })));
        }
        for (long i = 0; i < THREADS; i++) {
            assertThat(answers.get((int) i).get()).isEqualTo(i);
        }
        threads.shutdown();
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("expected %s within %s", what, PATIENCE)
                    .isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Threads that write until they are stopped. */
    private static final class Load {
        private final List<AtomicInteger> commits = new ArrayList<>();
        private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        private volatile boolean stopped;

        Load(Database db, Journal journal) {
            for (int i = 0; i < THREADS; i++) {
                AtomicInteger own = new AtomicInteger();
                commits.add(own);
                threads.execute(() -> {
                    while (!stopped) {
                        if (journal.write(db)) {
                            own.incrementAndGet();
                        }
                    }
                });
            }
        }

        int commits() {
            return commits.stream().mapToInt(AtomicInteger::get).sum();
        }

        void forgetCommits() {
            commits.forEach(each -> each.set(0));
        }

        boolean hasCommitsOfEveryThread() {
            return commits.stream().allMatch(each -> each.get() > 0);
        }

        /** No call hangs. */
        void stop() throws InterruptedException {
            stopped = true;
            threads.shutdown();
            assertThat(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }
    }
}
