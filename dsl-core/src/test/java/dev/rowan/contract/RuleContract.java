package dev.rowan.contract;

import static dev.rowan.club.Clubs.TENANT;
import static dev.rowan.club.Members.MEMBER;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rowan.club.Member;
import dev.rowan.error.QueryException;
import dev.rowan.error.ValidationException;
import dev.rowan.error.Violation;
import dev.rowan.execute.Database;
import dev.rowan.execute.StatementEvent;
import dev.rowan.query.SqlCommand;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Rules are checked before anything is sent, all at once, whatever writes; what is normalized is so wherever it is used. */
interface RuleContract extends OpenDatabase {

    private Database acme() {
        return db().with(TENANT, 1L);
    }

    private List<Violation> violations(SqlCommand command) {
        List<StatementEvent> sent = new ArrayList<>();
        ValidationException failure = catchThrowableOfType(
                ValidationException.class,
                () -> recording(sent).with(TENANT, 1L).execute(command));
        assertThat(sent).isEmpty();
        assertThat(failure).isNotNull();
        return failure.violations();
    }

    private static String where(Violation violation) {
        return violation.row() + " " + violation.column() + " " + violation.rule();
    }

    @Test
    default void insertOfManyRowsNamesEveryViolationWithItsRow() {
        List<Violation> violations = violations(insertInto(MEMBER)
                .rows(List.of(
                        Member.of("ann@example.org", "Ann", 30),
                        Member.of("nobody", "B", 200),
                        Member.of("cy@example.org", "   ", null))));

        assertThat(violations)
                .extracting(RuleContract::where)
                .containsExactly("1 email email", "1 name length", "1 age between", "2 name notBlank");
        assertThat(violations.get(0).table()).isEqualTo("members");
        assertThat(violations.get(0).value()).isEqualTo("nobody");
        assertThat(violations.get(3).message()).isEqualTo("must be a name");
    }

    @Test
    default void messageOfAFailureShowsNoValue() {
        assertThatThrownBy(() -> acme().execute(insertInto(MEMBER).row(Member.of("s3cret", "Ann", 30))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("members.email must be an e-mail address (email)")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    default void missingValuesAreViolations() {
        assertThat(violations(insertInto(MEMBER).set(MEMBER.AGE, 30)))
                .extracting(RuleContract::where)
                .containsExactly("0 email notNull", "0 name notNull");
    }

    @Test
    default void updatesAreChecked() {
        assertThat(violations(
                        update(MEMBER).set(MEMBER.NAME, "A").set(MEMBER.AGE, -1).everyRow()))
                .extracting(RuleContract::where)
                .containsExactly("0 name length", "0 age between");
    }

    @Test
    default void valuesOfHiddenColumnsAreNotShown() {
        assertThat(violations(update(MEMBER).set(MEMBER.PASSWORD_HASH, "abc").everyRow()))
                .singleElement()
                .satisfies(violation -> assertThat(violation.value()).isNull());
    }

    @Test
    default void textThatIsTooLongForItsColumnIsAViolation() {
        assertThat(violations(insertInto(MEMBER).row(Member.of("a@" + "b".repeat(200) + ".org", "Ann", 1))))
                .extracting(RuleContract::where)
                .containsExactly("0 email length");
    }

    @Test
    default void textThatIsTooLongForRuleAndColumnIsOneViolation() {
        assertThat(violations(update(MEMBER).set(MEMBER.NAME, "a".repeat(21)).everyRow()))
                .extracting(Violation::message)
                .containsExactly("must have between 2 and 20 characters");
    }

    @Test
    default void nullBreaksNoRuleOfAColumnThatCanHoldIt() {
        acme().execute(insertInto(MEMBER).row(Member.of("ann@example.org", "Ann", null)));

        assertThat(acme().fetchOne(select(MEMBER.AGE).from(MEMBER))).isNull();
    }

    @Test
    default void rulesThatAreConstraintsHoldOfWhatOthersWrite() {
        acme().execute(insertInto(MEMBER).row(Member.of("ann@example.org", "Ann", 30)));
        String quote =
                dev.rowan.expression.Identifier.of("age").quoted(db().dialect().quotes());
        String table = MEMBER.identifier().quoted(db().dialect().quotes());

        assertThatThrownBy(() -> db().withJdbc(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.executeUpdate("update " + table + " set " + quote + " = 151");
                    }
                }))
                .isInstanceOfSatisfying(
                        QueryException.class, e -> assertThat(e.kind()).isEqualTo(QueryException.Kind.CHECK_VIOLATION));
    }

    @Test
    default void normalizedValuesAreWrittenByInsertsAndUpdates() {
        acme().execute(insertInto(MEMBER)
                .rows(List.of(Member.of("  Ann@Example.ORG ", "Ann", 1), Member.of("BOB@example.org", "Bob", 2))));
        acme().execute(insertInto(MEMBER).set(MEMBER.EMAIL, "CY@EXAMPLE.ORG").set(MEMBER.NAME, "Cy"));
        acme().execute(update(MEMBER).set(MEMBER.EMAIL, " BOB@Example.com").where(MEMBER.NAME.eq("Bob")));

        assertThat(acme().fetch(select(MEMBER.EMAIL).from(MEMBER).orderBy(MEMBER.NAME.asc())))
                .containsExactly("ann@example.org", "bob@example.com", "cy@example.org");
    }

    @Test
    default void normalizedValuesAreFoundHoweverTheyAreWritten() {
        acme().execute(insertInto(MEMBER).row(Member.of("ann@example.org", "Ann", 1)));

        assertThat(acme().count(select().from(MEMBER).where(MEMBER.EMAIL.eq(" ANN@Example.org"))))
                .isOne();
        assertThat(acme().count(select().from(MEMBER).where(MEMBER.EMAIL.in("x", "ANN@example.org"))))
                .isOne();
        assertThat(acme().count(select().from(MEMBER).where(MEMBER.EMAIL.ne("ANN@EXAMPLE.ORG"))))
                .isZero();
    }

    @Test
    default void lowerCaseIsTheSameInATurkishLocale() {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            acme().execute(insertInto(MEMBER).rows(List.of(Member.of("TITLE.I@EXAMPLE.ORG", "Ann", 1))));

            assertThat(acme().fetchOne(select(MEMBER.EMAIL).from(MEMBER))).isEqualTo("title.i@example.org");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    default void hiddenColumnIsSelectedOnlyByItsName() {
        acme().execute(insertInto(MEMBER)
                .row(Member.of("ann@example.org", "Ann", 1))
                .set(MEMBER.PASSWORD_HASH, "abcdef"));

        assertThat(acme().render(select().from(MEMBER)).text()).doesNotContain("password_hash");
        assertThat(acme().fetch(select().from(MEMBER))).extracting(Member::name).containsExactly("Ann");
        assertThat(acme().fetchOne(select(MEMBER.PASSWORD_HASH).from(MEMBER))).isEqualTo("abcdef");
    }
}
