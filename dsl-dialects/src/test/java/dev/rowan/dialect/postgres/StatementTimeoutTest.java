package dev.rowan.dialect.postgres;

import static dev.rowan.query.Sql.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.server.PostgresServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The time that the pool's settings give each statement. */
final class StatementTimeoutTest {
    @Test
    void statementBeyondTheTimeOfThePoolIsCut() {
        PoolConfig config = PoolConfig.of(PostgresServer.newDatabase("statement_timeout"))
                .withSize(1, 1)
                .withStatementTimeout(Duration.ofSeconds(1));
        try (Database db = Database.connect(config)) {
            QueryException failure = catchThrowableOfType(
                    QueryException.class,
                    () -> db.execute(command("create table slept as select 1 as x from (select pg_sleep(600)) s")));

            assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
            db.ping();
        }
    }

    @Test
    void timeUnderASecondIsRefused() {
        PoolConfig config = PoolConfig.of("jdbc:postgresql://localhost/x");

        assertThatThrownBy(() -> config.withStatementTimeout(Duration.ofMillis(999)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
