package dev.rowan.tpch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TpchAnswerTest {
    private static final TpchAnswer ANSWER = new TpchAnswer(
            3, List.of(List.of("Ann", "25.58", "1995-03-11", "7"), List.of("Bob", "-1", "null", "null")));
    private static final List<Object> ANN = List.of("Ann", new BigDecimal("25.5849"), LocalDate.of(1995, 3, 11), 7L);
    private static final List<Object> BOB = Collections.unmodifiableList(Arrays.asList("Bob", -1.0, null, null));

    @Test
    void equalRowsPass() {
        assertThatCode(() -> ANSWER.requireEqual(List.of(ANN, BOB))).doesNotThrowAnyException();
    }

    @Test
    void singleValueIsARowOfOneColumn() {
        assertThatCode(() -> TpchAnswer.of(6).requireEqual(List.of(new BigDecimal("1193053.2253"))))
                .doesNotThrowAnyException();
        assertThatCode(() -> TpchAnswer.of(17).requireEqual(Collections.singletonList(null)))
                .doesNotThrowAnyException();
    }

    @Test
    void differenceIsNamedByQueryRowAndColumn() {
        List<Object> other = List.of("Ann", new BigDecimal("25.59"), LocalDate.of(1995, 3, 11), 7L);

        assertThatThrownBy(() -> ANSWER.requireEqual(List.of(other, BOB)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("query 3, row 1, column 2: expected 25.58, got 25.59;");
    }

    @Test
    void wholeNumbersHaveNoTolerance() {
        List<Object> other = List.of("Ann", new BigDecimal("25.58"), LocalDate.of(1995, 3, 11), 8L);

        assertThatThrownBy(() -> ANSWER.requireEqual(List.of(other, BOB)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("query 3, row 1, column 4: expected 7, got 8;");
    }

    @Test
    void otherOrderIsADifference() {
        assertThatThrownBy(() -> ANSWER.requireEqual(List.of(BOB, ANN)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("query 3, row 1, column 1: expected Ann, got Bob;");
    }

    @Test
    void missingRowIsADifference() {
        assertThatThrownBy(() -> ANSWER.requireEqual(List.of(ANN)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("query 3: expected 2 rows, got 1");
    }
}
