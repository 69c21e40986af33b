package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Samples.SAMPLE;
import static dev.rowan.expression.Functions.abs;
import static dev.rowan.expression.Functions.castToNumber;
import static dev.rowan.expression.Functions.castToText;
import static dev.rowan.expression.Functions.ceil;
import static dev.rowan.expression.Functions.exp;
import static dev.rowan.expression.Functions.floor;
import static dev.rowan.expression.Functions.greatest;
import static dev.rowan.expression.Functions.least;
import static dev.rowan.expression.Functions.ln;
import static dev.rowan.expression.Functions.log10;
import static dev.rowan.expression.Functions.power;
import static dev.rowan.expression.Functions.round;
import static dev.rowan.expression.Functions.sign;
import static dev.rowan.expression.Functions.sqrt;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.QueryException;
import dev.rowan.error.RowanException;
import dev.rowan.expression.NumberExpression;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operators and functions of numbers. */
interface NumberFunctionContract extends ComputedValues {
    @Test
    default void absTakesTheSignAway() {
        insertNote(null, -7);

        assertThat(ofNote(abs(NOTE.RANK))).isEqualTo(7);
        assertThat(ofNote(abs(NOTE.RANK.negated()))).isEqualTo(7);
    }

    @Test
    default void signIsOneZeroOrMinusOne() {
        insertNote(null, -7);

        assertThat(ofNote(sign(NOTE.RANK))).isEqualTo(-1);
        assertThat(ofNote(sign(NOTE.RANK.plus(7)))).isZero();
        assertThat(ofNote(sign(NOTE.RANK.negated()))).isEqualTo(1);
    }

    @Test
    default void ceilGoesUp() {
        insertNumbers(-1.5, "2.1");

        assertThat(ofSample(ceil(SAMPLE.DOUBLE))).isEqualTo(-1.0);
        assertDecimal(ofSample(ceil(SAMPLE.DECIMAL)), "3");
    }

    @Test
    default void floorGoesDown() {
        insertNumbers(-1.5, "2.9");

        assertThat(ofSample(floor(SAMPLE.DOUBLE))).isEqualTo(-2.0);
        assertDecimal(ofSample(floor(SAMPLE.DECIMAL)), "2");
    }

    private void insertNumbers(double number, String decimal) {
        db().execute(sample().set(SAMPLE.DOUBLE, number).set(SAMPLE.DECIMAL, new BigDecimal(decimal)));
    }

    @Test
    default void roundTakesHalvesAwayFromZero() {
        insertNumbers(0, "2.125");

        assertDecimal(ofSample(round(SAMPLE.DECIMAL, 2)), "2.13");
        assertDecimal(ofSample(round(SAMPLE.DECIMAL.negated(), 2)), "-2.13");
        assertDecimal(ofSample(round(SAMPLE.DECIMAL, 0)), "2");
    }

    @Test
    default void powerSqrtExpAndLnAreInDoublePrecision() {
        insertNumbers(2, "9");

        assertNear(ofSample(power(SAMPLE.DOUBLE, value(10))), 1024);
        assertNear(ofSample(sqrt(SAMPLE.DECIMAL)), 3);
        assertNear(ofSample(exp(SAMPLE.DOUBLE)), Math.exp(2));
        assertNear(ofSample(ln(SAMPLE.DECIMAL)), Math.log(9));
    }

    @Test
    default void log10IsInDoublePrecision() {
        insertNumbers(2, "1000");

        assertNear(ofSample(log10(SAMPLE.DECIMAL)), 3);
        assertNear(ofSample(log10(SAMPLE.DOUBLE)), Math.log10(2));
    }

    @Test
    default void sqrtExpAndLnOfNullAreNull() {
        insertNote(null, null);

        assertThat(ofNote(sqrt(NOTE.RANK))).isNull();
        assertThat(ofNote(exp(NOTE.RANK))).isNull();
        assertThat(ofNote(ln(NOTE.RANK))).isNull();
    }

    @Test
    default void greatestAndLeastChooseANumber() {
        insertNote(null, 5);

        assertThat(ofNote(greatest(NOTE.RANK, NOTE.RANK.plus(1)))).isEqualTo(6);
        assertThat(ofNote(least(NOTE.RANK, NOTE.RANK.plus(1)))).isEqualTo(5);
    }

    @Test
    default void leastAndGreatestWithNullAreNull() {
        insertNote(null, null);

        assertThat(ofNote(greatest(NOTE.RANK, value(1)))).isNull();
        assertThat(ofNote(least(NOTE.RANK, value(1)))).isNull();
    }

    @Test
    default void dividedByKeepsTheDigitsAfterThePoint() {
        insertNote(null, 7);
        insertNumbers(7, "7");

        assertNear(ofNote(NOTE.RANK.dividedBy(2)), 3.5);
        assertNear(ofNote(NOTE.RANK.dividedBy(3)), 7.0 / 3);
        assertNear(ofNote(NOTE.RANK.dividedBy(NOTE.RANK.times(2))), 0.5);
        assertNear(ofSample(SAMPLE.DECIMAL.dividedBy(3)), 7.0 / 3);
        assertNear(ofSample(SAMPLE.DOUBLE.dividedBy(2)), 3.5);
    }

