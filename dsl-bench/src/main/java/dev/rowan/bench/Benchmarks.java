package dev.rowan.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs benchmarks, prints Rowan beside hand-written code, and fails if Rowan is over its budget:
 *
 * <pre>
 * mvn -q -Pbench process-test-classes        figures to quote, into docs/performance.md
 * mvn -q -Pbench-quick process-test-classes  the guard of the build
 * </pre>
 *
 * What JMH measured is left in {@code target/benchmarks-*.json}, what it said in {@code target/benchmarks-*.log}.
 */
public final class Benchmarks {
    private Benchmarks() {}

    /**
     * Runs the benchmarks.
     *
     * @param arguments {@code full} or {@code quick}; then the page that is to hold the figures, if any
     */
    public static void main(String[] arguments) throws IOException, RunnerException, SQLException {
        Effort effort = Effort.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        Agreement.check();
        List<Comparison> comparisons = Comparison.of(measure(effort, effort.benchmarks()));
        print(comparisons);
        if (arguments.length > 1 && !arguments[1].isEmpty()) {
            Page.replace(
                    Path.of(arguments[1]),
                    "measured on JDK " + Runtime.version().feature(),
                    Page.table(effort, comparisons));
        }
        List<String> breaches = confirmed(comparisons, Budgets.load());
        if (!breaches.isEmpty()) {
            System.err.println("Rowan is over its budget:\n  " + String.join("\n  ", breaches)
                    + "\nFind out why, or change dsl-bench/src/main/resources/dev/rowan/bench/budgets.properties with the"
                    + " reason in the commit.");
            System.exit(1);
        }
        System.out.println("Rowan is within its budgets.");
    }

    /** What is over its budget when measured again too: what the JDK's compiler removes differs from fork to fork. */
    private static List<String> confirmed(List<Comparison> comparisons, Budgets budgets) throws RunnerException {
        List<Comparison> over = budgets.exceeded(comparisons);
        if (over.isEmpty()) {
            return List.of();
        }
        System.out.println("Measuring again: " + String.join(", ", budgets.breaches(over)));
        Set<String> names = over.stream().map(Comparison::name).collect(Collectors.toSet());
        String classes = over.stream().map(Comparison::benchmark).distinct().collect(Collectors.joining("|"));
        List<Comparison> again = Comparison.of(measure(Effort.AGAIN, "\\.(" + classes + ")\\.")).stream()
                .filter(comparison -> names.contains(comparison.name()))
                .toList();
        print(again);
        return budgets.breaches(again);
    }

    /** @param benchmarks a regular expression, of their names */
    static List<List<Figures>> measure(Effort effort, String benchmarks) throws RunnerException {
        // The lock file of another user could not be opened; whether the machine is quiet, the spread shows.
        System.setProperty("jmh.ignoreLock", "true");
        List<List<Figures>> rounds = new ArrayList<>();
        for (int round = 1; round <= effort.rounds(); round++) {
            System.out.println(
                    "Measuring, round " + round + " of " + effort.rounds() + ": " + effort.file(round) + ".log");
            rounds.add(new Runner(effort.options(round, benchmarks))
                    .run().stream().map(Figures::of).toList());
        }
        return rounds;
    }

    static void print(List<Comparison> comparisons) {
        System.out.println(
                "JDK " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors()
                        + " processors; per operation, the time of the fastest iteration");
        System.out.println(Comparison.heading());
        comparisons.forEach(System.out::println);
    }
}
