package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.idsWhere;
import static dev.rowan.contract.Notes.insertRanks;
import static dev.rowan.contract.Notes.insertTexts;
import static dev.rowan.contract.Samples.SAMPLE;
import static dev.rowan.expression.Functions.coalesce;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.OrderStatus.PAID;
import static dev.rowan.shop.OrderStatus.PENDING;
import static dev.rowan.shop.OrderStatus.SHIPPED;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.execute.StatementEvent;
import dev.rowan.expression.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows a condition keeps. */
interface ConditionContract extends OpenDatabase {
    long BEYOND_INTEGER = 5_000_000_000L;

    @Test
    default void comparisonsKeepTheRowsForWhichTheyHold() {
        insertRanks(db(), 1, 2, 3, null);

        assertThat(idsWhere(db(), NOTE.RANK.eq(2))).containsExactly(2L);
        assertThat(idsWhere(db(), NOTE.RANK.ne(2))).containsExactly(1L, 3L);
        assertThat(idsWhere(db(), NOTE.RANK.lt(2))).containsExactly(1L);
        assertThat(idsWhere(db(), NOTE.RANK.le(2))).containsExactly(1L, 2L);
        assertThat(idsWhere(db(), NOTE.RANK.gt(2))).containsExactly(3L);
        assertThat(idsWhere(db(), NOTE.RANK.ge(2))).containsExactly(2L, 3L);
    }

    @Test
    default void columnsAreComparedWithColumns() {
        insertRanks(db(), 1, 1, 4, null);

        assertThat(idsWhere(
                        db(), NOTE.RANK.times(1).ge(NOTE.RANK.plus(NOTE.RANK).minus(NOTE.RANK))))
                .containsExactly(1L, 2L, 3L);
        assertThat(idsWhere(db(), NOTE.RANK.plus(1).eq(NOTE.RANK.times(2)))).containsExactly(1L, 2L);
    }

    @Test
    default void arithmeticKeepsItsParentheses() {
        insertRanks(db(), 10);

        assertThat(idsWhere(db(), NOTE.RANK.minus(NOTE.RANK.minus(3)).eq(3))).containsExactly(1L);
        assertThat(idsWhere(db(), NOTE.RANK.plus(2).times(NOTE.RANK.minus(8)).eq(24)))
                .containsExactly(1L);
    }

    @Test
    default void betweenIncludesBothEnds() {
        insertRanks(db(), 1, 2, 3, 4, null);

        assertThat(idsWhere(db(), NOTE.RANK.between(2, 3))).containsExactly(2L, 3L);
        assertThat(idsWhere(db(), NOTE.RANK.between(2, 3).not())).containsExactly(1L, 4L);
        assertThat(idsWhere(db(), NOTE.RANK.between(3, 2))).isEmpty();
    }

    @Test
    default void textHasAnOrder() {
        insertTexts(db(), "a", "b", "c", null);

        assertThat(idsWhere(db(), NOTE.TEXT.between("a", "b"))).containsExactly(1L, 2L);
        assertThat(idsWhere(db(), NOTE.TEXT.gt("a"))).containsExactly(2L, 3L);
        assertThat(idsWhere(db(), NOTE.TEXT.le("a"))).containsExactly(1L);
    }

    @Test
    default void nullIsFoundByIsNullOnly() {
        insertRanks(db(), 1, null);

        assertThat(idsWhere(db(), NOTE.RANK.isNull())).containsExactly(2L);
        assertThat(idsWhere(db(), NOTE.RANK.isNotNull())).containsExactly(1L);
        assertThat(idsWhere(db(), NOTE.RANK.isNull().not())).containsExactly(1L);
        assertThat(idsWhere(db(), NOTE.RANK.eq(NOTE.RANK))).containsExactly(1L);
        assertThat(idsWhere(db(), NOTE.RANK.eq(1).not())).isEmpty();
    }

    @Test
    default void numberOutOfTheColumnsRangeIsComparedExactly() {
        insertRanks(db(), 705_032_704, Integer.MAX_VALUE, Integer.MIN_VALUE, null); // (int) 5_000_000_000L

        assertThat(idsWhere(db(), NOTE.RANK.eq(BEYOND_INTEGER))).isEmpty();
        assertThat(idsWhere(db(), NOTE.RANK.ne(BEYOND_INTEGER))).containsExactly(1L, 2L, 3L);
        assertThat(idsWhere(db(), NOTE.RANK.lt(BEYOND_INTEGER))).containsExactly(1L, 2L, 3L);
        assertThat(idsWhere(db(), NOTE.RANK.gt(-BEYOND_INTEGER))).containsExactly(1L, 2L, 3L);
        assertThat(idsWhere(db(), NOTE.RANK.gt(BEYOND_INTEGER))).isEmpty();
        assertThat(idsWhere(db(), NOTE.RANK.between(-BEYOND_INTEGER, BEYOND_INTEGER)))
                .containsExactly(1L, 2L, 3L);
        assertThat(idsWhere(db(), NOTE.RANK.in(705_032_704, BEYOND_INTEGER))).containsExactly(1L);
        assertThat(idsWhere(db(), NOTE.RANK.notIn(705_032_704, BEYOND_INTEGER))).containsExactly(2L, 3L);
    }

