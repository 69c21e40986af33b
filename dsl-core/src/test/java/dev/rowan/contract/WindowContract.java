package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.expression.Frame.currentRow;
import static dev.rowan.expression.Frame.following;
import static dev.rowan.expression.Frame.preceding;
import static dev.rowan.expression.Frame.unboundedFollowing;
import static dev.rowan.expression.Frame.unboundedPreceding;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.cumeDist;
import static dev.rowan.expression.Functions.denseRank;
import static dev.rowan.expression.Functions.firstValue;
import static dev.rowan.expression.Functions.jsonArrayAgg;
import static dev.rowan.expression.Functions.lag;
import static dev.rowan.expression.Functions.lastValue;
import static dev.rowan.expression.Functions.lead;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.nthValue;
import static dev.rowan.expression.Functions.ntile;
import static dev.rowan.expression.Functions.percentRank;
import static dev.rowan.expression.Functions.rank;
import static dev.rowan.expression.Functions.rowNumber;
import static dev.rowan.expression.Functions.stringAgg;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.expression.Functions.toJson;
import static dev.rowan.expression.Window.partitionBy;
import static dev.rowan.query.Sql.derived;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.Notes.Note;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Window;
import dev.rowan.type.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Functions over windows, on five notes: a 1, a 2, a 2, b 5, b NULL. */
interface WindowContract extends ComputedValues {
    Window BY_ID = Window.by(NOTE.ID.asc());

    private void insertNotes() {
        db().execute(insertInto(NOTE)
                .rows(List.of(
                        new Note(1, "a", 1),
                        new Note(2, "a", 2),
                        new Note(3, "a", 2),
                        new Note(4, "b", 5),
                        new Note(5, "b", null))));
    }

    private <T extends @Nullable Object> List<T> inOrder(Expression<T> expression) {
        return db().fetch(select(expression).from(NOTE).orderBy(NOTE.ID.asc()));
    }

    @Test
    default void rowNumberRankAndDenseRankCount() {
        insertNotes();
        Window byRank = partitionBy(NOTE.TEXT).orderBy(NOTE.RANK.asc());

        assertThat(inOrder(rowNumber().over(BY_ID))).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(inOrder(rowNumber().over(partitionBy(NOTE.TEXT).orderBy(NOTE.ID.desc()))))
                .containsExactly(3L, 2L, 1L, 2L, 1L);
        assertThat(inOrder(rank().over(byRank)).subList(0, 3)).containsExactly(1L, 2L, 2L);
        assertThat(inOrder(rank().over(Window.by(NOTE.TEXT.asc())))).containsExactly(1L, 1L, 1L, 4L, 4L);
        assertThat(inOrder(denseRank().over(Window.by(NOTE.TEXT.asc())))).containsExactly(1L, 1L, 1L, 2L, 2L);
    }

    @Test
    default void rankAndDenseRankWithoutAnOrderAreOne() {
        insertNotes();

        assertThat(inOrder(rank().over(partitionBy(NOTE.ID).orderBy(NOTE.ID.asc()))))
                .containsOnly(1L);
        assertThat(inOrder(denseRank().over(partitionBy(NOTE.ID).orderBy(NOTE.ID.asc()))))
                .containsOnly(1L);
    }

    @Test
    default void percentRankAndCumeDistAreParts() {
        insertNotes();

        assertThat(inOrder(percentRank().over(Window.by(NOTE.TEXT.asc())))).containsExactly(0.0, 0.0, 0.0, 0.75, 0.75);
        assertThat(inOrder(cumeDist().over(Window.by(NOTE.TEXT.asc())))).containsExactly(0.6, 0.6, 0.6, 1.0, 1.0);
    }

    @Test
    default void cumeDistAndNtileDivide() {
        insertNotes();

        assertThat(inOrder(ntile(2).over(BY_ID))).containsExactly(1L, 1L, 1L, 2L, 2L);
        assertThat(inOrder(cumeDist().over(BY_ID))).containsExactly(0.2, 0.4, 0.6, 0.8, 1.0);
    }

