package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.insertRanks;
import static dev.rowan.contract.Notes.insertTexts;
import static dev.rowan.contract.Samples.SAMPLE;
import static dev.rowan.expression.Functions.avg;
import static dev.rowan.expression.Functions.coalesce;
import static dev.rowan.expression.Functions.concat;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.countDistinct;
import static dev.rowan.expression.Functions.length;
import static dev.rowan.expression.Functions.lower;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.min;
import static dev.rowan.expression.Functions.notNull;
import static dev.rowan.expression.Functions.nullable;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.expression.Functions.upper;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.DecodeException;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Functions;
import dev.rowan.schema.TextColumn;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every function yields the same on every database. A test bears the name of its function first. */
interface FunctionContract extends OpenDatabase {
    private <T extends @Nullable Object> T ofNotes(Expression<T> expression) {
        return db().fetch(select(expression).from(NOTE)).get(0);
    }

    /** The column as one of a table that never holds NULL there. */
    @SuppressWarnings("unchecked")
    private static TextColumn<Notes.Note, String> text() {
        return (TextColumn<Notes.Note, String>) (TextColumn<Notes.Note, ?>) NOTE.TEXT;
    }

    @Test
    default void everyFunctionIsTestedHere() {
        String tests = Arrays.stream(FunctionContract.class.getDeclaredMethods())
                .map(Method::getName)
                .collect(Collectors.joining(" ", " ", " "));

        assertThat(Arrays.stream(Functions.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(Method::getName))
                .isNotEmpty()
                .allMatch(function -> tests.matches(".* " + function + "[A-Z].*"));
    }

    @Test
    default void countCountsRowsOrWhatIsNotNull() {
        insertRanks(db(), 1, 1, null);

        assertThat(ofNotes(count())).isEqualTo(3);
        assertThat(ofNotes(count(NOTE.RANK))).isEqualTo(2);
        assertThat(ofNotes(count(NOTE.TEXT))).isZero();
    }

    @Test
    default void countOfNoRowIsZero() {
        assertThat(ofNotes(count())).isZero();
    }

    @Test
    default void countDistinctCountsValuesOnce() {
        insertRanks(db(), 1, 1, 2, null);

        assertThat(ofNotes(countDistinct(NOTE.RANK))).isEqualTo(2);
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

        assertThat(ofNotes(sum(NOTE.RANK))).isEqualByComparingTo("4294967294");
        assertThat(db().fetchOne(select(sum(SAMPLE.BIGINT)).from(SAMPLE))).isEqualByComparingTo("18446744073709551614");
        assertThat(db().fetchOne(select(sum(SAMPLE.DECIMAL)).from(SAMPLE))).isEqualByComparingTo("0.2");
    }

    @Test
    default void sumAvgMinAndMaxOfNoRowAreNull() {
        assertThat(ofNotes(sum(NOTE.RANK))).isNull();
        assertThat(ofNotes(avg(NOTE.RANK))).isNull();
        assertThat(ofNotes(min(NOTE.RANK))).isNull();
        assertThat(ofNotes(max(NOTE.TEXT))).isNull();
    }

    @Test
    default void avgIsInDoublePrecision() {
        insertRanks(db(), 1, 2, 2, null);

        assertThat(ofNotes(avg(NOTE.RANK))).isEqualTo(5.0 / 3.0);
    }

    @Test
    default void minIsTheSmallestOfAnyOrder() {
        insertRanks(db(), 2, -3, null);
        insertDates();

        assertThat(ofNotes(min(NOTE.RANK))).isEqualTo(-3);
        assertThat(db().fetchOne(select(min(SAMPLE.DATE)).from(SAMPLE))).isEqualTo(LocalDate.of(1999, 12, 31));
        assertThat(db().fetchOne(select(min(SAMPLE.VARCHAR)).from(SAMPLE))).isEqualTo("B");
    }

    @Test
    default void maxIsTheLargestOfAnyOrder() {
        insertRanks(db(), 2, -3, null);
        insertDates();

        assertThat(ofNotes(max(NOTE.RANK))).isEqualTo(2);
        assertThat(db().fetchOne(select(max(SAMPLE.DATE)).from(SAMPLE))).isEqualTo(LocalDate.of(2000, 1, 1));
        assertThat(db().fetchOne(select(max(SAMPLE.VARCHAR)).from(SAMPLE))).isEqualTo("a");
    }

    private void insertDates() {
        db().execute(insertInto(SAMPLE)
                .set(SAMPLE.ID, 1)
                .set(SAMPLE.VARCHAR, "a")
                .set(SAMPLE.DATE, LocalDate.of(1999, 12, 31)));
        db().execute(insertInto(SAMPLE)
                .set(SAMPLE.ID, 2)
                .set(SAMPLE.VARCHAR, "B")
                .set(SAMPLE.DATE, LocalDate.of(2000, 1, 1)));
    }

    @Test
    default void lowerKnowsMoreThanAscii() {
        insertTexts(db(), "AbÄÉЖ 1");

        assertThat(ofNotes(lower(NOTE.TEXT))).isEqualTo("abäéж 1");
    }

    @Test
    default void upperKnowsMoreThanAscii() {
        insertTexts(db(), "aBäéж 1");

        assertThat(ofNotes(upper(NOTE.TEXT))).isEqualTo("ABÄÉЖ 1");
    }

    @Test
    default void lowerAndUpperOfNullAreNull() {
        insertTexts(db(), (String) null);

        assertThat(ofNotes(lower(NOTE.TEXT))).isNull();
        assertThat(ofNotes(upper(NOTE.TEXT))).isNull();
    }

    @Test
    default void lengthCountsCharactersNotBytes() {
        insertTexts(db(), "añ日 ");

        assertThat(ofNotes(length(text()))).isEqualTo(4);
    }

    @Test
    default void concatJoinsTexts() {
        insertTexts(db(), "a'");

        assertThat(ofNotes(concat(NOTE.TEXT, upper(NOTE.TEXT)))).isEqualTo("a'A'");
    }

    @Test
    default void concatWithNullIsNull() {
        insertTexts(db(), (String) null);

        assertThat(ofNotes(concat(NOTE.TEXT, NOTE.TEXT))).isNull();
    }

    @Test
    default void concatKeepsItsPlaceInAComparison() {
        insertTexts(db(), "a", "b");

        assertThat(Notes.idsWhere(db(), concat(NOTE.TEXT, NOTE.TEXT).eq("bb").not()))
                .containsExactly(1L);
    }

    @Test
    default void coalesceReplacesNull() {
        insertRanks(db(), 5, null);

        assertThat(db().fetch(select(coalesce(NOTE.RANK, -1)).from(NOTE).orderBy(NOTE.ID.asc())))
                .containsExactly(5, -1);
        assertThat(db().fetch(select(coalesce(NOTE.TEXT, "it's \\ ?")).from(NOTE)))
                .containsOnly("it's \\ ?");
        assertThat(db().fetch(select(coalesce(sum(NOTE.RANK), BigDecimal.ZERO))
                        .from(NOTE)
                        .where(NOTE.ID.eq(2))))
                .satisfiesExactly(total -> assertThat(total).isZero());
    }

    @Test
    default void notNullIsTheExpressionItself() {
        insertTexts(db(), "a");

        assertThat(ofNotes(notNull(NOTE.TEXT))).isEqualTo("a");
    }

    @Test
    default void notNullThatIsNullIsAnError() {
        insertTexts(db(), (String) null);

        assertThatThrownBy(() -> ofNotes(notNull(NOTE.TEXT))).isInstanceOf(DecodeException.class);
    }

    @Test
    default void nullableIsTheExpressionItself() {
        insertTexts(db(), "a");

        assertThat(ofNotes(nullable(NOTE.ID))).isEqualTo(1L);
    }

    @Test
    default void functionsNestInEveryClause() {
        insertTexts(db(), "b", "A", "c");

        List<@Nullable String> texts = db().fetch(select(upper(NOTE.TEXT))
                .from(NOTE)
                .where(lower(upper(NOTE.TEXT)).ne("c"))
                .orderBy(lower(NOTE.TEXT).asc()));

        assertThat(texts).containsExactly("A", "B");
    }
}
