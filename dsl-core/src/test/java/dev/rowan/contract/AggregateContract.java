package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.insertRanks;
import static dev.rowan.contract.Notes.insertTexts;
import static dev.rowan.contract.Samples.SAMPLE;
import static dev.rowan.expression.Functions.avg;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.countDistinct;
import static dev.rowan.expression.Functions.every;
import static dev.rowan.expression.Functions.grouping;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.min;
import static dev.rowan.expression.Functions.nullIf;
import static dev.rowan.expression.Functions.percentileCont;
import static dev.rowan.expression.Functions.percentileDisc;
import static dev.rowan.expression.Functions.some;
import static dev.rowan.expression.Functions.stddevPop;
import static dev.rowan.expression.Functions.stddevSamp;
import static dev.rowan.expression.Functions.stringAgg;
import static dev.rowan.expression.Functions.substring;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.expression.Functions.sumDistinct;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.expression.Functions.varPop;
import static dev.rowan.expression.Functions.varSamp;
import static dev.rowan.expression.GroupingSets.rollup;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.QueryException;
import dev.rowan.expression.SortKey;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.row.Row2;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Aggregates, with and without a filter, of rows, of groups and of nothing. */
interface AggregateContract extends ComputedValues {
    @Test
    default void countCountsRowsOrWhatIsNotNull() {
        insertRanks(db(), 1, 1, null);

        assertThat(ofNote(count())).isEqualTo(3);
        assertThat(ofNote(count(NOTE.RANK))).isEqualTo(2);
        assertThat(ofNote(count(NOTE.TEXT))).isZero();
    }

    @Test
    default void countOfNoRowIsZero() {
        assertThat(ofNote(count())).isZero();
    }

    @Test
    default void countDistinctCountsValuesOnce() {
        insertRanks(db(), 1, 1, 2, null);

        assertThat(ofNote(countDistinct(NOTE.RANK))).isEqualTo(2);
    }

    @Test
    default void sumIsExactAndAsWideAsItTakes() {
        insertRanks(db(), Integer.MAX_VALUE, Integer.MAX_VALUE, null);
        for (long id = 1; id <= 2; id++) {
            db().execute(insertInto(SAMPLE)
                    .set(SAMPLE.ID, id)
                    .set(SAMPLE.BIGINT, Long.MAX_VALUE)
                    .set(SAMPLE.DECIMAL, new BigDecimal("0.1")));
        }

        assertDecimal(ofNote(sum(NOTE.RANK)), "4294967294");
        if (db().dialect().support(Feature.EXACT_DECIMALS) == Support.APPROXIMATE) {
            assertThatThrownBy(() -> ofSample(sum(SAMPLE.BIGINT)))
                    .as("an error, rather than a number that is not the sum")
                    .isInstanceOf(QueryException.class);
        } else {
            assertDecimal(ofSample(sum(SAMPLE.BIGINT)), "18446744073709551614");
        }
        assertDecimal(ofSample(sum(SAMPLE.DECIMAL)), "0.2");
    }

    @Test
    default void sumDistinctAddsValuesOnce() {
        insertRanks(db(), 1, 1, 2, null);

        assertDecimal(ofNote(sumDistinct(NOTE.RANK)), "3");
    }

    @Test
    default void aggregatesOfNoRowAreNull() {
        assertThat(ofNote(sum(NOTE.RANK))).isNull();
        assertThat(ofNote(avg(NOTE.RANK))).isNull();
        assertThat(ofNote(min(NOTE.RANK))).isNull();
        assertThat(ofNote(max(NOTE.TEXT))).isNull();
        assertThat(ofNote(stringAgg(NOTE.TEXT, ","))).isNull();
    }

    @Test
    default void avgIsInDoublePrecision() {
        insertRanks(db(), 1, 2, 2, null);

        assertThat(ofNote(avg(NOTE.RANK))).isEqualTo(5.0 / 3.0);
    }

    @Test
    default void minAndMaxAreTheEndsOfAnyOrder() {
        insertRanks(db(), 2, -3, null);
        insertDates();

        assertThat(ofNote(min(NOTE.RANK))).isEqualTo(-3);
        assertThat(ofSample(min(SAMPLE.DATE))).isEqualTo(LocalDate.of(1999, 12, 31));
        assertThat(ofSample(min(SAMPLE.VARCHAR))).isEqualTo("B");
    }

