package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.insertRanks;
import static dev.rowan.contract.Notes.insertTexts;
import static dev.rowan.query.Sql.command;
import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rowan.check.QueryCheck;
import dev.rowan.error.QueryException;
import dev.rowan.error.RowCountException;
import dev.rowan.execute.Limits;
import dev.rowan.execute.StatementEvent;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.Selectable;
import dev.rowan.query.SortSpec;
import dev.rowan.row.NamedRow;
import dev.rowan.row.Row2;
import dev.rowan.type.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Queries by hand, plans, limits, the way down to JDBC, and what is chosen at run time. */
interface ExecutionContract extends ComputedValues {
    record IdAndText(long id, @Nullable String text) {}

    /** H2 takes a name without quotes for one in capitals; see {@link #queryByHandMayQuoteItsNames}. */
    private void assumeNamesNeedNoQuotes() {
        assumeFalse(db().dialect().name().equals("H2"));
    }

    private String quotedNotes() {
        return Identifier.of("notes").quoted(db().dialect().quotes());
    }

    @Test
    default void queryByHandMayQuoteItsNames() {
        assumeTrue(db().dialect().quotes() == Identifier.Quotes.DOUBLE);
        insertTexts(db(), "a", "b");

        assertThat(db().fetch(query("select \"id\" from \"notes\" where \"text\" = :text", select(NOTE.ID))
                        .bind("text", "b")))
                .containsExactly(2L);
        assertThat(db().execute(command("delete from \"notes\" where \"id\" in (:ids)")
                        .bindAll("ids", SqlType.BIGINT, List.of(1L, 2L))))
                .isEqualTo(2);
    }

    @Test
    default void queryByHandBindsByName() {
        assumeNamesNeedNoQuotes();
        insertTexts(db(), "a", "it's", "c");

        assertThat(db().fetch(query(
                                "select id, text from notes where text = :text or id in (:ids) order by id -- :x",
                                select(NOTE.ID, NOTE.TEXT).as(IdAndText.class))
                        .bind("text", "it's")
                        .bindAll("ids", SqlType.BIGINT, List.of(1L, 9L))))
                .containsExactly(new IdAndText(1, "a"), new IdAndText(2, "it's"));
        assertThat(db().fetchOne(query("select id from notes where id = :id", select(NOTE.ID))
                        .bind("id", 3)))
                .isEqualTo(3L);
        assertThat(db().fetch(query("select id, text from notes where id = :id", select(NOTE.ID, NOTE.TEXT))
                        .bind("id", 2)))
                .containsExactly(new Row2<>(2L, "it's"));
    }

    @Test
    default void commandByHandBindsByName() {
        assumeNamesNeedNoQuotes();
        insertTexts(db(), "a", "b");

        assertThat(db().execute(command("update notes set text = :text where id = :id")
                        .bind("text", SqlType.TEXT, null)
                        .bind("id", 2)))
                .isEqualTo(1);
        assertThat(Notes.idsWhere(db(), NOTE.TEXT.isNull())).containsExactly(2L);
    }

