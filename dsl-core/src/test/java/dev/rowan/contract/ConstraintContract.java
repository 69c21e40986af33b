package dev.rowan.contract;

import static dev.rowan.contract.Accounts.ACCOUNT;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rowan.error.ConstraintViolationException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.query.Insert;
import dev.rowan.query.SqlCommand;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A refused write names its constraint and its columns, whatever the values are. */
interface ConstraintContract extends OpenDatabase {
    /** Values that look like what the servers say about other keys. */
    List<String> LIARS = List.of(
            "a-b,c d",
            "x' for key 'accounts.accounts_owner_key",
            "x' for key 'PRIMARY",
            "x' for key 'accounts.PRIMARY'",
            "x' for key 'branch's number",
            "PUBLIC.branch's number INDEX PUBLIC.x",
            "x\" PRIMARY KEY ON PUBLIC.accounts(id)",
            "x VALUES ( ' )",
            "(UNIQUE constraint failed: accounts.id)",
            "UNIQUE constraint failed: accounts.branch, accounts.number",
            ", CONSTRAINT `accounts_parent_id_fkey` FOREIGN KEY (",
            "Key (id)=(1) already exists.\n  Constraint: accounts_pkey",
            "x'\nQuery is: 'PRIMARY'");

    private static Insert<Accounts.Account, ?> account(long id) {
        return insertInto(ACCOUNT).set(ACCOUNT.ID, id).set(ACCOUNT.OWNER, "owner");
    }

    private ConstraintViolationException violation(SqlCommand command) {
        ConstraintViolationException violation =
                catchThrowableOfType(ConstraintViolationException.class, () -> db().execute(command));
        assertThat(violation).isNotNull();
        return violation;
    }

    private void assertViolation(SqlCommand command, Kind kind, String constraint, String... columns) {
        ConstraintViolationException violation = violation(command);

        assertThat(violation.kind()).isEqualTo(kind);
        assertThat(violation.constraint()).isEqualTo(constraint);
        assertThat(violation.columns()).containsExactly(columns);
        assertThat(violation.isRetryable()).isFalse();
    }

    @Test
    default void takenPrimaryKeyIsNamed() {
        db().execute(account(1));

        assertViolation(account(1), Kind.UNIQUE_VIOLATION, "accounts_pkey", "id");
    }

    @Test
    default void takenUniqueValueIsNamedWhateverTheValueIs() {
        List<String> values =
                Stream.concat(LIARS.stream(), HostileTexts.ALL.stream()).toList();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            db().execute(account(i).set(ACCOUNT.EMAIL, value));

            ConstraintViolationException violation = violation(account(1000).set(ACCOUNT.EMAIL, value));

            boolean looksCut = value.contains("\nQuery is"); // then nothing is known, rather than the wrong thing
            assertThat(violation.kind()).isEqualTo(Kind.UNIQUE_VIOLATION);
            assertThat(violation.constraint())
                    .as(value)
                    .isIn("accounts_email_key", looksCut ? null : "accounts_email_key");
            if (violation.constraint() != null) {
                assertThat(violation.columns()).as(value).containsExactly("email");
            }
        }
    }

    @Test
    default void takenPairOfValuesIsNamedWhateverTheyAre() {
        for (String value : LIARS.subList(0, LIARS.size() - 1)) {
            db().execute(deleteFrom(ACCOUNT).everyRow());
            db().execute(account(1).set(ACCOUNT.BRANCH, value).set(ACCOUNT.NUMBER, value));

            assertViolation(
                    account(2).set(ACCOUNT.BRANCH, value).set(ACCOUNT.NUMBER, value),
                    Kind.UNIQUE_VIOLATION,
                    "branch's number",
                    "branch",
                    "number");
        }
    }

    @Test
    default void updateThatTakesAUniqueValueNamesTheKey() {
        db().execute(account(1).set(ACCOUNT.EMAIL, "a"));
        db().execute(account(2).set(ACCOUNT.EMAIL, "b"));

        assertViolation(
                update(ACCOUNT).set(ACCOUNT.EMAIL, "a").where(ACCOUNT.ID.eq(2)),
                Kind.UNIQUE_VIOLATION,
                "accounts_email_key",
                "email");
    }

    @Test
    default void missingValueNamesItsColumn() {
        assertViolation(insertInto(ACCOUNT).set(ACCOUNT.ID, 1).withoutRules(), Kind.NOT_NULL_VIOLATION, null, "owner");
    }

    @Test
    default void keyThatPointsNowhereIsNamedIfTheDatabaseNamesIt() {
        ConstraintViolationException violation = violation(account(1).set(ACCOUNT.PARENT_ID, 7L));

        assertThat(violation.kind()).isEqualTo(Kind.FOREIGN_KEY_VIOLATION);
        if (violation.constraint() == null) {
            assertThat(violation.columns()).isEmpty();
            assertThat(String.valueOf(violation.getCause())).doesNotContain("parent_id");
        } else {
            assertThat(violation.constraint()).isEqualTo("accounts_parent_id_fkey");
            assertThat(violation.columns()).containsExactly("parent_id");
        }
    }

    @Test
    default void publicMessageShowsNeitherSqlNorNamesNorValues() {
        db().execute(account(1).set(ACCOUNT.EMAIL, "s3cret"));

        ConstraintViolationException violation = violation(account(2).set(ACCOUNT.EMAIL, "s3cret"));

        assertThat(violation.publicMessage()).isEqualTo("a value that must be unique is taken already");
        assertThat(violation.getMessage())
                .startsWith("unique violation of accounts_email_key on email (SQLSTATE ")
                .doesNotContain("s3cret");
    }
}
