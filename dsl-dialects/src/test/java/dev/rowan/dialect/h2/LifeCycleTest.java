package dev.rowan.dialect.h2;

import static dev.rowan.query.Sql.command;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.execute.StatementEvent;
import dev.rowan.execute.StatementListener;
import dev.rowan.query.Sql;
import dev.rowan.render.RenderedSql;
import dev.rowan.type.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A database from its first connection to its last. */
final class LifeCycleTest {
    private static Kind kindOf(Runnable action) {
        return catchThrowableOfType(QueryException.class, action::run).kind();
    }

    @Test
    void waiterAboveTheMaximumFailsAtOnce() {
        PoolConfig config = PoolConfig.of("jdbc:h2:mem:waiters").withSize(1, 1).withMaximumWaiters(0);
        try (Database db = Database.connect(config)) {
            long start = System.nanoTime();
            Kind kind = db.transaction(
                    tx -> CompletableFuture.supplyAsync(() -> kindOf(db::ping)).join());

            assertThat(kind).isEqualTo(Kind.POOL_TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            db.ping();
        }
    }

    @Test
    void timeoutOfThePoolTellsHowBusyItIs() {
        PoolConfig config =
                PoolConfig.of("jdbc:h2:mem:busy").withSize(1, 1).withConnectionTimeout(Duration.ofMillis(250));
        try (Database db = Database.connect(config)) {
            QueryException failure = db.transaction(
                    tx -> CompletableFuture.supplyAsync(() -> catchThrowableOfType(QueryException.class, db::ping))
                            .join());

            assertThat(failure.kind()).isEqualTo(Kind.POOL_TIMEOUT);
            assertThat(failure)
                    .hasMessageContaining("1 active, 0 idle, 0 waiting")
                    .hasMessageContaining("withLeakDetection");
        }
    }

    @Test
    void timeoutOfThePoolNamesTheLinesThatHoldItsConnections() {
        PoolConfig config = PoolConfig.of("jdbc:h2:mem:held")
                .withSize(1, 1)
                .withConnectionTimeout(Duration.ofMillis(250))
                .withLeakDetection(Duration.ofMinutes(1));
        for (PoolConfig each : List.of(config, config.withMaximumWaiters(0))) {
            try (Database db = Database.connect(each)) {
                int line = new Throwable().getStackTrace()[0].getLineNumber() + 1;
                QueryException failure = db.transaction(
                        tx -> CompletableFuture.supplyAsync(() -> catchThrowableOfType(QueryException.class, db::ping))
                                .join());

                assertThat(failure.kind()).isEqualTo(Kind.POOL_TIMEOUT);
                assertThat(failure)
                        .hasMessageContaining("1 active, 0 idle, 0 waiting")
                        .hasMessageContaining("LifeCycleTest.java:" + line + ") for ");
                db.ping(); // and nobody holds it any more
            }
        }
    }

    @Test
    void statisticsAreThoseOfThePool() {
        try (Database db =
                Database.connect(PoolConfig.of("jdbc:h2:mem:statistics").withSize(1, 2))) {
            assertThat(db.poolStatistics())
                    .hasValueSatisfying(idle -> assertThat(idle.active()).isZero());
            db.transaction(tx -> {
                assertThat(db.poolStatistics())
                        .hasValueSatisfying(busy -> assertThat(busy.active()).isEqualTo(1));
                return 0;
            });
            assertThat(db.poolStatistics())
                    .hasValueSatisfying(idle -> assertThat(idle.active()).isZero());
        }
    }

    @Test
    void closedDatabaseSaysSo() {
        Database db = Database.connect("jdbc:h2:mem:closed");
        db.close();
        db.close();
        db.close(Duration.ZERO);

        assertThat(kindOf(db::ping)).isEqualTo(Kind.CLOSED);
        assertThat(kindOf(() -> db.transaction(tx -> 1))).isEqualTo(Kind.CLOSED);
    }

    @Test
    void whatRunsWhenTheDatabaseClosesGoesOn() {
        Database db = Database.connect("jdbc:h2:mem:grace");
        db.execute(Sql.createTable(USER));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(() -> db.transaction(tx -> {
            begun.countDown();
            await(refused);
            return tx.fetch(select().from(USER)).size();
        }));
        await(begun);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> db.close(Duration.ofMinutes(1)));
        while (!isClosed(db)) {
            Thread.onSpinWait();
        }
        refused.countDown();

        assertThat(running.join()).isZero();
        closing.join();
    }

