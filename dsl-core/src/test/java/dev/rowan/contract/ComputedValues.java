package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Samples.SAMPLE;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rowan.contract.Notes.Note;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Expression;
import dev.rowan.query.Insert;
import java.math.BigDecimal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** What an expression yields on a table of one row, or of the rows that a test inserts. */
interface ComputedValues extends OpenDatabase {
    /** Inserts the only note. */
    default void insertNote(@Nullable String text, @Nullable Integer rank) {
        db().execute(insertInto(NOTE).row(new Note(1, text, rank)));
    }

    /** Begins to insert the only sample. */
    default Insert<Samples.Sample, Samples> sample() {
        return insertInto(SAMPLE).set(SAMPLE.ID, 1);
    }

    /** The value in the first note. */
    default <T extends @Nullable Object> T ofNote(Expression<T> expression) {
        return db().fetch(select(expression).from(NOTE)).get(0);
    }

    /** The value in the only sample. */
    default <T extends @Nullable Object> T ofSample(Expression<T> expression) {
        return db().fetchOne(select(expression).from(SAMPLE));
    }

    /** Asserts that a number is the expected one but for the last of its digits. */
    default void assertNear(@Nullable Number actual, double expected) {
        assertThat(actual).isNotNull();
        if (actual != null) {
            assertThat(actual.doubleValue()).isCloseTo(expected, within(Math.abs(expected) * 1e-9 + 1e-12));
        }
    }

    /** Asserts that a decimal is the expected one, however many zeros stand at its end. */
    default void assertDecimal(@Nullable BigDecimal actual, String expected) {
        assertThat(actual).isEqualByComparingTo(expected);
    }

    /** Runs assertions about a function where the dialect has it; where it has not, it must refuse it by name. */
    default void whereKnown(String function, ThrowingCallable assertions) {
        if (db().dialect().refuses(function)) {
            assertThatThrownBy(assertions)
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("function " + function);
            return;
        }
        try {
            assertions.call();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
