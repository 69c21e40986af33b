package dev.rowan.dialect;

import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rowan.error.ConfigurationException;
import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.execute.ConnectRetry;
import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.render.Dialect;
import dev.rowan.server.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;

/** A database whose pool starts without a connection is there when its server is. */
final class LazyStartTest {
    private static PoolConfig config(String url) {
        return PoolConfig.of(url).withSize(1, 4).withConnectionTimeout(Duration.ofSeconds(1));
    }

    private static String urlOfNobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "jdbc:h2:tcp://localhost:" + socket.getLocalPort() + "/mem:lazy";
        }
    }

    private static Server start(String url) throws SQLException {
        String port = url.replaceAll("\\D*2?:tcp://localhost:(\\d+)/.*", "$1");
        return Server.createTcpServer("-tcpPort", port, "-ifNotExists").start();
    }

    private static Kind kindOf(Runnable action) {
        return catchThrowableOfType(QueryException.class, action::run).kind();
    }

    @Test
    void withoutItAServerThatIsDownFailsTheStart() throws IOException {
        PoolConfig config = config(urlOfNobody());

        assertThat(kindOf(() -> Database.connect(config).close())).isEqualTo(Kind.CONNECTION);
    }

    @Test
    void serverMayComeLater() throws Exception {
        String url = urlOfNobody();
        try (Database db = Database.connect(config(url).withLazyStart())) {
            assertThat(kindOf(() -> db.fetchOne(select(value(1))))).isEqualTo(Kind.CONNECTION);
            assertThat(kindOf(db::ping)).isEqualTo(Kind.CONNECTION);
            assertThat(kindOf(() -> db.transaction(tx -> 1))).isEqualTo(Kind.CONNECTION);

            Server server = start(url);
            try {
                assertThat(firstAnswer(db)).isEqualTo(1);
                assertThat(db.poolStatistics().orElseThrow().active()).isZero();
            } finally {
                server.stop();
            }
        }
    }

    /** The pool itself waits a while between its tries. */
    private static int firstAnswer(Database db) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try {
                return db.fetchOne(select(value(1)));
            } catch (QueryException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    @Test
    void userThatIsRefusedIsToldAtTheFirstUse() {
        String url = PostgresServer.newDatabase("lazy").replaceFirst("user=\\w+", "user=nobody_here");
        try (Database db = Database.connect(config(url).withLazyStart())) {
            assertThat(kindOf(db::ping)).isEqualTo(Kind.AUTHENTICATION);
        }
    }

    @Test
    void itCanBeClosedBeforeItsFirstUse() throws IOException {
        Database db = Database.connect(config(urlOfNobody()).withLazyStart());

        db.close(Duration.ofSeconds(10));

        assertThat(kindOf(db::ping)).isEqualTo(Kind.CLOSED);
        assertThat(kindOf(() -> db.fetchOne(select(value(1))))).isEqualTo(Kind.CLOSED);
    }

    @Test
    void threadsThatComeFirstTogetherShareOneDialect() throws Exception {
        int count = 16;
        ExecutorService threads = Executors.newFixedThreadPool(count);
        CyclicBarrier together = new CyclicBarrier(count);
        try (Database db = Database.connect(config("jdbc:h2:mem:together")
                .withConnectionTimeout(Duration.ofSeconds(30))
                .withLazyStart())) {
            Callable<Dialect> use = () -> {
                together.await();
                assertThat(db.fetchOne(select(value(7)))).isEqualTo(7);
                return db.dialect();
            };
            List<Future<Dialect>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(threads.submit(use));
            }
            Set<Dialect> dialects = new HashSet<>();
            for (Future<Dialect> each : all) {
                dialects.add(each.get());
            }

            assertThat(dialects).hasSize(1);
            assertThat(db.poolStatistics().orElseThrow().active()).isZero();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void failureOfTheFirstUseIsToldForWhatItIs() {
        try (Database db = Database.connect(config("jdbc:h2:mem:first").withLazyStart())) {
            assertThat(kindOf(() -> db.withJdbc(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            return statement.execute("select from where");
                        }
                    })))
                    .isEqualTo(Kind.INVALID_SQL);
        }
    }

    @Test
    void whatIsWrongWithTheSettingsFailsTheStartAnyway() {
        assertThatThrownBy(() -> Database.connect(config("jdbc:nowhere:x").withLazyStart()))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> config("jdbc:h2:mem:x")
                        .withConnectRetry(ConnectRetry.attempts(2))
                        .withLazyStart())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("withConnectRetry");
    }
}
