package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.insertRanks;
import static dev.rowan.contract.Samples.SAMPLE;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.min;
import static dev.rowan.expression.Functions.notNull;
import static dev.rowan.expression.Functions.nullable;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.expression.GroupingSets.rollup;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.derived;
import static dev.rowan.query.Sql.exists;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.row;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.query.RowQuery;
import dev.rowan.query.Select;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.row.Row2;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Unions, intersections and differences, nested, ordered and limited; and row values. */
interface SetOperationContract extends ComputedValues {
    private Select<Integer, Notes> ranks(long from, long to) {
        return select(notNull(NOTE.RANK)).from(NOTE).where(NOTE.ID.between(from, to));
    }

    private List<Integer> fetch(RowQuery<Integer> query) {
        return db().fetch(query).stream().sorted().toList();
    }

    private void insertNotes() {
        insertRanks(db(), 1, 2, 2, 3, 4);
    }

    @Test
    default void unionTakesEqualRowsOnce() {
        insertNotes();

        assertThat(fetch(ranks(1, 3).union(ranks(2, 4)))).containsExactly(1, 2, 3);
        assertThat(fetch(ranks(1, 3).unionAll(ranks(2, 4)))).containsExactly(1, 2, 2, 2, 2, 3);
    }

    @Test
    default void intersectAndExceptTakeEqualRowsOnce() {
        insertNotes();

        assertThat(fetch(ranks(1, 3).intersect(ranks(2, 4)))).containsExactly(2);
        assertThat(fetch(ranks(1, 3).except(ranks(3, 5)))).containsExactly(1);
    }

    @Test
    default void nullOfOneSideEqualsNoValueOfTheOther() {
        insertNotes();
        Notes other = alias(NOTE, "other");
        var pairs = select(nullable(NOTE.ID), nullable(other.ID)).from(NOTE).crossJoin(other);
        var alone = select(nullable(NOTE.ID), nullable(other.ID))
                .from(NOTE)
                .leftJoin(other)
                .on(other.ID.eq(NOTE.ID).and(NOTE.ID.eq(2)));

        assertThat(db().fetch(pairs.intersect(alone))).containsExactly(new Row2<>(2L, 2L));
        assertThat(db().fetch(pairs.except(alone))).hasSize(24);
    }

    @Test
    default void countOfNestedOperationsIsThatOfTheirRows() {
        insertNotes();

        assertThat(db().count(ranks(1, 2).union(ranks(4, 4)).intersect(ranks(4, 5))))
                .isOne();
    }

    @Test
    default void operationsNestAsTheyAreWritten() {
        insertNotes();

        assertThat(fetch(ranks(1, 1).union(ranks(2, 2)).union(ranks(4, 4)))).containsExactly(1, 2, 3);
        assertThat(fetch(ranks(1, 2).union(ranks(4, 4)).intersect(ranks(4, 5)))).containsExactly(3);
        assertThat(fetch(ranks(1, 2).union(ranks(4, 4).intersect(ranks(4, 5))))).containsExactly(1, 2, 3);
        assertThat(fetch(ranks(1, 5).except(ranks(1, 2).except(ranks(2, 2))))).containsExactly(2, 3, 4);
        assertThat(fetch(ranks(1, 1).unionAll(ranks(2, 2).union(ranks(3, 3))))).containsExactly(1, 2);
        assertThat(fetch(ranks(1, 1).union(ranks(2, 2)).unionAll(ranks(3, 3)))).containsExactly(1, 2, 2);
    }

    @Test
    default void resultIsOrderedAndLimited() {
        insertNotes();
        var rank = notNull(NOTE.RANK);

        assertThat(db().fetch(ranks(1, 2)
                        .union(ranks(4, 5))
                        .orderBy(rank.desc())
                        .limit(2)
                        .offset(1)))
                .containsExactly(3, 2);
        assertThat(db().fetch(ranks(1, 2).union(ranks(4, 5)).orderBy(rank.asc()).offset(3)))
                .containsExactly(4);
    }

    @Test
    default void resultIsOrderedWithNullsWhereAsked() {
        insertRanks(db(), 1, null, 2);
        var all = select(NOTE.RANK).from(NOTE).union(select(NOTE.RANK).from(NOTE));

        assertThat(db().fetch(all.orderBy(NOTE.RANK.desc().nullsFirst()))).containsExactly(null, 2, 1);
        assertThat(db().fetch(all.orderBy(NOTE.RANK.asc().nullsLast()))).containsExactly(1, 2, null);
    }

    @Test
    default void operandsAreOrderedAndLimited() {
        insertNotes();
        var last = ranks(1, 5).orderBy(NOTE.ID.desc()).limit(1);
        var first = ranks(1, 5).orderBy(NOTE.ID.asc()).limit(1);

        assertThat(fetch(last.unionAll(first))).containsExactly(1, 4);
        assertThat(fetch(first.unionAll(last).unionAll(first))).containsExactly(1, 1, 4);
    }

