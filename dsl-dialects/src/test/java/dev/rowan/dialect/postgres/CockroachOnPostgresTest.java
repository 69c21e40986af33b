package dev.rowan.dialect.postgres;

import static dev.rowan.query.Sql.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import dev.rowan.execute.TransactionOptions;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.Dialect;
import dev.rowan.server.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What CockroachDB is sent that is not rendered, on PostgreSQL, where two views of its own are made up: which session this is, and which
 * there are. It tells nothing of CockroachDB itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CockroachOnPostgresTest {
    private static final Dialect COCKROACH = new PostgresDialect(PostgresEngine.COCKROACHDB, 24, 1);
    private static final DdlDialect DDL = COCKROACH.ddl();
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(120);
    private static final int SESSIONS = 4;
    private static final int ROUNDS = 5;

    private final String url = PostgresServer.newDatabase("cockroach") + "&currentSchema=public,cockroach,pg_catalog";
    private final ExecutorService threads = Executors.newFixedThreadPool(SESSIONS);

    @BeforeAll
    void makeUpWhatPostgresLacks() throws SQLException {
        try (Connection connection = connect()) {
            run(connection, "create schema crdb_internal");
            run(connection, "create schema cockroach");
            run(
                    connection,
                    "create view crdb_internal.cluster_sessions as select pid::text as session_id from pg_stat_activity");
            run(
                    connection,
                    "create function cockroach.current_setting(name text) returns text language sql"
                            + " return pg_backend_pid()::text");
            DDL.lock(connection, SHORT); // makes its table
            DDL.unlock(connection);
        }
    }

    @AfterAll
    void end() {
        threads.shutdownNow();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void oneSessionAtATimeHoldsTheLock() throws Exception {
        AtomicInteger holders = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();

        List<Future<Integer>> most = IntStream.range(0, SESSIONS)
                .mapToObj(i -> threads.submit(() -> {
                    int seen = 0;
                    try (Connection connection = connect()) {
                        for (int round = 0; round < ROUNDS; round++) {
                            assertThat(DDL.lock(connection, LONG)).isTrue();
                            seen = Math.max(seen, holders.incrementAndGet());
                            run(connection, "select pg_sleep(0.005)"); // for others to come meanwhile
                            holders.decrementAndGet();
                            done.incrementAndGet();
                            DDL.unlock(connection);
                        }
                    }
                    return seen;
                }))
                .toList();

        for (Future<Integer> seen : most) {
            assertThat(seen.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1);
        }
        assertThat(done).hasValue(SESSIONS * ROUNDS);
    }

    @Test
    void lockThatIsHeldIsWaitedForAsLongAsSaid() throws SQLException {
        try (Connection holder = connect();
                Connection other = connect()) {
            assertThat(DDL.lock(holder, SHORT)).isTrue();
            assertThat(DDL.lock(other, SHORT)).isFalse();
            DDL.unlock(other); // gives up nothing that is not its own
            assertThat(DDL.lock(other, SHORT)).isFalse();

            DDL.unlock(holder);
            assertThat(DDL.lock(other, SHORT)).isTrue();
            DDL.unlock(other);
        }
    }

    @Test
    void lockEndsWithItsSession() throws SQLException {
        try (Connection lost = connect()) {
            assertThat(DDL.lock(lost, SHORT)).isTrue();
        }

        try (Connection next = connect()) {
            assertThat(DDL.lock(next, LONG)).isTrue();
            DDL.unlock(next);
        }
    }

    /** One sees only the sessions of one's own, so that another's may be there all the same. */
    @Test
    void lockOfAnotherUserIsLeftToThatUser() throws SQLException {
        try (Connection connection = connect()) {
            run(connection, "insert into rowan_migration_lock values (1, 'unknown', 'another')");

            assertThat(DDL.lock(connection, SHORT)).isFalse();

            run(connection, "delete from rowan_migration_lock");
            assertThat(DDL.lock(connection, SHORT)).isTrue();
            DDL.unlock(connection);
        }
    }

    /** PostgreSQL does not know the words, and says at which it stops. */
    @Test
    void transactionOfThePastSaysSoBeforeAllElse() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            pool.setMaximumPoolSize(1);
            Database db = Database.of(pool, COCKROACH);
            AtomicInteger begun = new AtomicInteger();

            QueryException failure = catchThrowableOfType(
                    QueryException.class,
                    () -> db.transaction(
                            TransactionOptions.DEFAULT.withAge(Duration.ofSeconds(10)), tx -> begun.incrementAndGet()));

            assertThat(failure)
                    .rootCause()
                    .hasMessageContaining("syntax error at or near \"as\"")
                    .hasMessageContaining("Position: 17");
            assertThat(begun).hasValue(0);
            db.execute(command("create table written_again (id int)")); // by the same connection, which may write again
        }
    }
}
