package dev.rowan.dialect;

import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rowan.error.ConfigurationException;
import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.server.MariaDbServer;
import dev.rowan.server.MySqlServer;
import dev.rowan.server.PostgresServer;
import dev.rowan.server.Proxy;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A network that swallows packets holds nobody up for ever. */
final class SocketTimeoutTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static Stream<String> urls() {
        return Stream.of(
                PostgresServer.newDatabase("swallowing"),
                MySqlServer.newDatabase("swallowing"),
                MariaDbServer.newDatabase("swallowing"));
    }

    private static Kind kindOf(Runnable action) {
        return catchThrowableOfType(QueryException.class, action::run).kind();
    }

    @ParameterizedTest
    @MethodSource("urls")
    void statementWhoseAnswerIsSwallowedFailsAndThePoolRecovers(String url) throws IOException {
        try (Proxy proxy = Proxy.before(url);
                Database db = Database.connect(
                        PoolConfig.of(proxy.url()).withSize(1, 1).withSocketTimeout(SECOND))) {
            assertThat(kindOf(() -> db.transaction(tx -> {
                        tx.fetchOne(select(value(1)));
                        proxy.swallow();
                        return tx.fetchOne(select(value(2)));
                    })))
                    .isEqualTo(Kind.CONNECTION);

            assertThat(db.fetchOne(select(value(3)))).isEqualTo(3);
            assertThat(db.poolStatistics().orElseThrow().active()).isZero();
            assertThat(db.poolStatistics().orElseThrow().total()).isEqualTo(1);
        }
    }

    private static int milliseconds(PoolConfig config) {
        try (Database db = Database.connect(config.withSize(1, 1))) {
            return db.withJdbc(connection -> connection.getNetworkTimeout());
        }
    }

    @ParameterizedTest
    @MethodSource("urls")
    void tenMinutesAreTheDefaultAndTheUsersOwnSettingWins(String url) {
        PoolConfig config = PoolConfig.of(url);
        String seven = url.contains("postgres") ? "7" : "7000";

        assertThat(milliseconds(config)).isEqualTo(600_000);
        assertThat(milliseconds(config.withSocketTimeout(Duration.ofSeconds(2))))
                .isEqualTo(2_000);
        assertThat(milliseconds(config.withSocketTimeout(Duration.ZERO))).isZero();
        assertThat(milliseconds(config.withStatementTimeout(Duration.ofMinutes(10))))
                .isEqualTo(660_000);
        assertThat(milliseconds(config.withDriverProperty("socketTimeout", seven)))
                .isEqualTo(7_000);
        assertThat(milliseconds(PoolConfig.of(url + "&socketTimeout=" + seven).withSocketTimeout(SECOND)))
                .isEqualTo(7_000);
    }

    @Test
    void timeoutThatIsShorterThanThatOfStatementsIsRefused() {
        PoolConfig config = PoolConfig.of("jdbc:h2:mem:x").withStatementTimeout(Duration.ofSeconds(5));

        for (Duration wrong : new Duration[] {Duration.ofSeconds(5), Duration.ofMillis(999), Duration.ofSeconds(-1)}) {
            assertThatThrownBy(() -> config.withSocketTimeout(wrong))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("socketTimeout");
        }
    }
}
