package dev.rowan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class BudgetsTest {
    private final Budgets budgets = budgets("1000", "1.6", "20");

    @Test
    void exactBytesAndTwoSmallObjectsMoreAreWithinTheBudget() {
        assertThat(budgets.breaches(measured(200, 1000, 640))).isEmpty();
        assertThat(budgets.breaches(measured(200, 1048, 660))).isEmpty();
    }

    @Test
    void moreBytesAreABreach() {
        assertThat(budgets.breaches(measured(200, 1064, 800)))
                .containsExactly("R1.rowan.bytes: expected at most 1000, measured 1064.000");
    }

    @Test
    void worseRatiosAreABreach() {
        assertThat(budgets.breaches(measured(2_500, 1000, 500)))
                .containsExactly(
                        "R1.rowan.bytesRatio: expected at most 1.6, measured 2.000",
                        "R1.rowan.timeRatio: expected at most 20, measured 25.000");
    }

    @Test
    void benchmarkWithoutABudgetIsABreach() {
        assertThat(new Budgets(new Properties()).breaches(measured(200, 1000, 640)))
                .hasSize(3)
                .allMatch(breach -> breach.contains("has no budget"));
    }

    private static Budgets budgets(String bytes, String bytesRatio, String timeRatio) {
        Properties limits = new Properties();
        limits.setProperty("R1.rowan.bytes", bytes);
        limits.setProperty("R1.rowan.bytesRatio", bytesRatio);
        limits.setProperty("R1.rowan.timeRatio", timeRatio);
        return new Budgets(limits);
    }

    private static List<Comparison> measured(double nanoseconds, double bytes, double bytesByHand) {
        Figures byHand = new Figures("R1", "byHand", 100, bytesByHand, List.of());
        Figures rowan = new Figures("R1", "rowan", nanoseconds, bytes, List.of());
        return Comparison.of(List.of(List.of(byHand, rowan)));
    }
}
