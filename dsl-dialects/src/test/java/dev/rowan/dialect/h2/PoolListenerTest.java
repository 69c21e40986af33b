package dev.rowan.dialect.h2;

import static dev.rowan.query.Sql.command;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.execute.PoolListener;
import dev.rowan.execute.RowStream;
import dev.rowan.shop.User;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a pool tells of its connections. */
final class PoolListenerTest {
    private final Counts counts = new Counts();

    /** Counts what it is told. */
    private static final class Counts implements PoolListener {
        final AtomicInteger created = new AtomicInteger();
        final AtomicInteger acquired = new AtomicInteger();
        final AtomicInteger released = new AtomicInteger();
        final AtomicInteger closed = new AtomicInteger();
        final Queue<Kind> timedOut = new ConcurrentLinkedQueue<>();

        @Override
        public void created() {
            created.incrementAndGet();
        }

        @Override
        public void acquired(Duration waited) {
            acquired.incrementAndGet();
            assertThat(waited).isPositive();
        }

        @Override
        public void released(Duration held) {
            released.incrementAndGet();
            assertThat(held).isPositive();
        }

        @Override
        public void timedOut(QueryException failure) {
            timedOut.add(failure.kind());
        }

        @Override
        public void closed() {
            closed.incrementAndGet();
        }
    }

    private Database connect(String name, int size) {
        return Database.connect(PoolConfig.of("jdbc:h2:mem:" + name)
                .withSize(size, size)
                .withConnectionTimeout(Duration.ofMillis(250))
                .withListener(counts));
    }

    @Test
    void whateverIsAcquiredIsReleased() throws InterruptedException {
        try (Database db = connect("acquired", 4)) {
            db.execute(createTable(USER));
            int before = counts.acquired.get();
            ExecutorService threads = Executors.newFixedThreadPool(4);
            AtomicInteger failed = new AtomicInteger();
            for (int i = 0; i < 10_000; i++) {
                int number = i;
                threads.execute(() -> {
                    try {
                        run(db, number);
                    } catch (QueryException | ArithmeticException e) {
                        failed.incrementAndGet();
                    }
                });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();

            assertThat(failed).hasValue(4_000);
            assertThat(counts.acquired.get() - before).isEqualTo(10_000);
            assertThat(counts.released).hasValue(counts.acquired.get());
            assertThat(counts.timedOut).isEmpty();
        }
    }

    private static void run(Database db, int number) {
        switch (number % 5) {
            case 0 -> db.execute(command("drop table no_such_table"));
            case 1 ->
                db.transaction(tx -> {
                    tx.fetch(select().from(USER));
                    throw new ArithmeticException();
                });
            case 2 -> db.transaction(tx -> tx.fetch(select().from(USER)));
            case 3 -> {
                try (RowStream<User> users = db.stream(select().from(USER))) {
                    assertThat(users.iterator().hasNext()).isFalse();
                }
            }
            default -> db.fetch(select().from(USER));
        }
    }

    @Test
    void callerWithoutConnectionIsTold() {
        try (Database db = connect("timed_out", 1)) {
            Kind kind = db.transaction(tx -> CompletableFuture.supplyAsync(() ->
                            catchThrowableOfType(QueryException.class, db::ping).kind())
                    .join());

            assertThat(kind).isEqualTo(Kind.POOL_TIMEOUT);
            assertThat(counts.timedOut).containsExactly(Kind.POOL_TIMEOUT);
            assertThat(counts.acquired).hasValue(1);
            assertThat(counts.released).hasValue(1);
        }
    }

    @Test
    void createdAndClosedAreToldOnceEach() {
        Database db = connect("created", 1);
        db.ping();
        assertThat(counts.created).hasValue(1);
        assertThat(counts.closed).hasValue(0);
        db.close();
        db.close();

        assertThat(counts.closed).hasValue(1);
    }

    @Test
    void listenerThatFailsChangesNothing() {
        PoolListener failing = new PoolListener() {
            @Override
            public void acquired(Duration waited) {
                throw new IllegalStateException("acquired");
            }

            @Override
            public void released(Duration held) {
                throw new IllegalStateException("released");
            }
        };
        try (Database db = Database.connect(
                PoolConfig.of("jdbc:h2:mem:failing").withSize(1, 1).withListener(failing))) {
            db.ping();
            db.ping();

            assertThat(db.poolStatistics().orElseThrow().active()).isZero();
        }
    }
}
