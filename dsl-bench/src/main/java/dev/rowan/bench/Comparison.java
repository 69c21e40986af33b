package dev.rowan.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.util.ListStatistics;

/**
 * A contestant beside the hand-written one, over all rounds.
 *
 * @param name what the budgets call it, such as {@code M1ThousandRows.H2.rowan}
 * @param rounds the two of each round
 */
record Comparison(String name, List<Pair> rounds) {

    /** Both, in the same round. */
    record Pair(Figures byHand, Figures rowan) {
        double timeRatio() {
            return rowan.nanoseconds() / byHand.nanoseconds();
        }
    }

    /** Compares all contestants, in the order in which they ran. */
    static List<Comparison> of(List<? extends Collection<Figures>> rounds) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Figures figures : rounds.get(0)) {
            if (!figures.isByHand()) {
                comparisons.add(of(figures.name(), rounds));
            }
        }
        return comparisons;
    }

    private static Comparison of(String name, List<? extends Collection<Figures>> rounds) {
        List<Pair> pairs = new ArrayList<>();
        for (Collection<Figures> round : rounds) {
            for (Figures figures : round) {
                if (figures.name().equals(name)) {
                    pairs.add(new Pair(figures.byHand(round), figures));
                }
            }
        }
        return new Comparison(name, pairs);
    }

    double bytes() {
        return median(pair -> pair.rowan().bytes());
    }

    double bytesByHand() {
        return median(pair -> pair.byHand().bytes());
    }

    double bytesRatio() {
        return bytes() / Math.max(1, bytesByHand());
    }

    double nanosecondsByHand() {
        return median(pair -> pair.byHand().nanoseconds());
    }

    double nanoseconds() {
        return median(pair -> pair.rowan().nanoseconds());
    }

    /** How far the ratio of the mean times may be from the true one, as a factor of at least 1, with 95 % confidence. */
    double timeUncertainty() {
        return Math.exp(1.96 * Math.hypot(relativeError(Pair::byHand), relativeError(Pair::rowan)));
    }

    /** The standard error of the mean of the logarithms. */
    private double relativeError(Function<Pair, Figures> contestant) {
        double[] logarithms = rounds.stream()
                .flatMap(pair -> contestant.apply(pair).times().stream())
                .mapToDouble(Math::log)
                .toArray();
        return new ListStatistics(logarithms).getStandardDeviation() / Math.sqrt(logarithms.length);
    }

    String workload() {
        return rounds.get(0).rowan().workload();
    }

    /** The class of the benchmark. */
    String benchmark() {
        return workload().split("\\.", -1)[0];
    }

    String contestant() {
        return rounds.get(0).rowan().contestant();
    }

    double timeRatio() {
        return median(Pair::timeRatio);
    }

    private double median(ToDoubleFunction<Pair> figure) {
        return new ListStatistics(rounds.stream().mapToDouble(figure).toArray()).getPercentile(50);
    }

    static String heading() {
        return String.format(
                "%-38s %12s %12s %22s   %10s %10s %8s",
                "", "by hand ns", "ns", "ratio (all rounds)", "by hand B", "B", "ratio");
    }

    /** A line of the table. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-38s %,12.1f %,12.1f %8.2fx %13s   %,10.0f %,10.0f %7.3fx",
                name,
                nanosecondsByHand(),
                nanoseconds(),
                timeRatio(),
                timeRatios(),
                bytesByHand(),
                bytes(),
                bytesRatio());
    }

    private String timeRatios() {
        double[] ratios = rounds.stream().mapToDouble(Pair::timeRatio).sorted().toArray();
        return ratios.length == 1
                ? ""
                : String.format(Locale.ROOT, "(%.2f-%.2f)", ratios[0], ratios[ratios.length - 1]);
    }
}