    @Test
    default void maxIsTheLargestOfAnyOrder() {
        insertRanks(db(), 2, -3, null);
        insertDates();

        assertThat(ofNote(max(NOTE.RANK))).isEqualTo(2);
        assertThat(ofSample(max(SAMPLE.DATE))).isEqualTo(LocalDate.of(2000, 1, 1));
        assertThat(ofSample(max(SAMPLE.VARCHAR))).isEqualTo("a");
    }

    private void insertDates() {
        db().execute(sample().set(SAMPLE.VARCHAR, "a")
                .set(SAMPLE.DATE, LocalDate.of(1999, 12, 31))
                .set(SAMPLE.BOOLEAN, true));
        db().execute(insertInto(SAMPLE)
                .set(SAMPLE.ID, 2)
                .set(SAMPLE.VARCHAR, "B")
                .set(SAMPLE.DATE, LocalDate.of(2000, 1, 1))
                .set(SAMPLE.BOOLEAN, false));
    }

    @Test
    default void everyAndSomeAggregateTruth() {
        insertDates();

        assertThat(ofSample(every(SAMPLE.BOOLEAN))).isFalse();
        assertThat(ofSample(some(SAMPLE.BOOLEAN))).isTrue();
        assertThat(ofSample(every(value(SAMPLE.ID.gt(0))))).isTrue();
        assertThat(ofSample(some(value(SAMPLE.ID.gt(5))))).isFalse();
    }

    @Test
    default void someAndEveryOfNoRowAreNull() {
        assertThat(db().fetchOne(select(some(SAMPLE.BOOLEAN)).from(SAMPLE))).isNull();
        assertThat(db().fetchOne(select(every(SAMPLE.BOOLEAN)).from(SAMPLE))).isNull();
    }

    @Test
    default void stringAggJoinsInOrder() {
        insertTexts(db(), "b", null, "a", "c'\\");

        assertThat(ofNote(stringAgg(NOTE.TEXT, ", ", NOTE.TEXT.asc()))).isEqualTo("a, b, c'\\");
        assertThat(ofNote(stringAgg(NOTE.TEXT, "'\\?", NOTE.ID.desc()))).isEqualTo("c'\\'\\?a'\\?b");
        assertThat(ofNote(stringAgg(NOTE.TEXT, "", NOTE.ID.asc()))).isEqualTo("bac'\\");
    }

    @Test
    default void stringAggHasNullWhereTheDatabaseSortsIt() {
        insertTexts(db(), "b", "c", "a");
        var rank = nullIf(
                NOTE.ID.minus(db().fetchOne(select(min(NOTE.ID)).from(NOTE))).minus(1), 0); // -1, NULL, 1
        boolean first = db().dialect().nullsOf(false) == SortKey.Nulls.FIRST;
        boolean firstOfDescending = db().dialect().nullsOf(true) == SortKey.Nulls.FIRST;

        assertThat(ofNote(stringAgg(NOTE.TEXT, "", rank.asc(), NOTE.ID.asc()))).isEqualTo(first ? "cba" : "bac");
        assertThat(ofNote(stringAgg(NOTE.TEXT, "", rank.desc(), NOTE.ID.asc())))
                .isEqualTo(firstOfDescending ? "cab" : "abc");
    }

    @Test
    default void stringAggIsNeverCut() {
        insertTexts(db(), IntStream.range(0, 50).mapToObj(i -> "x".repeat(190)).toArray(String[]::new));

        assertThat(ofNote(stringAgg(NOTE.TEXT, ","))).hasSize(50 * 190 + 49);
    }

