package dev.rowan.dialect.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.error.QueryException.Kind;
import dev.rowan.render.DeclaredConstraints;
import dev.rowan.render.Dialect;
import dev.rowan.render.Violation;
import dev.rowan.shop.Orders;
import dev.rowan.shop.Users;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By the sentences of the server's own list of errors, {@code sys.messages}. */
final class SqlServerErrorsTest {
    private static final Dialect DIALECT = new SqlServerDialect(16, 0);

    private static Violation violation(SQLException exception, DeclaredConstraints written) {
        return DIALECT.violation(exception, DIALECT.classify(exception), written);
    }

    @ParameterizedTest
    @CsvSource({
        "2627, UNIQUE_VIOLATION",
        "2601, UNIQUE_VIOLATION",
        "515, NOT_NULL_VIOLATION",
        "2628, INVALID_VALUE",
        "8152, INVALID_VALUE",
        "245, INVALID_VALUE",
        "241, INVALID_VALUE",
        "8134, INVALID_VALUE",
        "1205, CONFLICT",
        "1222, LOCK_TIMEOUT",
        "18456, AUTHENTICATION",
        "4060, UNKNOWN_DATABASE",
        "208, INVALID_SQL",
        "50000, OTHER"
    })
    void numberTellsTheKind(int number, Kind kind) {
        assertThat(DIALECT.classify(new SQLException("…", "S0001", number))).isEqualTo(kind);
    }

    @Test
    void checksAndForeignKeysShareANumber() {
        SQLException check = new SQLException(
                "The INSERT statement conflicted with the CHECK constraint \"t_check\". The conflict occurred in database"
                        + " \"shop\", table \"dbo.t\", column 'n'.",
                "23000",
                547);
        SQLException key = new SQLException(
                "The INSERT statement conflicted with the FOREIGN KEY constraint \"orders_user_id_fkey\". The conflict"
                        + " occurred in database \"shop\", table \"dbo.users\", column 'id'.",
                "23000",
                547);
        SQLException pointed = new SQLException(
                "The DELETE statement conflicted with the REFERENCE constraint \"orders_user_id_fkey\". The conflict"
                        + " occurred in database \"shop\", table \"dbo.orders\", column 'user_id'.",
                "23000",
                547);

        assertThat(DIALECT.classify(check)).isEqualTo(Kind.CHECK_VIOLATION);
        assertThat(DIALECT.classify(key)).isEqualTo(Kind.FOREIGN_KEY_VIOLATION);
        assertThat(DIALECT.classify(pointed)).isEqualTo(Kind.FOREIGN_KEY_VIOLATION);
        assertThat(violation(key, DeclaredConstraints.of(Orders.ORDER)))
                .isEqualTo(new Violation("orders_user_id_fkey", List.of("user_id")));
        assertThat(violation(check, DeclaredConstraints.of(null))).isEqualTo(new Violation("t_check", List.of()));
    }

    @Test
    void keyIsNamedBeforeItsValue() {
        SQLException constraint = new SQLException(
                "Violation of UNIQUE KEY constraint 'users_email_key'. Cannot insert duplicate key in object 'dbo.users'."
                        + " The duplicate key value is ('x' with unique index 'y').",
                "23000",
                2627);
        SQLException index = new SQLException(
                "Cannot insert duplicate key row in object 'dbo.users' with unique index 'users_email_key'. The duplicate"
                        + " key value is (a@b.c).",
                "23000",
                2601);

        Violation email = new Violation("users_email_key", List.of("email"));
        assertThat(violation(constraint, DeclaredConstraints.of(Users.USER))).isEqualTo(email);
        assertThat(violation(index, DeclaredConstraints.of(Users.USER))).isEqualTo(email);
    }

    @Test
    void columnThatMustNotBeNullIsNamed() {
        SQLException missing = new SQLException(
                "Cannot insert the value NULL into column 'name', table 'shop.dbo.users'; column does not allow nulls."
                        + " INSERT fails.",
                "23000",
                515);

        assertThat(violation(missing, DeclaredConstraints.of(Users.USER)))
                .isEqualTo(new Violation(null, List.of("name")));
    }
}