    @Test
    default void explainTellsThePlan() {
        insertRanks(db(), 1, 2);

        var query = select(NOTE.ID).from(NOTE).where(NOTE.RANK.gt(1));
        List<StatementEvent> events = new ArrayList<>();

        String plan = db().withListener(events::add).limits(Limits.rows(1)).explain(query);

        assertThat(plan).containsIgnoringCase("notes").isEqualTo(db().explain(query));
        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(event.sql().text())
                        .contains(db().render(query).text())
                        .isNotEqualTo(db().render(query).text()));
    }

    @Test
    default void readableSqlShowsClausesAndValues() {
        var rendered = db().render(select(NOTE.ID)
                .from(NOTE)
                .where(NOTE.TEXT.eq("it's").and(NOTE.RANK.eq(5)))
                .orderBy(NOTE.ID.asc()));

        assertThat(rendered.pretty().lines()).hasSize(4);
        assertThat(rendered.inlined()).contains("'it''s'").contains("= 5").doesNotContain("?");
    }

    @Test
    default void wrongNumberOfRowsSaysWhichItIs() {
        insertRanks(db(), 1, 2);
        var query = select(NOTE.ID).from(NOTE);

        assertThatThrownBy(() -> db().fetchOne(query))
                .isInstanceOfSatisfying(
                        RowCountException.class, e -> assertThat(e.kind()).isEqualTo(RowCountException.Kind.SEVERAL))
                .hasMessageContaining("got 2; use fetch(…)");
        assertThatThrownBy(() -> db().fetchOptional(query))
                .isInstanceOfSatisfying(
                        RowCountException.class, e -> assertThat(e.kind()).isEqualTo(RowCountException.Kind.SEVERAL));
        assertThatThrownBy(() -> db().fetchOne(query.where(NOTE.ID.lt(0))))
                .isInstanceOfSatisfying(
                        RowCountException.class, e -> assertThat(e.kind()).isEqualTo(RowCountException.Kind.NONE))
                .hasMessageContaining("got none; use fetchOptional(…)");
        assertThatThrownBy(() -> db().limits(Limits.rows(1)).fetch(query))
                .isInstanceOfSatisfying(
                        RowCountException.class,
                        e -> assertThat(e.kind()).isEqualTo(RowCountException.Kind.OVER_LIMIT));
    }

    @Test
    default void tooManyRowsAreAnError() {
        insertRanks(db(), 1, 2, 3);
        var query = select(NOTE.ID).from(NOTE);

        assertThat(db().limits(Limits.rows(3)).fetch(query)).hasSize(3);
        assertThatThrownBy(() -> db().limits(Limits.rows(2)).fetch(query))
                .isInstanceOf(RowCountException.class)
                .hasMessageContaining("at most 2 rows");
        assertThat(db().fetch(query)).hasSize(3);
    }

    @Test
    default void timeoutOfAStatementIsNoLimitOfShortOnes() {
        insertRanks(db(), 1);

        assertThat(db().limits(Limits.NONE.timeout(java.time.Duration.ofSeconds(5)))
                        .fetch(select(NOTE.ID).from(NOTE)))
                .containsExactly(1L);
    }

    @Test
    default void jdbcIsWithinReach() {
        insertRanks(db(), 1, 2);

        int count = db().withJdbc(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*) from " + quotedNotes())) {
                rows.next();
                return rows.getInt(1);
            }
        });

        assertThat(count).isEqualTo(2);
        assertThatThrownBy(() -> db().withJdbc(connection -> {
                    throw new SQLException("failed");
                }))
                .isInstanceOf(QueryException.class);
    }

    @Test
    default void columnsAreChosenAtRunTime() {
        insertTexts(db(), "a");
        List<Selectable<?>> columns = List.of(NOTE.TEXT, NOTE.ID.plus(1).as("next"), NOTE.RANK);

        NamedRow row = db().fetchOne(select(columns).asRows().from(NOTE));

        assertThat(row.names()).containsExactly("text", "next", "rank");
        assertThat(row.value("text", String.class)).isEqualTo("a");
        assertThat(row.value("next")).isEqualTo(2L);
        assertThat(row.value(2)).isNull();
        assertThatThrownBy(() -> row.value("id")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void requestChoosesTheOrder() {
        insertRanks(db(), 2, 1, 2);
        SortSpec sorts = SortSpec.of("rank", NOTE.RANK).and("id", NOTE.ID);

        assertThat(db().fetch(select(NOTE.ID).from(NOTE).orderBy(sorts.parse("rank,-id"))))
                .containsExactly(2L, 3L, 1L);
    }

    @Test
    default void checkFindsTheQueriesThatDoNotFit() {
        QueryCheck check = QueryCheck.of(db());

        assertThat(check.findings(CheckedQueries.Right.class)).isEmpty();
        assertThat(check.checked()).isEqualTo(3);
        assertThat(check.findings(CheckedQueries.Wrong.class))
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith("Wrong.NULL_IN_A_PRIMITIVE")
                        .contains("rank"));
        assertThatThrownBy(() -> check.findings(ExecutionContract.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void checkFindsWhatOnlyTheServerKnows() {
        assumeTrue(preparesBeforeItRuns());
        QueryCheck check = QueryCheck.of(db());

        assertThat(check.findings(CheckedQueries.Wrong.class))
                .anySatisfy(finding -> assertThat(finding).startsWith("Wrong.NO_SUCH_COLUMN"));
        assertThat(check.findings(CheckedQueries.Drifted.class))
                .anySatisfy(finding -> assertThat(finding).startsWith("Drifted.RENAMED"))
                .anySatisfy(finding -> assertThat(finding).startsWith("Drifted.RETYPED"));
    }

    /** The drivers of MySQL and MariaDB prepare on the server only when they are told to. */
    private boolean preparesBeforeItRuns() {
        return !db().dialect().name().startsWith("M");
    }
}