    @Test
    default void numbersOfOtherTypesAreComparedExactly() {
        db().execute(insertInto(SAMPLE)
                .set(SAMPLE.ID, 1)
                .set(SAMPLE.SMALLINT, 1)
                .set(SAMPLE.DOUBLE, 1.5)
                .set(SAMPLE.INTEGER, 1));

        assertThat(samplesWhere(SAMPLE.SMALLINT.eq(65_537))).isEmpty();
        assertThat(samplesWhere(SAMPLE.SMALLINT.lt(65_537))).containsExactly(1L);
        assertThat(samplesWhere(SAMPLE.INTEGER.in(0.5, 1.5))).isEmpty();
        assertThat(samplesWhere(SAMPLE.INTEGER.in(0.5, 1.0))).containsExactly(1L);
        assertThat(samplesWhere(SAMPLE.DOUBLE.in(1, 1.5))).containsExactly(1L);
        assertThat(samplesWhere(SAMPLE.DOUBLE.gt(1))).containsExactly(1L);
    }

    private List<Long> samplesWhere(Condition condition) {
        return db().fetch(select(SAMPLE.ID).from(SAMPLE).where(condition));
    }

    @Test
    default void inKeepsTheListedValues() {
        insertTexts(db(), "a", "b", "c", null);

        assertThat(idsWhere(db(), NOTE.TEXT.in("a", "c", "x"))).containsExactly(1L, 3L);
        assertThat(idsWhere(db(), NOTE.TEXT.in(List.of("b")))).containsExactly(2L);
        assertThat(idsWhere(db(), NOTE.TEXT.notIn("a", "x"))).containsExactly(2L, 3L);
        assertThat(idsWhere(db(), NOTE.TEXT.in("a", "b").not())).containsExactly(3L);
    }

    @Test
    default void emptyInIsFalseAndEmptyNotInIsTrue() {
        insertTexts(db(), "a", null);

        assertThat(idsWhere(db(), NOTE.TEXT.in(List.of()))).isEmpty();
        assertThat(idsWhere(db(), NOTE.TEXT.notIn(List.of()))).containsExactly(1L, 2L);
        assertThat(idsWhere(db(), NOTE.TEXT.in(List.of()).or(NOTE.ID.eq(2)))).containsExactly(2L);
        assertThat(idsWhere(db(), NOTE.TEXT.in(List.of()).not())).containsExactly(1L, 2L);
    }

