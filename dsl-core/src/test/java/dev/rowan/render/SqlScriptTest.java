package dev.rowan.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.MigrationException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the statements of a script end. */
class SqlScriptTest {
    private static List<String> standard(String script) {
        return SqlScript.statements(script, false);
    }

    @Test
    void statementsEndWithSemicolonsOrTheScript() {
        assertThat(standard("select 1;\n\nselect 2 ;; ; select 3")).containsExactly("select 1", "select 2", "select 3");
        assertThat(standard(" \n-- nothing; but a comment\n/* ; */ ;")).isEmpty();
        assertThat(standard("\uFEFFselect 1")).containsExactly("select 1");
    }

    @Test
    void semicolonsWithinQuotesAndCommentsEndNothing() {
        assertThat(standard("select 'a;''b;', \"c;\"\"d\" -- e;\n, 1 /* f; /* g; */ ; */; select 2"))
                .containsExactly("select 'a;''b;', \"c;\"\"d\" \n, 1 /* f; /* g; */ ; */", "select 2");
    }

    @Test
    void dollarQuotesHoldAnything() {
        String body = "create function f() returns int as $body$ begin; return '$$;'; end; $body$ language plpgsql";

        assertThat(standard(body + "; select $$;$$, 'a$b;c$'")).containsExactly(body, "select $$;$$, 'a$b;c$'");
    }

    @Test
    void backslashesEscapeWhereTheDatabaseSaysSo() {
        assertThat(standard("select 'a\\'; select 2")).containsExactly("select 'a\\'", "select 2");
        assertThat(standard("select E'a\\';'; select 2")).containsExactly("select E'a\\';'", "select 2");
        assertThat(SqlScript.statements("select 'a\\';'; # b;\nselect `c;`", true))
                .containsExactly("select 'a\\';'", "select `c;`");
    }

    @Test
    void bodyOfATriggerIsPartOfItsStatement() {
        String trigger = "create trigger t after insert on a begin update b set c = 1; delete from d; end";

        assertThat(standard(trigger + ";\nselect 1;")).containsExactly(trigger, "select 1");
    }

    @Test
    void blocksWithinABodyDoNotEndIt() {
        String trigger = "create trigger t after insert on a begin update b set c = case when 1 then 2 else 3 end;"
                + " delete from d; end";
        String procedure = "create procedure p() begin if 1 then begin select 1; end; end if;"
                + " case 1 when 1 then select 2; end case; select 3; end";

        assertThat(standard(trigger + "; select 1")).containsExactly(trigger, "select 1");
        assertThat(SqlScript.statements(procedure + "; select 1", true)).containsExactly(procedure, "select 1");
    }

    @Test
    void commentThatMySqlRunsIsAStatement() {
        assertThat(SqlScript.statements("/*!50001 create view v as select 1 */; /* not this; */;", true))
                .containsExactly("/*!50001 create view v as select 1 */");
        assertThat(SqlScript.statements("select 5--3; -- no\nselect 1", true))
                .containsExactly("select 5--3", "select 1");
    }

    @Test
    void commentWithoutAnEndIsAnErrorAndHidesNothing() {
        assertThatThrownBy(() -> standard("/* a /* b */ create table t (id int);"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("/* a /* b */");
    }

    @Test
    void delimiterLinesChangeTheEnd() {
        String procedure = "create procedure p() begin if 1 then select 1; end if; end";

        assertThat(SqlScript.statements("delimiter //\n" + procedure + "//\nDELIMITER ;\nselect 2;", true))
                .containsExactly(procedure, "select 2");
    }
}
