package dev.rowan.query;

import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.command;
import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.raw;
import static dev.rowan.query.Sql.rawCondition;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.StandardDialect;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.RawText;
import dev.rowan.type.SqlType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawSqlTest {
    private final StandardDialect dialect = new StandardDialect();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 'a:b', 'it''s :b'",
                "select \"a:b\", `c:d`",
                "select a::int, b :: text",
                "select 1 -- :b ?",
                "select 1 /* :b /* nested :c */ ? */",
                "select $$ :b ' ? $$",
                "select $tag$ :b $$ ? $tag$",
                "select E'a\\':b'",
                "select 'HH24:mm'",
                "select a[1:2], a := 1",
                "select 5 - - 3, 4 / 2",
                "select a$b$c",
            })
    void quotedTextIsLeftAsItIs(String sql) {
        RawText text = RawText.parse(sql);

        assertThat(text.parameters()).isEmpty();
        assertThat(text.parts()).containsExactly(new RawText.Plain(sql));
    }

    @Test
    void parametersAreFoundBetweenAllThat() {
        RawText text = RawText.parse("select ':x' from t where a=:a and b::int>:b_1-- :c\nor c ?| :a");

        assertThat(text.parameters()).containsExactly("a", "b_1");
        assertThat(text.parts()).contains(new RawText.QuestionMark(), new RawText.Parameter("b_1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 'a", "select \"a", "select /* a", "select $$ a", "select 'a\\' or 1=1 --'"})
    void textThatEndsNowhereOrHereAndThereIsRefused(String sql) {
        assertThatThrownBy(() -> RawText.parse(sql)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void valuesAreNeverReadAgain() {
        var rendered = dialect.render(query("select id from users where name = :name and id in (:ids)", select(USER.ID))
                .bind("name", "x' or :ids ? $1 ${x}")
                .bindAll("ids", SqlType.BIGINT, List.of(1L, 2L)));

        assertThat(rendered.text()).isEqualTo("select id from users where name = ? and id in (?, ?)");
        assertThat(rendered.binds())
                .extracting(bind -> (Object) bind.value())
                .containsExactly("x' or :ids ? $1 ${x}", 1L, 2L);
    }

    @Test
    void parametersAndValuesMustAgree() {
        var query = query("select id from users where name = :name", select(USER.ID));

        assertThatThrownBy(() -> dialect.render(query))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("name");
        assertThatThrownBy(() -> query.bind("nam", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[name]");
        assertThatThrownBy(() -> query.bind("name", "x").bind("name", "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> query.bindAll("name", SqlType.TEXT, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void questionMarkIsRefusedWhereThereIsNoSuchOperator() {
        assertThatThrownBy(() -> dialect.render(command("select a ? b")))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining(":name");
        assertThatThrownBy(() -> raw(SqlType.INTEGER, "{0} ? 1", USER.ID)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rawExpressionsKeepTheirPlace() {
        var rendered = dialect.render(select(raw(SqlType.INTEGER, "f({0}, {1}, '{x}')", USER.ID, value(1).plus(2)))
                .from(USER)
                .where(rawCondition("{0} % 2 = 0", USER.ID.plus(1))));

        assertThat(rendered.text())
                .isEqualTo(
                        "select f(\"users\".\"id\", (? + ?), '{x}') from \"users\" where (\"users\".\"id\" + ?) % 2 = 0");
    }

    @Test
    void partsAndPlacesMustAgree() {
        assertThatThrownBy(() -> raw(SqlType.INTEGER, "f({0})")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> raw(SqlType.INTEGER, "f()", USER.ID)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rawConditionStandsInParenthesesWhereItMust() {
        var rendered = dialect.render(
                select(USER.ID).from(USER).where(rawCondition("a or b").and(USER.ACTIVE)));

        assertThat(rendered.text()).endsWith("where (a or b) and \"users\".\"active\"");
    }
}
