package dev.rowan.bench;

import java.util.Collection;
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
 */
record Figures(String workload, String contestant, double nanoseconds, double bytes) {
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
                        .getPercentile(50));
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
