package dev.rowan.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.server.MariaDbServer;
import dev.rowan.server.MySqlServer;
import dev.rowan.server.PostgresServer;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Why there is no connection is told apart on every server, and never with the password. */
final class ConnectionFailuresTest {
    private static Stream<String> urls() {
        return Stream.of(
                PostgresServer.newDatabase("connecting"),
                MySqlServer.newDatabase("connecting"),
                MariaDbServer.newDatabase("connecting"));
    }

    private static Kind failure(PoolConfig config) {
        QueryException failure = catchThrowableOfType(
                QueryException.class,
                () -> Database.connect(config.withSize(1, 1).withConnectionTimeout(Duration.ofMillis(500)))
                        .close());
        assertThat(failure.toString()).doesNotContain("s3cret");
        return failure.kind();
    }

    @ParameterizedTest
    @MethodSource("urls")
    void missingDatabaseIsTold(String url) {
        assertThat(failure(PoolConfig.of(url.replace("rowan_connecting", "rowan_nowhere"))))
                .isEqualTo(Kind.UNKNOWN_DATABASE);
    }

    @ParameterizedTest
    @MethodSource("urls")
    void unknownHostIsTold(String url) {
        assertThat(failure(PoolConfig.of(url.replaceFirst("//(localhost|127.0.0.1)", "//nowhere.invalid"))))
                .isEqualTo(Kind.UNKNOWN_HOST);
    }

    @ParameterizedTest
    @MethodSource("urls")
    void serverThatIsDownIsTold(String url) {
        assertThat(failure(PoolConfig.of(url.replaceFirst(":\\d+/", ":1/")))).isEqualTo(Kind.CONNECTION);
    }

    /** Those that do not let everybody in, as the MariaDB of these tests does. */
    private static Stream<String> guardedUrls() {
        return urls().limit(2);
    }

    @ParameterizedTest
    @MethodSource("guardedUrls")
    void unknownUserIsTold(String url) {
        PoolConfig config = PoolConfig.of(url.replaceFirst("user=\\w+", "")).withUser("nobody_here", "s3cret");

        assertThat(failure(config)).isEqualTo(Kind.AUTHENTICATION);
    }
}
