package dev.rowan.bench;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.function.DoubleUnaryOperator;

/** What Rowan may cost, as {@code budgets.properties} says; the comment there says how to change it. */
final class Budgets {
    private static final String FILE = "budgets.properties";
    private static final double TOLERANCE = 0.02;
    // What escape analysis removes in one fork and not in another.
    private static final int TWO_SMALL_OBJECTS = 48;

    private final Properties limits;

    Budgets(Properties limits) {
        this.limits = limits;
    }

    /** The budgets that are checked in. */
    static Budgets load() throws IOException {
        Properties limits = new Properties();
        try (InputStream file = Budgets.class.getResourceAsStream(FILE)) {
            limits.load(Objects.requireNonNull(file, FILE));
        }
        return new Budgets(limits);
    }

    /** Those that are over a budget, or lack one. */
    List<Comparison> exceeded(List<Comparison> comparisons) {
        return comparisons.stream()
                .filter(comparison -> !breaches(List.of(comparison)).isEmpty())
                .toList();
    }

    /** What is over its budget, or has none, a line for each; empty if all is well. */
    List<String> breaches(List<Comparison> comparisons) {
        List<String> breaches = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            String name = comparison.name();
            check(
                    name + ".bytes",
                    comparison.bytes(),
                    budget -> Math.max(budget * TOLERANCE, TWO_SMALL_OBJECTS),
                    breaches);
            check(name + ".bytesRatio", comparison.bytesRatio(), budget -> 0, breaches);
            check(name + ".timeRatio", comparison.timeRatio(), budget -> 0, breaches);
        }
        return breaches;
    }

    private void check(String key, double measured, DoubleUnaryOperator slack, List<String> breaches) {
        String property = limits.getProperty(key);
        if (property == null) {
            breaches.add(
                    String.format(Locale.ROOT, "%s has no budget, measured %.3f; add it to %s", key, measured, FILE));
            return;
        }
        double budget = Double.parseDouble(property);
        if (measured > budget + slack.applyAsDouble(budget)) {
            breaches.add(String.format(Locale.ROOT, "%s: expected at most %s, measured %.3f", key, property, measured));
        }
    }
}
