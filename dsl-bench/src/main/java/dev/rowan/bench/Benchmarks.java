package dev.rowan.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs benchmarks, prints Rowan beside hand-written code, and fails if Rowan is over its budget:
 *
 * <pre>
 * mvn -q -Pbench process-test-classes        figures to quote, with their spread over the rounds
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
     * @param arguments {@code full} or {@code quick}
     */
    public static void main(String[] arguments) throws IOException, RunnerException, SQLException {
        Effort effort = Effort.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        Agreement.check();
        List<Comparison> comparisons = Comparison.of(measure(effort));
        print(comparisons);
        List<String> breaches = Budgets.load().breaches(comparisons);
        if (!breaches.isEmpty()) {
            System.err.println("Rowan is over its budget:\n  " + String.join("\n  ", breaches)
                    + "\nFind out why, or change dsl-bench/src/main/resources/dev/rowan/bench/budgets.properties with the"
                    + " reason in the commit.");
            System.exit(1);
        }
        System.out.println("Rowan is within its budgets.");
    }

    static List<List<Figures>> measure(Effort effort) throws RunnerException {
        // The lock file of another user could not be opened; whether the machine is quiet, the spread shows.
        System.setProperty("jmh.ignoreLock", "true");
        List<List<Figures>> rounds = new ArrayList<>();
        for (int round = 1; round <= effort.rounds(); round++) {
            System.out.println(
                    "Measuring, round " + round + " of " + effort.rounds() + ": " + effort.file(round) + ".log");
            rounds.add(new Runner(effort.options(round))
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
