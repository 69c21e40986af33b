package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.Notes.Note;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.execute.StatementEvent;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tables that are made of the rows of a query. */
interface TableOfQueryContract extends StoredCells {
    @Test
    default void tableIsMadeOfTheRowsOfAQuery() {
        db().execute(insertInto(NOTE)
                .row(new Note(1, "it's", 7))
                .row(new Note(2, "b", 7))
                .row(new Note(3, "it's", null)));

        db().execute(createTable(Summaries.SUMMARY)
                .as(select(NOTE.TEXT, count().as("notes"))
                        .from(NOTE)
                        .where(NOTE.TEXT.ne("x?").and(NOTE.ID.gt(0)))
                        .groupBy(NOTE.TEXT)));

        try {
            assertThat(db().fetch(select().from(Summaries.SUMMARY).orderBy(Summaries.SUMMARY.NOTES.asc())))
                    .containsExactly(new Summary("b", 1L), new Summary("it's", 2L));
        } finally {
            drop(Summaries.SUMMARY);
        }
    }

    @Test
    default void queryOfOtherColumnsIsRefusedBeforeAnythingIsSent() {
        List<StatementEvent> sent = new ArrayList<>();

        assertThatThrownBy(() -> recording(sent)
                        .execute(createTable(Summaries.SUMMARY)
                                .as(select(NOTE.TEXT, NOTE.ID).from(NOTE))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("[text text, notes bigint], got [text text, id bigint]");
        assertThat(sent).isEmpty();
    }

    /** A row of the table. */
    record Summary(@Nullable String text, @Nullable Long notes) {}

    /** Texts, and how often each is there. */
    final class Summaries extends Table<Summary> {
        static final Summaries SUMMARY = new Summaries(TableName.of("summaries"));

        final TextColumn<Summary, @Nullable String> TEXT = varchar("text", 200);
        final NumberColumn<Summary, @Nullable Long> NOTES = bigint("notes");

        private Summaries(TableName name) {
            super(name, Summary.class, Summaries::new);
        }
    }
}
