package dev.rowan.soak;

import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.soak.Counters.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.QueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.execute.Database;
import dev.rowan.execute.Isolation;
import dev.rowan.execute.PoolConfig;
import dev.rowan.execute.Replicas;
import dev.rowan.execute.RowStream;
import dev.rowan.execute.SqlExecutor;
import dev.rowan.execute.Transaction;
import dev.rowan.execute.TransactionOptions;
import dev.rowan.query.Select;
import dev.rowan.server.PostgresPair;
import dev.rowan.server.SqliteFile;
import dev.rowan.soak.Counters.Counter;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A PostgreSQL and its standby: what is read where, and what is seen. {@code mvn verify -Psoak} does ten thousand operations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReplicasTest {
    private static final int THREADS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern WRITING = Pattern.compile("execute .*(insert into|update|delete|for share|by hand)");
    private static final Pattern READING = Pattern.compile("execute .*select .*counters");

    private PostgresPair servers;
    private String url;

    @BeforeAll
    void start() throws IOException {
        servers = PostgresPair.start();
        url = servers.newDatabase("replicas");
        try (Database db = Database.connect(url)) {
            db.execute(createTable(COUNTER));
        }
        await(this::standbyHasTheTable);
    }

    @AfterAll
    void stop() {
        servers.close();
    }

    @BeforeEach
    void zero() {
        try (Database db = Database.connect(url)) {
            db.execute(deleteFrom(COUNTER).everyRow());
            for (int i = 0; i < THREADS; i++) {
                db.execute(insertInto(COUNTER).row(new Counter(i, 0)));
            }
        }
        await(() -> read(servers.onStandby("replicas"), "select count(*) from counters where n = 0") == THREADS);
    }

    private boolean standbyHasTheTable() {
        return read(servers.onStandby("replicas"), "select count(*) from counters") == 0;
    }

    /** One number from a server that is asked directly; -1 if it cannot tell. */
    private static long read(String server, String sql) {
        try (Connection connection = DriverManager.getConnection(server);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            return -1;
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("expected it within " + PATIENCE);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private Replicas replicas() {
        return Replicas.of(PoolConfig.of(servers.onStandby("replicas")).withSize(0, THREADS))
                .withCheckEvery(Duration.ofMillis(100));
    }

    private Database connect(Replicas replicas) {
        return Database.connect(PoolConfig.of(url).withSize(1, THREADS), replicas);
    }

    private static Select<Counter, Counters> of(int id) {
        return select().from(COUNTER).where(COUNTER.ID.eq(id));
    }

    private static void add(SqlExecutor db, int id, int n) {
        db.execute(update(COUNTER).set(COUNTER.N, n).where(COUNTER.ID.eq(id)));
    }

    private void replay(String pauseOrResume) {
        read(servers.onStandby("replicas"), "select 1 from (select pg_wal_replay_" + pauseOrResume + "()) x");
    }

    @Test
    void queriesThatOnlyReadGoToTheReplica() throws IOException {
        try (Database db = connect(replicas())) {
            int before = reads();
            for (int i = 0; i < 10; i++) {
                assertThat(db.fetch(of(i))).hasSize(1);
                assertThat(db.exists(of(i))).isTrue();
            }
            assertThat(reads() - before).isEqualTo(20);

            db.onPrimary().fetch(of(1));
            db.fetch(of(1).forUpdate());
            db.fetch(of(1).forShare());
            db.fetch(query("select id, n /* by hand */ from counters", select(COUNTER.ID, COUNTER.N)));
            add(db, 1, 5);
            db.transaction(tx -> tx.fetch(of(1)));
            assertThat(reads() - before).isEqualTo(20);

            db.transaction(TransactionOptions.DEFAULT.withReadOnly(), tx -> tx.fetch(of(1)));
            try (RowStream<Counter> rows = db.stream(of(1))) {
                rows.forEach(row -> {});
            }
            assertThat(reads() - before).isEqualTo(22);
        }
        assertNothingWrittenOnTheStandby();
    }

    private int reads() throws IOException {
        return (int) servers.logOfStandby().stream()
                .filter(line -> READING.matcher(line).find())
                .count();
    }

    private void assertNothingWrittenOnTheStandby() throws IOException {
        assertThat(servers.logOfStandby())
                .noneMatch(line -> WRITING.matcher(line).find());
    }

    @Test
    void whatWasWrittenIsReadThoughTheReplicaIsBehind() {
        replay("pause");
        try (Database db = connect(replicas())) {
            Database mine = db.readYourWrites();
            assertThat(mine.fetchOne(of(2)).n()).isZero();
            for (int n = 1; n <= 20; n++) {
                add(mine, 2, n);
                assertThat(mine.fetchOne(of(2)).n()).isEqualTo(n);
            }
            mine.transaction(tx -> tx.execute(update(COUNTER).set(COUNTER.N, 21).where(COUNTER.ID.eq(2))));
            assertThat(mine.fetchOne(of(2)).n()).isEqualTo(21);
            assertThat(db.fetchOne(of(2)).n()).isZero();
            assertThat(db.readYourWrites().fetchOne(of(2)).n()).isZero();

            replay("resume");
            await(() -> db.fetchOne(of(2)).n() == 21);
        } finally {
            replay("resume");
        }
    }

    @Test
    void whateverMayHaveWrittenIsRead() {
        replay("pause");
        try (Database db = connect(replicas())) {
            Database mine = db.readYourWrites();
            mine.fetch(query("update counters set n = 1 where id = 4 returning id", select(COUNTER.ID)));
            assertThat(mine.fetchOne(of(4)).n()).isEqualTo(1);

            List<Integer> seen = new ArrayList<>();
            mine.transaction(tx -> {
                add(tx, 4, 2);
                tx.afterCommit(() -> seen.add(mine.fetchOne(of(4)).n()));
                return seen;
            });
            assertThat(seen).containsExactly(2);
            try (Transaction transaction = mine.begin()) {
                add(transaction, 4, 3);
                transaction.afterCommit(() -> seen.add(mine.fetchOne(of(4)).n()));
                transaction.commit();
            }
            assertThat(seen).containsExactly(2, 3);
        } finally {
            replay("resume");
        }
    }

    @Test
    void serializableReadsAreNoneOfAStandby() {
        try (Database db = connect(replicas())) {
            TransactionOptions options =
                    TransactionOptions.DEFAULT.withReadOnly().withIsolation(Isolation.SERIALIZABLE);

            assertThat(db.<Counter, RuntimeException>transaction(options, tx -> tx.fetchOne(of(5)))
                            .n())
                    .isZero();
        }
    }

    @Test
    void readsOfReplicasEndInTheTimeOfGrace() throws Exception {
        Database db = connect(replicas());
        ExecutorService closing = Executors.newSingleThreadExecutor();
        try {
            Future<?> closed;
            int read = 0;
            try (RowStream<Counter> rows = db.stream(select().from(COUNTER))) {
                closed = closing.submit(() -> db.close(Duration.ofSeconds(30)));
                await(() -> isClosed(db));
                for (Counter row : rows) {
                    assertThat(row.n()).isZero();
                    read++;
                }
            }
            closed.get();
            assertThat(read).isEqualTo(THREADS);
        } finally {
            closing.shutdownNow();
        }
    }

    private static boolean isClosed(Database db) {
        try {
            db.fetch(of(1));
            return false;
        } catch (QueryException e) {
            assertThat(e.kind()).isEqualTo(QueryException.Kind.CLOSED);
            return true;
        }
    }

    @Test
    void replicaThatIsTooFarBehindIsLeftOut() {
        replay("pause");
        try (Database db = connect(replicas().withLongestLag(Duration.ofMillis(300)))) {
            add(db, 3, 7);
            await(() -> db.fetchOne(of(3)).n() == 7);
        } finally {
            replay("resume");
        }
    }

    @Test
    void replicaThatIsNotThereIsReadWhenItComes() throws IOException {
        servers.stopStandby();
        try (Database db = connect(replicas())) {
            assertThat(db.fetch(of(1))).hasSize(1);
            int before = reads();
            servers.startStandby();
            await(() -> {
                db.fetch(of(1));
                try {
                    return reads() > before;
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    @Test
    void lagOfAServerThatTellsNoneIsRefused() {
        PoolConfig file = PoolConfig.of(SqliteFile.newDatabase("replicas"));
        assertThatThrownBy(() -> Database.connect(file, Replicas.of(file).withLongestLag(Duration.ofSeconds(1))))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("longest lag");
        try (Database db = Database.connect(file, Replicas.of(file))) {
            db.execute(createTable(COUNTER));
            Database mine = db.readYourWrites();
            mine.execute(insertInto(COUNTER).row(new Counter(1, 1)));
            assertThat(mine.fetchOne(of(1)).n()).isEqualTo(1);
        }
    }

    @Test
    void noReadFailsAndNoneIsOlderThanItsScope() throws Exception {
        operate(1_600);
    }

    @Test
    @Tag("soak")
    void noneOfTenThousandReadsFailsAndNoneIsOlderThanItsScope() throws Exception {
        operate(10_000);
    }

    private void operate(int operations) throws Exception {
        int before = reads();
        AtomicInteger done = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Database db = connect(replicas().withLongestLag(Duration.ofSeconds(2)))) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int id = i;
                all.add(threads.submit(() -> mixed(db, id, operations / THREADS, done)));
            }
            for (int quarter = 1; quarter < 4; quarter++) {
                int when = operations * quarter / 4;
                await(() -> done.get() >= when || all.stream().anyMatch(Future::isDone));
                servers.stopStandby();
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                servers.startStandby();
            }
            for (Future<?> one : all) {
                one.get();
            }
            assertThat(done).hasValue(operations);
            assertThat(db.poolStatistics().orElseThrow().active()).isZero();
        } finally {
            threads.shutdownNow();
        }
        assertThat(reads() - before).as("reads on the standby").isGreaterThan(operations / 10);
        assertNothingWrittenOnTheStandby();
    }

    private static void mixed(Database db, int id, int operations, AtomicInteger done) {
        Database mine = db.readYourWrites();
        Random random = new Random(id);
        int written = 0;
        for (int i = 0; i < operations; i++) {
            switch (random.nextInt(8)) {
                case 0 -> add(mine, id, ++written);
                case 1 -> {
                    int n = ++written;
                    mine.transaction(tx -> {
                        assertThat(tx.fetchOne(of(id).forUpdate()).n()).isEqualTo(n - 1);
                        return tx.execute(update(COUNTER).set(COUNTER.N, n).where(COUNTER.ID.eq(id)));
                    });
                }
                case 2 -> assertThat(mine.fetchOne(of(id).forShare()).n()).isEqualTo(written);
                case 3 -> assertThat(db.fetch(select().from(COUNTER))).hasSize(THREADS);
                default -> assertThat(mine.fetchOne(of(id)).n()).isEqualTo(written);
            }
            done.incrementAndGet();
        }
    }
}