    private static boolean isClosed(Database db) {
        try {
            db.ping();
            return false;
        } catch (QueryException e) {
            return e.kind() == Kind.CLOSED;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatRunsPastTheGraceIsCancelled() {
        Database db = Database.connect("jdbc:h2:mem:cancelled");
        CountDownLatch begun = new CountDownLatch(1);
        Database told = db.withListener(new StatementListener() {
            @Override
            public void started(RenderedSql sql) {
                begun.countDown();
            }

            @Override
            public void executed(StatementEvent event) {}
        });
        CompletableFuture<Kind> running = CompletableFuture.supplyAsync(() -> kindOf(() -> told.execute(
                command("create table numbers as select sum(a.x * b.x) as s from system_range(1, 1000000) a,"
                        + " system_range(1, 1000000) b"))));
        await(begun);

        db.close(Duration.ofMillis(10));

        assertThat(running.join()).isEqualTo(Kind.CLOSED);
    }

    @Test
    void lentConnectionIsOfNoUseAfterwards() {
        try (Database db = Database.connect("jdbc:h2:mem:lent")) {
            AtomicReference<Connection> escaped = new AtomicReference<>();
            db.withJdbc(connection -> {
                connection.close(); // does nothing
                assertThat(connection.isClosed()).isFalse();
                escaped.set(connection);
                return 0;
            });

            assertThatThrownBy(() -> escaped.get().createStatement())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("withJdbc");
            db.transaction(tx -> tx.withJdbc(connection -> {
                assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> connection.setAutoCommit(true)).isInstanceOf(SQLException.class);
                connection.rollback(connection.setSavepoint());
                return 0;
            }));
        }
    }

    @Test
    void eachStartHasOneEnd() {
        try (Database db = Database.connect("jdbc:h2:mem:started")) {
            List<String> told = new ArrayList<>();
            Database listening = db.withListener(new StatementListener() {
                @Override
                public void started(RenderedSql sql) {
                    told.add("start " + sql.summary());
                }

                @Override
                public void executed(StatementEvent event) {
                    told.add("end " + event.summary() + (event.failure() == null ? "" : " failed"));
                }
            });
            listening.execute(Sql.createTable(USER));
            listening.execute(Sql.insertInto(USER).set(USER.NAME, "from x").set(USER.EMAIL, "into y"));
            assertThat(kindOf(() -> listening.execute(Sql.insertInto(USER).withoutRules())))
                    .isEqualTo(Kind.NOT_NULL_VIOLATION);
            assertThatThrownBy(() -> listening.fetch(select(USER.NAME, USER.EMAIL)
                            .as((name, email) -> {
                                throw new ArithmeticException();
                            })
                            .from(USER)))
                    .isInstanceOf(ArithmeticException.class);
            listening.stream(select().from(USER), user -> {});
            assertThatThrownBy(() -> listening.stream(
                            select(USER.NAME, USER.EMAIL)
                                    .as((name, email) -> {
                                        throw new ArithmeticException();
                                    })
                                    .from(USER),
                            row -> {}))
                    .isInstanceOf(ArithmeticException.class);
            SqlType<Double> broken = SqlType.INTEGER.mapped(
                    Double.class,
                    number -> {
                        throw new ArithmeticException();
                    },
                    Integer::doubleValue);
            assertThatThrownBy(() -> listening.execute(
                            command("delete from \"users\" where \"id\" = :id").bind("id", broken, 1.0)))
                    .isInstanceOf(ArithmeticException.class);

            assertThat(told)
                    .containsExactly(
                            "start create users",
                            "end create users",
                            "start insert users",
                            "end insert users",
                            "start insert users",
                            "end insert users failed",
                            "start select users",
                            "end select users failed",
                            "start select users",
                            "end select users",
                            "start select users",
                            "end select users failed",
                            "start delete users",
                            "end delete users failed");
        }
    }

    @Test
    void wrongPasswordAndMissingDatabaseAreTold() {
        try (Database db = Database.connect("jdbc:h2:mem:password", "sa", "right")) {
            db.ping();
            assertThat(kindOf(() -> Database.connect("jdbc:h2:mem:password", "sa", "s3cret")))
                    .isEqualTo(Kind.AUTHENTICATION);
        }
        assertThat(kindOf(() -> Database.connect("jdbc:h2:mem:missing;IFEXISTS=TRUE")))
                .isEqualTo(Kind.UNKNOWN_DATABASE);
    }
}