    @Test
    default void divAndModGoTowardsZero() {
        insertNote(null, 7);

        assertThat(ofNote(NOTE.RANK.div(2))).isEqualTo(3);
        assertThat(ofNote(NOTE.RANK.negated().div(2))).isEqualTo(-3);
        assertThat(ofNote(NOTE.RANK.mod(4))).isEqualTo(3);
        assertThat(ofNote(NOTE.RANK.negated().mod(4))).isEqualTo(-3);
        assertThat(ofNote(NOTE.RANK.plus(1).div(NOTE.RANK.minus(3)))).isEqualTo(2);
        assertThat(ofNote(NOTE.RANK.mod(NOTE.RANK.minus(2)))).isEqualTo(2);
    }

    @Test
    default void overflowIsAnErrorNeverAnotherNumber() {
        insertNote(null, Integer.MAX_VALUE);
        db().execute(sample().set(SAMPLE.BIGINT, Long.MAX_VALUE).set(SAMPLE.SMALLINT, Short.MAX_VALUE));

        for (NumberExpression<?> beyond : List.of(
                NOTE.RANK.plus(1),
                NOTE.RANK.times(2),
                NOTE.RANK.negated().minus(2),
                NOTE.RANK.plus(1).times(2).minus(NOTE.RANK))) {
            assertThatThrownBy(() -> ofNote(beyond)).as("%s", beyond).isInstanceOf(RowanException.class);
        }
        for (NumberExpression<?> beyond : List.of(
                SAMPLE.BIGINT.plus(1),
                SAMPLE.BIGINT.times(2),
                SAMPLE.BIGINT.negated().minus(2),
                SAMPLE.SMALLINT.plus(1))) {
            assertThatThrownBy(() -> ofSample(beyond)).as("%s", beyond).isInstanceOf(RowanException.class);
        }
        assertThat(ofSample(SAMPLE.BIGINT.minus(1))).isEqualTo(Long.MAX_VALUE - 1);
    }

    @Test
    default void divisionByZeroIsAnErrorOrNull() {
        insertNote(null, 7);

        if (divisionByZeroIsNull()) {
            assertThat(ofNote(NOTE.RANK.dividedBy(0))).isNull();
            assertThat(ofNote(NOTE.RANK.div(0))).isNull();
            assertThat(ofNote(NOTE.RANK.mod(0))).isNull();
        } else {
            assertThatThrownBy(() -> ofNote(NOTE.RANK.dividedBy(0))).isInstanceOf(QueryException.class);
            assertThatThrownBy(() -> ofNote(NOTE.RANK.div(0))).isInstanceOf(QueryException.class);
            assertThatThrownBy(() -> ofNote(NOTE.RANK.mod(0))).isInstanceOf(QueryException.class);
        }
    }

    private boolean divisionByZeroIsNull() {
        return db().dialect().support(Feature.DIVISION_BY_ZERO_ERROR) == Support.APPROXIMATE;
    }

    @Test
    default void bitsAreCombined() {
        insertNote(null, 12);

        assertThat(ofNote(NOTE.RANK.bitAnd(10))).isEqualTo(8);
        assertThat(ofNote(NOTE.RANK.bitOr(10))).isEqualTo(14);
        assertThat(ofNote(NOTE.RANK.bitXor(10))).isEqualTo(6);
        assertThat(ofNote(NOTE.RANK.negated().bitAnd(-1))).isEqualTo(-12);
        assertThat(ofNote(NOTE.RANK.negated().bitOr(1))).isEqualTo(-11);
        assertThat(ofNote(NOTE.RANK.bitAnd(NOTE.RANK.minus(2)))).isEqualTo(8);
        assertThat(ofNote(NOTE.RANK.bitOr(NOTE.RANK.minus(2)))).isEqualTo(14);
    }

    @Test
    default void operatorsKeepTheirPlaceWithinFunctions() {
        insertNote(null, 12);

        assertThat(ofNote(NOTE.RANK.plus(1).bitAnd(NOTE.RANK.minus(4)))).isEqualTo(8);
        assertThat(ofNote(NOTE.RANK.minus(NOTE.RANK.minus(5)).negated())).isEqualTo(-5);
        assertThat(ofNote(NOTE.RANK.plus(3).mod(4).times(2))).isEqualTo(6);
    }

    @Test
    default void castToNumberReadsAText() {
        insertNote("42", 7);

        assertThat(ofNote(castToNumber(NOTE.TEXT, SqlType.INTEGER))).isEqualTo(42);
        assertThat(ofNote(castToNumber(NOTE.TEXT, SqlType.BIGINT).plus(1))).isEqualTo(43L);
    }

    @Test
    default void castToTextWritesANumber() {
        insertNote(null, 7);

        assertThat(ofNote(castToText(NOTE.RANK))).isEqualTo("7");
        assertThat(db().fetch(select(NOTE.ID)
                        .from(NOTE)
                        .where(castToText(NOTE.RANK).eq("7"))))
                .containsExactly(1L);
    }

    @Test
    default void castWidensANumber() {
        insertNote(null, Integer.MAX_VALUE);

        assertThat(ofNote(NOTE.RANK.cast(SqlType.BIGINT).times(2))).isEqualTo(4294967294L);
        assertDecimal(ofNote(NOTE.RANK.cast(SqlType.DECIMAL).plus(NOTE.RANK)), "4294967294");
        assertThat(ofNote(NOTE.RANK.cast(SqlType.DOUBLE))).isEqualTo(2147483647.0);
    }
}
