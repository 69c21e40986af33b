package dev.rowan.dialect.postgres;

import static dev.rowan.expression.Functions.call;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rowan.contract.SafetyContract;
import dev.rowan.error.QueryException;
import dev.rowan.execute.TransactionOptions;
import dev.rowan.server.PostgresServer;
import dev.rowan.type.SqlType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PostgresSafetyTest extends SafetyContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("safety");
    }

    @Test
    void statementIsCutWhenItsTransactionHasNoTimeLeft() {
        TransactionOptions hurried = TransactionOptions.DEFAULT.withTimeout(Duration.ofSeconds(1));

        QueryException failure = catchThrowableOfType(
                QueryException.class,
                () -> db().transaction(hurried, tx -> tx.fetch(select(call("pg_sleep", SqlType.TEXT, value(20.0))))));

        assertThat(failure.kind()).isEqualTo(QueryException.Kind.TIMEOUT);
    }
}
