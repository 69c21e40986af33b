package dev.rowan.spring;

import static dev.rowan.query.Sql.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.QueryException;
import dev.rowan.server.PostgresServer;
import org.junit.jupiter.api.Test;
import org.springframework.dao.UncategorizedDataAccessException;

final class PostgresSpringTest extends SpringContract {
    @Override
    String newDatabase() {
        return PostgresServer.newDatabase("spring_module");
    }

    @Test
    void readOnlyRefusesWrites() {
        assertThatThrownBy(() -> work.readOnly(() -> users.add("Ann")))
                .isInstanceOf(UncategorizedDataAccessException.class)
                .cause()
                .isInstanceOfSatisfying(
                        QueryException.class, e -> assertThat(e.sqlState()).isEqualTo("25006"));

        assertThat(queries.names()).isEmpty();
    }

    @Test
    void timeoutOfSpringEndsAStatement() {
        assertThatThrownBy(
                        () -> work.withinASecond(() -> db.execute(command("do $$ begin perform pg_sleep(20); end $$"))))
                .isInstanceOfSatisfying(
                        QueryException.class, e -> assertThat(e.kind()).isEqualTo(QueryException.Kind.TIMEOUT));
    }
}
