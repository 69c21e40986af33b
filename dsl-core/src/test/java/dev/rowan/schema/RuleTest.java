package dev.rowan.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What rules say of single values. */
final class RuleTest {
    @Test
    void numbersAreComparedAsTheyAre() {
        Rule<Number> price = Rule.between(new BigDecimal("0.01"), new BigDecimal("1E+3"));

        assertThat(price.message()).isEqualTo("must be between 0.01 and 1000");
        assertThat(price.holds(new BigDecimal("0.010"))).isTrue();
        assertThat(price.holds(1_000L)).isTrue();
        assertThat(price.holds(new BigDecimal("0.009"))).isFalse();
        assertThat(price.holds(1000.5)).isFalse();
        assertThat(price.holds(Double.NaN)).isFalse();
        assertThat(Rule.min(new BigDecimal("-0.5")).holds(-1)).isFalse();
        assertThat(Rule.min(0).holds(new BigDecimal("-0.001"))).isFalse();
        assertThat(Rule.max(new BigDecimal("0.5")).holds(0.25)).isTrue();
        assertThatThrownBy(() -> Rule.between(2, 1)).hasMessageContaining("least <= most, got 2 and 1");
        assertThat(Rule.max(7).message()).isEqualTo("must be at most 7");
    }
}
