package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.insertRanks;
import static dev.rowan.expression.Functions.currentTimestamp;
import static dev.rowan.expression.Functions.scalar;
import static dev.rowan.expression.Functions.upper;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.derived;
import static dev.rowan.query.Sql.exists;
import static dev.rowan.query.Sql.recursive;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.execute.StatementEvent;
import dev.rowan.row.Row2;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Selects that need no table. */
interface NoTableContract extends OpenDatabase {
    /** A record that no table has. */
    record Pair(int number, String text) {}

    @Test
    default void valuesAreSelectedWithoutATable() {
        assertThat(db().fetch(select(value(1), upper(value("it's"))))).containsExactly(new Row2<>(1, "IT'S"));
        assertThat(db().fetchOne(select(value(7)))).isEqualTo(7);
        assertThat(db().fetchOptional(select(value("x")))).contains("x");
        assertThat(db().fetch(select(value(2).as("number"), value("b").as("text"))
                        .as(Pair::new)))
                .containsExactly(new Pair(2, "b"));
        assertThat(db().fetch(select(value(2).as("number"), value("b").as("text"))
                        .as(Pair.class)))
                .containsExactly(new Pair(2, "b"));
    }

    @Test
    default void timeOfTheServerIsSelected() {
        Instant now = db().fetchOne(select(currentTimestamp()));

        assertThat(now).isCloseTo(Instant.now(), Assertions.within(Duration.ofMinutes(5)));
    }

    @Test
    default void rowsWithoutATableAreOperands() {
        assertThat(db().fetch(select(value(1)).unionAll(select(value(2))).unionAll(select(value(2)))))
                .containsExactlyInAnyOrder(1, 2, 2);
        assertThat(db().fetch(select(value(1)).union(select(value(2)).union(select(value(1))))))
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    default void recursionBeginsWithoutATable() {
        var n = value(1).as("n");
        var numbers = recursive(
                select(n),
                "numbers",
                known -> select(known.get(n).plus(1).as("n"))
                        .from(known)
                        .where(known.get(n).lt(5)));

        assertThat(db().fetch(select(numbers.get(n)).from(numbers))).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    default void subqueryNeedsNoTableAndSeesTheOuterOne() {
        insertRanks(db(), 1, 2);
        var one = value(1).as("one");
        var derived = derived(select(one), "d");
        var common = cte(select(one), "c");

        assertThat(db().fetch(select(NOTE.ID).from(NOTE).where(NOTE.RANK.eq(scalar(select(value(2)))))))
                .containsExactly(2L);
        assertThat(db().fetch(select(scalar(select(NOTE.RANK.plus(1))))
                        .from(NOTE)
                        .orderBy(NOTE.ID.asc())))
                .containsExactly(2, 3);
        assertThat(db().fetch(select(NOTE.ID)
                        .from(NOTE)
                        .where(exists(select(value(1))).and(NOTE.RANK.in(select(value(1)))))))
                .containsExactly(1L);
        assertThat(db().fetch(select(derived.get(one).plus(common.get(one)))
                        .from(derived)
                        .crossJoin(common)))
                .containsExactly(2);
    }

    @Test
    default void forgottenFromIsRefusedBeforeAnythingIsSent() {
        List<StatementEvent> sent = new ArrayList<>();

        assertThatThrownBy(() -> recording(sent).fetch(select(NOTE.ID, NOTE.RANK)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("notes.id")
                .hasMessageContaining("from(notes)");
        assertThat(sent).isEmpty();
    }
}