    @Test
    default void operationIsASubquery() {
        insertNotes();
        var few = select(NOTE.ID)
                .from(NOTE)
                .where(NOTE.ID.eq(1))
                .union(select(NOTE.ID).from(NOTE).where(NOTE.ID.eq(4)));
        var table = derived(few, "few");

        assertThat(Notes.idsWhere(db(), NOTE.ID.in(few))).containsExactly(1L, 4L);
        assertThat(Notes.idsWhere(db(), exists(few))).hasSize(5);
        assertThat(db().fetchOne(select(count()).from(table))).isEqualTo(2);
    }

    @Test
    default void sidesMustFit() {
        assertThatThrownBy(() -> select(NOTE.ID, NOTE.RANK)
                        .as(Widened.class)
                        .from(NOTE)
                        .union(select(NOTE.ID).as(Widened.class).from(NOTE)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("2 and 1");
        assertThatThrownBy(() -> select(NOTE.ID)
                        .as(Widened.class)
                        .from(NOTE)
                        .union(select(NOTE.TEXT).as(Widened.class).from(NOTE)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("column 1");
        assertThatThrownBy(() -> select(NOTE.ID)
                        .from(NOTE)
                        .union(select(NOTE.ID).from(NOTE))
                        .orderBy(NOTE.RANK.asc()))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("notes.rank");
    }

    record Widened(long id, @Nullable Integer rank) {}

    @Test
    default void nullabilityIsThatOfBothSides() {
        insertRanks(db(), 1, null);
        var either = select(value(0).as("rank"))
                .from(NOTE)
                .unionAll(select(value(1).as("rank")).from(NOTE));

        assertThat(db().fetch(either)).hasSize(4);
        assertThat(either.isNullable(0)).isFalse();
        assertThat(select(NOTE.RANK)
                        .from(NOTE)
                        .union(select(NOTE.RANK).from(NOTE))
                        .isNullable(0))
                .isTrue();
    }

    @Test
    default void rowValuesCompareAsOne() {
        assumeFalse(db().dialect().support(Feature.ROW_VALUES) == Support.REFUSED);
        insertRanks(db(), 1, 2, 2, null);
        var pair = row(NOTE.RANK, NOTE.ID);

        assertThat(Notes.idsWhere(db(), pair.eq(new Row2<>(2, 3L)))).containsExactly(3L);
        assertThat(Notes.idsWhere(db(), pair.gt(new Row2<>(2, 2L)))).containsExactly(3L);
        assertThat(Notes.idsWhere(db(), pair.lt(new Row2<>(2, 3L)))).containsExactly(1L, 2L);
        assertThat(Notes.idsWhere(db(), pair.in(List.of(new Row2<>(1, 1L), new Row2<>(2, 9L)))))
                .containsExactly(1L);
        assertThat(Notes.idsWhere(db(), pair.in(List.of()))).isEmpty();
        assertThat(Notes.idsWhere(
                        db(), pair.in(select(NOTE.RANK, NOTE.ID).from(NOTE).where(NOTE.ID.gt(2)))))
                .containsExactly(3L);
        assertThat(Notes.idsWhere(db(), pair.le(row(value(2), value(2L))))).containsExactly(1L, 2L);
        assertThat(Notes.idsWhere(db(), pair.ge(row(value(2), value(2L))))).containsExactly(2L, 3L);
        assertThat(Notes.idsWhere(db(), pair.ne(row(value(2), value(2L))))).containsExactly(1L, 3L, 4L);
    }

    @Test
    default void decimalsSortAndCompareAsNumbersWhereverTheyComeFrom() {
        insertDecimal(1, "9.5");
        insertDecimal(2, "10");
        var price = SAMPLE.DECIMAL.as("price");
        var lowest = min(SAMPLE.DECIMAL).as("lowest");
        var least = derived(select(lowest).from(SAMPLE), "least");

        assertThat(db().fetch(select(price).from(SAMPLE).orderBy(price.asc())))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("9.5"), new BigDecimal("10"));
        assertThat(db().fetch(select(SAMPLE.ID).from(SAMPLE).join(least).on(SAMPLE.DECIMAL.eq(least.get(lowest)))))
                .containsExactly(1L);
        assertThat(db().fetch(select(SAMPLE.DECIMAL)
                        .from(SAMPLE)
                        .union(select(SAMPLE.DECIMAL.times(1)).from(SAMPLE))))
                .hasSize(2);
    }

    private void insertDecimal(long id, String decimal) {
        db().execute(insertInto(SAMPLE).set(SAMPLE.ID, id).set(SAMPLE.DECIMAL, value(new BigDecimal(decimal))));
        assertThat(db().fetch(select(SAMPLE.ID).from(SAMPLE).where(SAMPLE.DECIMAL.eq(new BigDecimal(decimal)))))
                .containsExactly(id);
    }

    @Test
    default void subtotalsAreNullHoweverTheGroupsWereReadBefore() {
        assumeFalse(db().dialect().support(Feature.ROLLUP) == Support.REFUSED);
        insertRanks(db(), 1, 2);
        var ids = select(NOTE.ID, count());

        assertThat(db().fetch(ids.from(NOTE).groupBy(NOTE.ID))).hasSize(2);
        assertThat(db().fetch(ids.from(NOTE).groupBy(rollup(NOTE.ID))))
                .hasSize(3)
                .contains(new Row2<>(null, 2L));
    }
}