    @Test
    default void ntileDealsOutRows() {
        insertNotes();

        assertThat(inOrder(ntile(5).over(BY_ID))).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    default void lagAndLeadLookAround() {
        insertNotes();

        assertThat(inOrder(lag(NOTE.RANK, 1).over(BY_ID))).containsExactly(null, 1, 2, 2, 5);
        assertThat(inOrder(lag(NOTE.TEXT, 2).over(BY_ID))).containsExactly(null, null, "a", "a", "a");
        assertThat(inOrder(lead(NOTE.RANK, 1).over(partitionBy(NOTE.TEXT).orderBy(NOTE.ID.asc()))))
                .containsExactly(2, 2, null, null, null);
    }

    @Test
    default void leadLooksAhead() {
        insertNotes();

        assertThat(inOrder(lead(NOTE.TEXT, 1).over(BY_ID))).containsExactly("a", "a", "b", "b", null);
    }

    @Test
    default void firstValueLastValueAndNthValueLookIntoTheFrame() {
        insertNotes();
        Window all = BY_ID.rows(unboundedPreceding(), unboundedFollowing());

        assertThat(inOrder(firstValue(NOTE.RANK).over(BY_ID))).containsOnly(1);
        assertThat(inOrder(lastValue(NOTE.RANK).over(BY_ID))).containsExactly(1, 2, 2, 5, null);
        assertThat(inOrder(lastValue(NOTE.TEXT).over(all))).containsOnly("b");
        assertThat(inOrder(nthValue(NOTE.RANK, 4).over(all))).containsOnly(5);
        assertThat(inOrder(nthValue(NOTE.RANK, 2).over(BY_ID))).containsExactly(null, 2, 2, 2, 2);
    }

    @Test
    default void lastValueAndNthValueOfTexts() {
        insertNotes();

        assertThat(inOrder(lastValue(NOTE.TEXT).over(BY_ID))).containsExactly("a", "a", "a", "b", "b");
        assertThat(inOrder(nthValue(NOTE.TEXT, 1).over(BY_ID))).containsOnly("a");
    }

    @Test
    default void nthValueBeyondTheFrameIsNull() {
        insertNotes();

        assertThat(inOrder(nthValue(NOTE.RANK, 9).over(BY_ID))).containsOnlyNulls();
    }

    @Test
    default void aggregatesRunOverAWindow() {
        insertNotes();

        assertThat(inOrder(count().over())).containsOnly(5L);
        assertThat(inOrder(count(NOTE.RANK).over(partitionBy(NOTE.TEXT)))).containsExactly(3L, 3L, 3L, 1L, 1L);
        assertThat(inOrder(sum(NOTE.RANK).over(BY_ID)).stream().map(sum -> sum == null ? 0 : sum.intValue()))
                .containsExactly(1, 3, 5, 10, 10);
        assertThat(inOrder(max(NOTE.ID).over(BY_ID.rows(preceding(1), following(1)))))
                .containsExactly(2L, 3L, 4L, 5L, 5L);
        assertThat(inOrder(count().over(BY_ID.rows(currentRow(), unboundedFollowing()))))
                .containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(inOrder(max(NOTE.ID).over(BY_ID.range(unboundedPreceding(), currentRow()))))
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    default void filterHoldsWithinAWindow() {
        insertNotes();

        assertThat(inOrder(count().filter(NOTE.RANK.eq(2)).over(partitionBy(NOTE.TEXT))))
                .containsExactly(2L, 2L, 2L, 0L, 0L);
    }

    @Test
    default void namedWindowIsDefinedOnce() {
        insertNotes();
        Window named = BY_ID.as("w");

        assertThat(db().fetch(select(rowNumber().over(named), lag(NOTE.ID, 1).over(named))
                                .from(NOTE)
                                .orderBy(rowNumber().over(named).desc()))
                        .get(0)
                        .value1())
                .isEqualTo(5L);
    }

    @Test
    default void windowIsFilteredInADerivedTable() {
        insertNotes();
        var place =
                rowNumber().over(partitionBy(NOTE.TEXT).orderBy(NOTE.ID.asc())).as("place");
        var numbered = derived(select(NOTE.ID, place).from(NOTE), "numbered");

        assertThat(db().fetch(select(numbered.get(NOTE.ID))
                        .from(numbered)
                        .where(numbered.get(place).eq(1))
                        .orderBy(numbered.get(NOTE.ID).asc())))
                .containsExactly(1L, 4L);
    }

    @Test
    default void windowRunsOverGroups() {
        insertNotes();

        assertThat(db().fetch(select(sum(sum(NOTE.RANK)).over()).from(NOTE).groupBy(NOTE.TEXT)).stream()
                        .map(sum -> sum == null ? 0 : sum.intValue()))
                .containsExactly(10, 10);
    }

    @Test
    default void textsJoinOverAWindowOrAreRefused() {
        insertNotes();
        var ids = select(jsonArrayAgg(toJson(NOTE.ID)).over(partitionBy(NOTE.TEXT)))
                .from(NOTE)
                .orderBy(NOTE.ID.asc());

        if (db().dialect().name().equals("MariaDB")) {
            assertThatThrownBy(() -> db().fetch(ids)).isInstanceOf(UnsupportedFeatureException.class);
        } else {
            assertThat(db().fetch(ids)).hasSize(5).last().isIn(Json.of("[4,5]"), Json.of("[5,4]"));
        }
        var joined = select(stringAgg(NOTE.TEXT, "").over(partitionBy(NOTE.RANK)))
                .from(NOTE)
                .orderBy(NOTE.ID.asc());

        if (List.of("MySQL", "MariaDB").contains(db().dialect().name())) {
            assertThatThrownBy(() -> db().fetch(joined))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("string_agg over a window");
        } else {
            assertThat(db().fetch(joined)).containsExactly("a", "aa", "aa", "b", "b");
        }
    }
}
