package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.idsWhere;
import static dev.rowan.contract.Notes.insertRanks;
import static dev.rowan.contract.Notes.insertTexts;
import static dev.rowan.contract.Samples.SAMPLE;
import static dev.rowan.expression.Functions.all;
import static dev.rowan.expression.Functions.allOf;
import static dev.rowan.expression.Functions.any;
import static dev.rowan.expression.Functions.anyOf;
import static dev.rowan.expression.Functions.call;
import static dev.rowan.expression.Functions.coalesce;
import static dev.rowan.expression.Functions.ifPresent;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.noCondition;
import static dev.rowan.expression.Functions.notNull;
import static dev.rowan.expression.Functions.nullIf;
import static dev.rowan.expression.Functions.nullable;
import static dev.rowan.expression.Functions.number;
import static dev.rowan.expression.Functions.onlyIf;
import static dev.rowan.expression.Functions.onlyWhere;
import static dev.rowan.expression.Functions.scalar;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.expression.Functions.temporal;
import static dev.rowan.expression.Functions.text;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.expression.Functions.when;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.rowan.error.DecodeException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Condition;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.shop.OrderStatus;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values, choices and conditions as values. */
interface ChoiceContract extends ComputedValues {
    @Test
    default void valueOfEveryTypeStandsByItself() {
        insertNote(null, null);
        Instant instant = Instant.parse("2024-03-31T01:30:00.123456Z");

        assertThat(ofNote(value(1))).isEqualTo(1);
        assertThat(ofNote(value(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
        assertThat(ofNote(value(0.1))).isEqualTo(0.1);
        assertDecimal(ofNote(value(new BigDecimal("-0.25"))), "-0.25");
        assertThat(ofNote(value("it's \\ ?"))).isEqualTo("it's \\ ?");
        assertThat(ofNote(value(true))).isTrue();
        assertThat(ofNote(value(LocalDate.of(1582, 10, 4)))).isEqualTo(LocalDate.of(1582, 10, 4));
        assertThat(ofNote(value(LocalTime.of(23, 59, 59)))).isEqualTo(LocalTime.of(23, 59, 59));
        assertThat(ofNote(value(LocalDateTime.of(2024, 3, 31, 2, 30)))).isEqualTo(LocalDateTime.of(2024, 3, 31, 2, 30));
        assertThat(ofNote(value(instant))).isEqualTo(instant);
        assertThat(ofNote(value(SqlType.BIGINT, null))).isNull();
    }

    @Test
    default void valueOfAConditionIsTrueFalseOrNull() {
        insertRanks(db(), 1, 5, null);

        List<@Nullable Boolean> large =
                db().fetch(select(value(NOTE.RANK.gt(3))).from(NOTE).orderBy(NOTE.ID.asc()));

        assertThat(large).containsExactly(false, true, null);
        assertThat(idsWhere(db(), value(NOTE.RANK.gt(3)).not())).containsExactly(1L);
    }

    @Test
    default void whenChoosesTheFirstThatIsTrue() {
        insertRanks(db(), 0, 5, 50, null);
        var size = when(NOTE.RANK.eq(0), "none").when(NOTE.RANK.lt(10), "few").otherwise("many");

        assertThat(db().fetch(select(size).from(NOTE).orderBy(NOTE.ID.asc())))
                .containsExactly("none", "few", "many", "many");
        assertThat(idsWhere(db(), size.eq("many"))).containsExactly(3L, 4L);
    }

    @Test
    default void whenWithoutOtherwiseIsNull() {
        insertRanks(db(), 0, 5);

        assertThat(db().fetch(select(when(NOTE.RANK.gt(3), NOTE.RANK).end())
                        .from(NOTE)
                        .orderBy(NOTE.ID.asc())))
                .containsExactly(null, 5);
        assertThat(db().fetch(select(onlyWhere(NOTE.RANK.gt(3), NOTE.ID))
                        .from(NOTE)
                        .orderBy(NOTE.ID.asc())))
                .containsExactly(null, 2L);
    }

    @Test
    default void whenIsAggregated() {
        insertRanks(db(), 1, 5, 7);

        assertDecimal(ofNote(sum(when(NOTE.RANK.gt(3), 1).otherwise(0))), "2");
        assertDecimal(ofNote(sum(when(NOTE.RANK.gt(3), new BigDecimal("0.5")).otherwise(BigDecimal.ZERO))), "1.0");
    }

    @Test
    default void whenTakesTimesToo() {
        db().execute(sample().set(SAMPLE.DATE, LocalDate.of(2024, 1, 1)));
        var date = when(SAMPLE.ID.eq(1), SAMPLE.DATE).otherwise(LocalDate.EPOCH);

        assertThat(ofSample(date)).isEqualTo(LocalDate.of(2024, 1, 1));
    }

    @Test
    default void onlyWhereIsNullElsewhere() {
        insertRanks(db(), 1);

        assertThat(ofNote(onlyWhere(NOTE.RANK.gt(3), NOTE.ID))).isNull();
    }

    @Test
    default void coalesceReplacesNull() {
        insertRanks(db(), 5, null);

        assertThat(db().fetch(select(coalesce(NOTE.RANK, -1)).from(NOTE).orderBy(NOTE.ID.asc())))
                .containsExactly(5, -1);
        assertThat(db().fetch(select(coalesce(NOTE.RANK, coalesce(NOTE.RANK.plus(1), value(-1))))
                        .from(NOTE)
                        .orderBy(NOTE.ID.asc())))
                .containsExactly(5, -1);
        assertThat(db().fetch(select(coalesce(NOTE.TEXT, "it's \\ ?")).from(NOTE)))
                .containsOnly("it's \\ ?");
        assertThat(db().fetch(select(coalesce(NOTE.TEXT, value("a"))).from(NOTE)))
                .containsOnly("a");
        assertThat(db().fetch(select(coalesce(sum(NOTE.RANK), BigDecimal.ZERO))
                        .from(NOTE)
                        .where(NOTE.ID.eq(2))))
                .satisfiesExactly(total -> assertThat(total).isZero());
    }

    @Test
    default void coalesceTakesTimes() {
        db().execute(sample().set(SAMPLE.TIMESTAMP, LocalDateTime.of(2024, 1, 1, 0, 0)));

        assertThat(ofSample(coalesce(SAMPLE.DATE, value(LocalDate.EPOCH)))).isEqualTo(LocalDate.EPOCH);
        assertThat(ofSample(coalesce(SAMPLE.TIMESTAMP, value(LocalDateTime.of(1970, 1, 1, 0, 0)))))
                .isEqualTo(LocalDateTime.of(2024, 1, 1, 0, 0));
    }

    @Test
    default void coalesceTakesValuesOfEveryType() {
        UUID uuid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
        Instant instant = Instant.parse("2024-03-31T01:30:00.123456Z");
        db().execute(sample().set(SAMPLE.DECIMAL, new BigDecimal("0.5")));

        assertThat(ofSample(coalesce(SAMPLE.STATUS, OrderStatus.PAID))).isEqualTo(OrderStatus.PAID);
        assertThat(ofSample(coalesce(SAMPLE.UUID, uuid))).isEqualTo(uuid);
        assertThat(ofSample(coalesce(SAMPLE.MONEY, new Samples.Money(7)))).isEqualTo(new Samples.Money(7));
        assertThat(ofSample(coalesce(SAMPLE.BINARY, new byte[] {-1}))).containsExactly(-1);
        assertThat(ofSample(coalesce(SAMPLE.BOOLEAN, true))).isTrue();
        assertThat(ofSample(coalesce(SAMPLE.INSTANT, instant))).isEqualTo(instant);
        assertThat(ofSample(coalesce(SAMPLE.TIME, LocalTime.NOON))).isEqualTo(LocalTime.NOON);
        assertThat(ofSample(coalesce(SAMPLE.STATUS, SAMPLE.STATUS))).isNull();
        assertThat(ofSample(coalesce(SAMPLE.BOOLEAN, coalesce(SAMPLE.BOOLEAN, value(false)))))
                .isFalse();
        assertThat(ofSample(coalesce(SAMPLE.UUID, coalesce(SAMPLE.UUID, uuid)))).isEqualTo(uuid);
        assertThat(db().fetch(select(SAMPLE.ID)
                        .from(SAMPLE)
                        .where(coalesce(SAMPLE.STATUS, OrderStatus.PENDING).eq(OrderStatus.PENDING))))
                .containsExactly(1L);
    }

    @Test
    default void nullIfIsNullForOneValue() {
        insertNote("", 0);

        assertThat(ofNote(nullIf(NOTE.TEXT, ""))).isNull();
        assertThat(ofNote(nullIf(NOTE.TEXT, "a"))).isEmpty();
        assertThat(ofNote(nullIf(NOTE.RANK, 0))).isNull();
        assertThat(ofNote(nullIf(NOTE.RANK, 1))).isZero();
    }

    @Test
    default void notNullIsTheExpressionItself() {
        insertNote("a", null);

        assertThat(ofNote(notNull(NOTE.TEXT))).isEqualTo("a");
    }

    @Test
    default void notNullThatIsNullIsAnError() {
        insertNote(null, null);

        assertThatThrownBy(() -> ofNote(notNull(NOTE.TEXT))).isInstanceOf(DecodeException.class);
    }

    @Test
    default void nullableIsTheExpressionItself() {
        insertNote("a", null);

        assertThat(ofNote(nullable(NOTE.ID))).isEqualTo(1L);
    }

    @Test
    default void noConditionSaysNothing() {
        insertRanks(db(), 1, 2);

        assertThat(idsWhere(db(), noCondition())).containsExactly(1L, 2L);
        assertThat(idsWhere(db(), noCondition().and(NOTE.RANK.eq(2)))).containsExactly(2L);
        assertThat(idsWhere(db(), NOTE.RANK.eq(2).or(noCondition()))).containsExactly(2L);
        assertThat(idsWhere(db(), noCondition().not())).containsExactly(1L, 2L);
    }

    @Test
    default void onlyIfAllOfAndAnyOfBuildConditions() {
        insertRanks(db(), 1, 2, 3);

        assertThat(idsWhere(db(), onlyIf(true, () -> NOTE.RANK.eq(2)))).containsExactly(2L);
        assertThat(idsWhere(db(), onlyIf(false, () -> NOTE.RANK.eq(2)))).containsExactly(1L, 2L, 3L);
        assertThat(idsWhere(db(), allOf(List.of(NOTE.RANK.gt(1), NOTE.RANK.lt(3)))))
                .containsExactly(2L);
        assertThat(idsWhere(db(), anyOf(List.of(NOTE.RANK.eq(1), NOTE.RANK.eq(3)))))
                .containsExactly(1L, 3L);
    }

    @Test
    default void ifPresentAsksOnlyForAValueThatIsThere() {
        insertRanks(db(), 1, 2, 3);

        assertThat(idsWhere(db(), ifPresent((Integer) 2, NOTE.RANK::ge))).containsExactly(2L, 3L);
        assertThat(idsWhere(db(), ifPresent((Integer) null, NOTE.RANK::ge))).containsExactly(1L, 2L, 3L);
        assertThat(idsWhere(db(), ifPresent(List.of(1L, 3L), NOTE.ID::in))).containsExactly(1L, 3L);
        assertThat(idsWhere(db(), ifPresent("a", NOTE.TEXT::startsWith).or(ifPresent("b", NOTE.TEXT::eq))))
                .isEmpty();
    }

    @Test
    default void allOfNoneIsTrueAndAnyOfNoneIsFalse() {
        insertRanks(db(), 1);

        assertThat(idsWhere(db(), allOf(List.of()))).containsExactly(1L);
        assertThat(idsWhere(db(), anyOf(List.of()))).isEmpty();
    }

    @Test
    default void anyOfAndOnlyIfNestInAnd() {
        insertRanks(db(), 1, 2, 3);

        assertThat(idsWhere(db(), NOTE.ID.gt(1).and(anyOf(List.of(NOTE.RANK.eq(1), NOTE.RANK.eq(3))))))
                .containsExactly(3L);
    }

    @Test
    default void scalarIsTheValueOfASubquery() {
        insertRanks(db(), 1, 5, 3);
        Notes other = alias(NOTE, "other");
        var highest = number(scalar(select(max(other.RANK)).from(other)));

        assertThat(idsWhere(db(), NOTE.RANK.eq(highest))).containsExactly(2L);
        assertThat(idsWhere(db(), NOTE.RANK.eq(highest.minus(2)))).containsExactly(3L);
        assertThat(db().fetch(select(NOTE.RANK, highest).from(NOTE).where(NOTE.ID.eq(1)))
                        .get(0)
                        .value2())
                .isEqualTo(5);
    }

    @Test
    default void scalarWithoutARowIsNull() {
        insertRanks(db(), 1);
        Notes other = alias(NOTE, "other");

        assertThat(ofNote(scalar(select(other.ID).from(other).where(other.RANK.eq(7)))))
                .isNull();
    }

    @Test
    default void scalarSeesTheOuterQuery() {
        insertRanks(db(), 1, 5, 3);
        Notes other = alias(NOTE, "other");
        var before = scalar(select(max(other.ID)).from(other).where(other.ID.lt(NOTE.ID)));

        assertThat(db().fetch(select(before).from(NOTE).orderBy(NOTE.ID.asc()))).containsExactly(null, 1L, 2L);
    }

    @Test
    default void numberTextAndTemporalAreViewsOfAnExpression() {
        insertTexts(db(), "b");
        db().execute(sample().set(SAMPLE.DATE, LocalDate.of(2024, 1, 1)));

        assertThat(ofNote(number(scalar(select(NOTE.ID).from(NOTE))).plus(1))).isEqualTo(2L);
        assertThat(idsWhere(db(), text(notNull(NOTE.TEXT)).like("b%"))).containsExactly(1L);
        assertThat(ofSample(temporal(nullable(SAMPLE.DATE)).plus(1, dev.rowan.expression.TimePart.DAY)))
                .isEqualTo(LocalDate.of(2024, 1, 2));
    }

    @Test
    default void textAndTemporalAreTheExpressionItself() {
        insertNote("a", null);

        assertThat(ofNote(text(NOTE.TEXT))).isEqualTo("a");
    }

    @Test
    default void temporalIsTheExpressionItself() {
        db().execute(sample().set(SAMPLE.DATE, LocalDate.EPOCH));

        assertThat(ofSample(temporal(SAMPLE.DATE))).isEqualTo(LocalDate.EPOCH);
    }

    @Test
    default void anyAndAllCompareWithASubquery() {
        insertRanks(db(), 1, 5, 3);
        Notes other = alias(NOTE, "other");
        var large = select(notNull(other.RANK)).from(other).where(other.ID.gt(1));

        if (db().dialect().support(Feature.QUANTIFIED_COMPARISON) == Support.REFUSED) {
            assertThatThrownBy(() -> idsWhere(db(), NOTE.RANK.lt(all(large))))
                    .isInstanceOf(UnsupportedFeatureException.class);
            return;
        }
        assertThat(idsWhere(db(), NOTE.RANK.eq(any(large)))).containsExactly(2L, 3L);
        assertThat(idsWhere(db(), NOTE.RANK.lt(any(large)))).containsExactly(1L, 3L);
        assertThat(idsWhere(db(), NOTE.RANK.lt(all(large)))).containsExactly(1L);
        assertThat(idsWhere(db(), NOTE.RANK.ne(all(large)))).containsExactly(1L);
        assertThat(idsWhere(db(), NOTE.RANK.ge(all(large)))).containsExactly(2L);
    }

    @Test
    default void allOfNoRowIsTrueAndAnyIsFalse() {
        insertRanks(db(), 1);
        Notes other = alias(NOTE, "other");
        var none = select(notNull(other.RANK)).from(other).where(other.ID.gt(1));

        if (db().dialect().support(Feature.QUANTIFIED_COMPARISON) != Support.REFUSED) {
            assertThat(idsWhere(db(), NOTE.RANK.lt(all(none)))).containsExactly(1L);
            assertThat(idsWhere(db(), NOTE.RANK.lt(any(none)))).isEmpty();
        }
    }

    /** MySQL and MariaDB turn the negation of a negated {@code any} into something else. */
    @Test
    default void anyAndAllMayBeNegatedTwice() {
        assumeFalse(db().dialect().support(Feature.QUANTIFIED_COMPARISON) == Support.REFUSED);
        insertRanks(db(), 0, 1, 2, null);
        Notes other = alias(NOTE, "other");
        var ranks = select(other.RANK).from(other);

        for (Condition condition :
                List.of(NOTE.RANK.gt(any(ranks)), NOTE.RANK.ge(all(ranks)), NOTE.RANK.eq(any(ranks)))) {
            var truth = select(value(condition)).from(NOTE).orderBy(NOTE.ID.asc());
            var negatedTwice = select(value(condition.not().and(NOTE.ID.gt(0)).not()))
                    .from(NOTE)
                    .orderBy(NOTE.ID.asc());

            assertThat(db().fetch(negatedTwice)).isEqualTo(db().fetch(truth));
            assertThat(idsWhere(db(), condition.not().not())).isEqualTo(idsWhere(db(), condition));
        }
        assertThat(idsWhere(db(), NOTE.RANK.gt(any(ranks)).not().not())).containsExactly(2L, 3L);
    }

    @Test
    default void callReachesAFunctionThatRowanDoesNotKnow() {
        insertNote("a", -3);

        assertThat(ofNote(call("abs", SqlType.INTEGER, NOTE.RANK))).isEqualTo(3);
        assertThat(ofNote(number(call("abs", SqlType.INTEGER, NOTE.RANK)).plus(1)))
                .isEqualTo(4);
    }

    @Test
    default void callTakesNamesOnly() {
        for (String name : List.of("", "a b", "a(", "a;b", "a--", "\"a\"", "a'", "1a", "a.b.c", "a\n", "ä")) {
            assertThatThrownBy(() -> call(name, SqlType.INTEGER))
                    .as("'%s'", name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    default void isDistinctFromTakesNullAsAValue() {
        insertRanks(db(), 1, 2, null);
        Notes other = alias(NOTE, "other");

        assertThat(idsWhere(db(), NOTE.RANK.isDistinctFrom(1))).containsExactly(2L, 3L);
        assertThat(idsWhere(db(), NOTE.RANK.isNotDistinctFrom((Integer) null))).containsExactly(3L);
        assertThat(idsWhere(db(), NOTE.RANK.isNotDistinctFrom(2))).containsExactly(2L);
        assertThat(db().fetch(select(NOTE.ID)
                        .from(NOTE)
                        .join(other)
                        .on(NOTE.RANK.isNotDistinctFrom(other.RANK))
                        .orderBy(NOTE.ID.asc())))
                .containsExactly(1L, 2L, 3L);
        assertThat(idsWhere(db(), NOTE.RANK.isDistinctFrom(1).not())).containsExactly(1L);
    }
}
