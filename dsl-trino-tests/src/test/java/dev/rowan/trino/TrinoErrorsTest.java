package dev.rowan.trino;

import static dev.rowan.query.Sql.command;
import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.raw;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.execute.Database;
import dev.rowan.type.SqlType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the numbers of Trino's errors mean, as the server sends them. */
@Tag("soak")
final class TrinoErrorsTest {
    private final Database db = Database.connect(TrinoServer.newDatabase("errors"));

    private static void assertKind(ThrowingCallable statement, Kind kind, int code) {
        assertThatThrownBy(statement).isInstanceOfSatisfying(QueryException.class, failure -> {
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.sqlState()).isNull();
            assertThat(failure).hasMessageContaining("vendor code " + code);
        });
    }

    @Test
    void errorsAreToldByTheirNumbers() {
        assertKind(
                () -> db.fetch(query("select 1 / 0 as a", select(raw(SqlType.INTEGER, "a")))), Kind.INVALID_VALUE, 8);
        assertKind(
                () -> db.fetch(query("select cast('x' as integer) as a", select(raw(SqlType.INTEGER, "a")))),
                Kind.INVALID_VALUE,
                9);
        assertKind(
                () -> db.fetch(query("select 9223372036854775807 + 1 as a", select(raw(SqlType.BIGINT, "a")))),
                Kind.INVALID_VALUE,
                19);
        assertKind(() -> db.execute(command("select from")), Kind.INVALID_SQL, 1);
        assertKind(() -> db.execute(command("drop table nowhere")), Kind.INVALID_SQL, 46);
        assertKind(() -> db.execute(command("drop table nowhere.n.t")), Kind.INVALID_SQL, 46);
        db.close();
    }
}