    @Test
    default void nullAmongListedValuesIsRefused() {
        List<@Nullable String> texts = Arrays.asList("a", null);

        assertThatThrownBy(() -> NOTE.TEXT.in(texts)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NOTE.TEXT.notIn(texts)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NOTE.TEXT.notIn(select(NOTE.TEXT).from(NOTE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void inOfMoreValuesThanTheDatabaseBindsIsRefusedBeforeAnythingIsSent() {
        int limit = db().dialect().maximumBinds();
        List<Long> ids = LongStream.rangeClosed(0, limit).boxed().toList();
        List<StatementEvent> sent = new ArrayList<>();

        assertThatThrownBy(() -> idsWhere(recording(sent), NOTE.ID.in(ids)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("" + limit);
        assertThat(sent).isEmpty();
    }

    @Test
    default void inTakesThousandsOfValues() {
        insertRanks(db(), 1, 4999, 5001);
        List<Integer> ranks =
                LongStream.rangeClosed(1, 5000).mapToObj(i -> (int) i).toList();

        assertThat(idsWhere(db(), NOTE.RANK.in(ranks))).containsExactly(1L, 2L);
        assertThat(idsWhere(db(), NOTE.RANK.notIn(ranks))).containsExactly(3L);
    }

    @Test
    default void enumsAndTruthValuesAreConditions() {
        ShopData.fill(db());

        assertThat(db().fetch(select(ORDER.ID).from(ORDER).where(ORDER.STATUS.in(PAID, SHIPPED))))
                .containsExactlyInAnyOrder(7L, 9L);
        assertThat(db().fetch(select(ORDER.ID).from(ORDER).where(ORDER.STATUS.eq(PENDING))))
                .containsExactly(8L);
        assertThat(db().fetch(select(USER.ID).from(USER).where(USER.ACTIVE))).hasSize(3);
        assertThat(db().fetch(select(USER.ID).from(USER).where(USER.ACTIVE.not())))
                .isEmpty();
        assertThat(db().fetch(select(USER.ID)
                        .from(USER)
                        .where(USER.ACTIVE.eq(true).and(USER.ID.gt(42)))))
                .hasSize(2);
    }

    @Test
    default void andOrAndNotGroupAsTheyWereCalled() {
        insertTexts(db(), "", "x", "y", "z", "xy", "xz", "yz", "xyz");
        Condition x = NOTE.TEXT.contains("x");
        Condition y = NOTE.TEXT.contains("y");
        Condition z = NOTE.TEXT.contains("z");

        assertKeeps(x.or(y).and(z), s -> (s.contains("x") || s.contains("y")) && s.contains("z"));
        assertKeeps(x.or(y.and(z)), s -> s.contains("x") || (s.contains("y") && s.contains("z")));
        assertKeeps(x.and(y).or(z), s -> (s.contains("x") && s.contains("y")) || s.contains("z"));
        assertKeeps(x.and(y.or(z)), s -> s.contains("x") && (s.contains("y") || s.contains("z")));
        assertKeeps(x.and(y).not().and(z), s -> !(s.contains("x") && s.contains("y")) && s.contains("z"));
        assertKeeps(x.not().or(y).and(z.not()), s -> (!s.contains("x") || s.contains("y")) && !s.contains("z"));
        assertKeeps(x.not().not().and(y.or(z).not()), s -> s.contains("x") && !s.contains("y") && !s.contains("z"));
    }

    private void assertKeeps(Condition condition, Predicate<String> expected) {
        List<String> kept = db().fetch(select(coalesce(NOTE.TEXT, "null"))
                .from(NOTE)
                .where(condition)
                .orderBy(NOTE.ID.asc()));

        assertThat(kept)
                .containsExactlyElementsOf(List.of("", "x", "y", "z", "xy", "xz", "yz", "xyz").stream()
                        .filter(expected)
                        .toList());
    }

    @Test
    default void secondWhereIsAnd() {
        insertRanks(db(), 1, 2, 3);

        List<Long> ids = db().fetch(select(NOTE.ID)
                .from(NOTE)
                .where(NOTE.RANK.eq(1).or(NOTE.RANK.eq(2)))
                .where(n -> n.RANK.gt(1).or(n.RANK.lt(0))));

        assertThat(ids).containsExactly(2L);
    }

    @Test
    default void likeHasTwoWildcards() {
        insertTexts(db(), "abc", "abd", "xabc", "Abc", "ac", null);

        assertThat(idsWhere(db(), NOTE.TEXT.like("ab_"))).containsExactly(1L, 2L);
        assertThat(idsWhere(db(), NOTE.TEXT.like("%c"))).containsExactly(1L, 3L, 4L, 5L);
        assertThat(idsWhere(db(), NOTE.TEXT.notLike("ab%"))).containsExactly(3L, 4L, 5L);
        assertThat(idsWhere(db(), NOTE.TEXT.like(""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "_", "!", "\\", "\\%", "!%", "a_b", "50%", "'", "\"", "`", "[a]", "^", "\\\\", "'; --", "🙂"
            })
    default void wildcardsInASearchedTextStandForThemselves(String text) {
        insertTexts(db(), "1" + text + "2", text + "2", "1" + text, text, "12", "1x2", null, "");

        assertThat(idsWhere(db(), NOTE.TEXT.contains(text))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(idsWhere(db(), NOTE.TEXT.startsWith(text))).containsExactly(2L, 4L);
        assertThat(idsWhere(db(), NOTE.TEXT.endsWith(text))).containsExactly(3L, 4L);
        assertThat(idsWhere(db(), NOTE.TEXT.contains("1" + text + "2"))).containsExactly(1L);
    }

    @Test
    default void emptyTextIsPartOfEveryText() {
        insertTexts(db(), "", "a", null);

        assertThat(idsWhere(db(), NOTE.TEXT.contains(""))).containsExactly(1L, 2L);
        assertThat(idsWhere(db(), NOTE.TEXT.eq(""))).containsExactly(1L);
    }

    @Test
    default void textComparesCaseSensitivelyInTablesThatRowanMade() {
        insertTexts(db(), "a", "A", "ä", "a ", "á", "ａ");

        assertThat(idsWhere(db(), NOTE.TEXT.eq("a"))).containsExactly(1L);
        assertThat(idsWhere(db(), NOTE.TEXT.in("A", "á"))).containsExactly(2L, 5L);
        assertThat(idsWhere(db(), NOTE.TEXT.startsWith("a"))).containsExactly(1L, 4L);
        assertThat(idsWhere(db(), NOTE.TEXT.like("A"))).containsExactly(2L);
    }
}
