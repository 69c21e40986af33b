package dev.rowan.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.error.QueryException.Kind;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What errors tell in one line. */
final class MessagesTest {
    private static Violation at(int row) {
        return new Violation("users", "name", "length", "must be short", row, "long");
    }

    @Test
    void violationsOfSeveralRowsSayWhichRow() {
        assertThat(new ValidationException(List.of(at(0), at(2))))
                .hasMessageContaining("users.name at index 0 must be short (length); users.name at index 2 must");
        assertThat(new ValidationException(List.of(at(0))))
                .hasMessageContaining(": users.name must be short (length);");
        assertThat(new ValidationException(List.of(at(0))).after(7)).hasMessageContaining("users.name at index 7");
    }

    @Test
    void manyPlaceholdersAreNotRepeated() {
        String list = "select id from users where id in (" + "?, ".repeat(1_023) + "?) and name in (?, ?)";

        QueryException failure = new QueryException(Kind.INVALID_SQL, list, "42000", 1, new SQLException("no"));

        assertThat(failure).hasMessageContaining("in: select id from users where id in (?, …, ?) and name in (?, ?);");
        assertThat(failure.sql()).isEqualTo(list);
    }

    @Test
    void manyRowsOfPlaceholdersAreNotRepeated() {
        String rows = "insert into users (id, name) values " + "(?, ?), ".repeat(5_000) + "(?, ?)";

        QueryException failure = new QueryException(Kind.OTHER, rows, null, 1, new SQLException("no"));

        assertThat(failure).hasMessageContaining("values (?, ?), …, (?, ?);");
    }
}
