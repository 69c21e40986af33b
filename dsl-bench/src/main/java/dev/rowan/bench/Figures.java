package dev.rowan.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/**
 * What one contestant cost in one round.
 *
 * @param workload what it did, such as {@code M1ThousandRows.H2}
 * @param contestant the method, such as {@code rowan}
 * @param nanoseconds per operation, in the iteration that other programs disturbed least
 * @param bytes allocated per operation, in the median iteration
 * @param times nanoseconds per operation, of each iteration
 */
record Figures(String workload, String contestant, double nanoseconds, double bytes, List<Double> times) {
    private static final String BYTES = "gc.alloc.rate.norm";

    static Figures of(RunResult result) {
        BenchmarkParams params = result.getParams();
        String[] path = params.getBenchmark().split("\\.", -1);
        StringBuilder workload = new StringBuilder(path[path.length - 2]);
        for (String key : params.getParamsKeys()) {
            workload.append('.').append(params.getParam(key));
        }
        return new Figures(
                workload.toString(),
                path[path.length - 1],
                result.getPrimaryResult().getStatistics().getMin(),
                Objects.requireNonNull(result.getSecondaryResults().get(BYTES), BYTES)
                        .getStatistics()
                        .getPercentile(50),
                times(result));
    }

    private static List<Double> times(RunResult result) {
        List<Double> times = new ArrayList<>();
        result.getPrimaryResult().getStatistics().getRawData().forEachRemaining(data -> {
            for (long i = 0; i < data.getValue(); i++) {
                times.add(data.getKey());
            }
        });
        return times;
    }

    boolean isByHand() {
        return contestant.equals("byHand");
    }

    /** The hand-written contestant of the same workload. */
    Figures byHand(Collection<Figures> round) {
        return round.stream()
                .filter(other -> other.isByHand() && other.workload.equals(workload))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("expected a method byHand in " + workload));
    }

    String name() {
        return workload + "." + contestant;
    }
}
