package dev.rowan.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.execute.ConnectRetry;
import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.execute.Retry;
import dev.rowan.server.MySqlServer;
import dev.rowan.server.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first connection is tried again while the server is missing, and only then. */
final class ConnectRetryTest {
    private static final String NOBODY_THERE = "jdbc:postgresql://127.0.0.1:1/x?user=x";

    private final List<Duration> waits = new ArrayList<>();

    private static Kind failure(String url, ConnectRetry retry) {
        PoolConfig config = PoolConfig.of(url).withSize(1, 1).withConnectRetry(retry);
        return catchThrowableOfType(
                        QueryException.class, () -> Database.connect(config).close())
                .kind();
    }

    private ConnectRetry noting(int attempts) {
        return ConnectRetry.attempts(attempts).jitter(0).with(waits::add, () -> 0);
    }

    @Test
    void eachWaitIsTwiceTheOneBefore() {
        assertThat(failure(NOBODY_THERE, noting(5))).isEqualTo(Kind.CONNECTION);

        assertThat(waits).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L);
    }

    @Test
    void noWaitIsLongerThanTheCap() {
        ConnectRetry capped = noting(5).backoff(Duration.ofSeconds(2), Duration.ofSeconds(5));

        assertThat(failure(NOBODY_THERE, capped)).isEqualTo(Kind.CONNECTION);

        assertThat(waits).extracting(Duration::toSeconds).containsExactly(2L, 4L, 5L, 5L);
    }

    @Test
    void jitterShortensTheWaits() {
        ConnectRetry jittered = ConnectRetry.attempts(3)
                .jitter(0.5)
                .with(waits::add, () -> 0.5)
                .backoff(Duration.ofSeconds(4), Duration.ofSeconds(30));

        assertThat(failure(NOBODY_THERE, jittered)).isEqualTo(Kind.CONNECTION);

        assertThat(waits).extracting(Duration::toSeconds).containsExactly(3L, 6L);
    }

    @Test
    void serverThatStartsMeanwhileIsFound() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        AtomicReference<Server> started = new AtomicReference<>();
        Retry.Pause starting = wait -> {
            try {
                started.set(Server.createTcpServer("-tcpPort", "" + port, "-ifNotExists")
                        .start());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
        PoolConfig config = PoolConfig.of("jdbc:h2:tcp://localhost:" + port + "/mem:late")
                .withConnectRetry(ConnectRetry.attempts(2).with(starting, () -> 0));

        try (Database db = Database.connect(config)) {
            db.ping();
        } finally {
            started.get().stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "mysql"})
    void refusedUserIsNotTriedAgain(String server) {
        String url = server.equals("mysql")
                ? MySqlServer.newDatabase("connect_retry")
                : PostgresServer.newDatabase("connect_retry");

        assertThat(failure(url.replaceFirst("user=\\w+", "user=nobody_here"), noting(5)))
                .isEqualTo(Kind.AUTHENTICATION);
        assertThat(failure(url.replace("rowan_connect_retry", "rowan_nowhere"), noting(5)))
                .isEqualTo(Kind.UNKNOWN_DATABASE);

        assertThat(waits).isEmpty();
    }

    @Test
    void interruptEndsTheWaiting() {
        ConnectRetry interrupted = ConnectRetry.attempts(5)
                .with(
                        wait -> {
                            waits.add(wait);
                            throw new InterruptedException();
                        },
                        () -> 0);

        assertThat(failure(NOBODY_THERE, interrupted)).isEqualTo(Kind.CONNECTION);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(waits).hasSize(1);
    }

    @Test
    void noAttemptAtAllIsRefused() {
        assertThatThrownBy(() -> ConnectRetry.attempts(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