    @Test
    default void stddevPopStddevSampVarPopAndVarSampAreInDoublePrecision() {
        insertRanks(db(), 2, 4, 4, 4, 5, 5, 7, 9, null);

        whereKnown("stddev_pop", () -> assertNear(ofNote(stddevPop(NOTE.RANK)), 2));
        whereKnown("stddev_samp", () -> assertNear(ofNote(stddevSamp(NOTE.RANK)), Math.sqrt(32.0 / 7)));
        whereKnown("var_pop", () -> assertNear(ofNote(varPop(NOTE.RANK)), 4));
        whereKnown("var_samp", () -> assertNear(ofNote(varSamp(NOTE.RANK)), 32.0 / 7));
    }

    @Test
    default void stddevSampAndVarSampOfOneRowAreNull() {
        insertRanks(db(), 2);

        whereKnown(
                "stddev_samp", () -> assertThat(ofNote(stddevSamp(NOTE.RANK))).isNull());
        whereKnown("var_samp", () -> assertThat(ofNote(varSamp(NOTE.RANK))).isNull());
        whereKnown("stddev_pop", () -> assertNear(ofNote(stddevPop(NOTE.RANK)), 0));
        whereKnown("var_pop", () -> assertNear(ofNote(varPop(NOTE.RANK)), 0));
    }

    @Test
    default void percentileContLiesBetweenRows() {
        insertRanks(db(), 1, 2, 10, 20, null);

        whereKnown("percentile_cont", () -> assertNear(ofNote(percentileCont(0.5, NOTE.RANK)), 6));
    }

    @Test
    default void percentileDiscIsARow() {
        insertRanks(db(), 1, 2, 10, 20, null);

        whereKnown(
                "percentile_disc",
                () -> assertThat(ofNote(percentileDisc(0.5, NOTE.RANK))).isEqualTo(2));
    }

    @Test
    default void filterAggregatesSomeRows() {
        insertRanks(db(), 1, 5, 7, null);

        assertThat(ofNote(count().filter(NOTE.RANK.gt(3)))).isEqualTo(2);
        assertThat(ofNote(count(NOTE.ID).filter(NOTE.RANK.isNull()))).isEqualTo(1);
        assertDecimal(ofNote(sum(NOTE.RANK).filter(NOTE.RANK.gt(3))), "12");
        assertThat(ofNote(max(NOTE.RANK).filter(NOTE.RANK.lt(6)))).isEqualTo(5);
        assertThat(ofNote(avg(NOTE.RANK).filter(NOTE.RANK.lt(6)))).isEqualTo(3.0);
        assertThat(ofNote(countDistinct(NOTE.RANK).filter(NOTE.ID.gt(1)))).isEqualTo(2);
        assertThat(ofNote(sum(NOTE.RANK).filter(NOTE.RANK.gt(100)))).isNull();
        assertThat(ofNote(stringAgg(NOTE.TEXT, ",").filter(NOTE.RANK.gt(100)))).isNull();
    }

    @Test
    default void groupsAreKeptApart() {
        insertTexts(db(), "ax", "ay", "b", null);
        var first = substring(NOTE.TEXT, 1, 1).as("first");
        var many = count().as("many");

        assertThat(db().fetch(select(first, many)
                        .from(NOTE)
                        .where(NOTE.TEXT.isNotNull())
                        .groupBy(first)
                        .orderBy(many.desc())))
                .containsExactly(new Row2<@Nullable String, Long>("a", 2L), new Row2<@Nullable String, Long>("b", 1L));
        assertThat(db().fetch(select(first, many).from(NOTE).groupBy(first).having(count().gt(1))))
                .containsExactly(new Row2<@Nullable String, Long>("a", 2L));
    }

    @Test
    default void groupingTellsSubtotals() {
        insertRanks(db(), 1, null);
        var subtotal = grouping(NOTE.RANK).as("subtotal");

        if (db().dialect().support(Feature.ROLLUP) == Support.REFUSED) {
            return;
        }
        whereKnown(
                "grouping",
                () -> assertThat(
                                db()
                                        .fetch(select(NOTE.RANK, subtotal, count())
                                                .from(NOTE)
                                                .groupBy(rollup(NOTE.RANK)))
                                        .stream()
                                        .map(row -> row.value1() + " " + row.value2() + " " + row.value3())
                                        .collect(Collectors.toSet()))
                        .containsExactlyInAnyOrder("1 0 1", "null 0 1", "null 1 2"));
    }
}
