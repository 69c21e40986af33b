package dev.rowan.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.contract.Accounts;
import dev.rowan.dialect.h2.H2Dialect;
import dev.rowan.dialect.mariadb.MariaDbDialect;
import dev.rowan.dialect.mysql.MySqlDialect;
import dev.rowan.dialect.postgres.PostgresDialect;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.render.DeclaredConstraints;
import dev.rowan.render.Dialect;
import dev.rowan.render.Violation;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The constraint is found in whatever language the server speaks: sentences of its own catalogues, for which a session must ask. */
final class LocalizedViolationsTest {
    private static final DeclaredConstraints ACCOUNTS = DeclaredConstraints.of(Accounts.ACCOUNT);
    private static final Violation EMAIL = new Violation("accounts_email_key", List.of("email"));
    private static final Violation KEY = new Violation("accounts_pkey", List.of("id"));
    private static final Dialect MYSQL = new MySqlDialect(8, 0);
    private static final Dialect MARIADB = new MariaDbDialect(11, 4);
    private static final Dialect H2 = new H2Dialect(2, 5);

    private static Stream<Arguments> sentences() {
        return Stream.of(
                Arguments.of(MYSQL, EMAIL, "Doppelter Eintrag 'x' für Schlüssel 'accounts.accounts_email_key'"),
                Arguments.of(MYSQL, EMAIL, "'a' は索引 'accounts.accounts_email_key' で重複しています。"),
                Arguments.of(
                        MYSQL, KEY, "Entrada duplicada 'accounts.accounts_email_key' para la clave 'accounts.PRIMARY'"),
                Arguments.of(MARIADB, EMAIL, "(conn=5) Duplicata du champ 'x' pour la clef 'accounts_email_key'"),
                Arguments.of(MARIADB, KEY, "(conn=5) Дублирующаяся запись 'accounts_email_key' по ключу 'PRIMARY'"),
                Arguments.of(
                        H2,
                        EMAIL,
                        "Eindeutiger Index verletzt: \"PUBLIC.accounts_email_key INDEX PUBLIC.i ON PUBLIC.accounts(email) VALUES"
                                + " ( 'PUBLIC.x INDEX' )\""),
                Arguments.of(MYSQL, Violation.UNKNOWN, "Doppelter Eintrag 'accounts_email_key' für Schlüssel 'other'"),
                Arguments.of(MYSQL, Violation.UNKNOWN, "Duplicate entry"),
                Arguments.of(H2, Violation.UNKNOWN, "Unique index violation"),
                Arguments.of(new PostgresDialect(18, 0), Violation.UNKNOWN, "of no class that has fields"));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void keyIsFoundWhereNoValueCanStand(Dialect dialect, Violation expected, String sentence) {
        SQLException refusal = new SQLException(sentence, "23000", 1062);

        assertThat(dialect.violation(refusal, Kind.UNIQUE_VIOLATION, ACCOUNTS)).isEqualTo(expected);
    }
}
