package dev.rowan.bench;

import java.util.Arrays;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long to measure. A round runs every benchmark in one fork, so that the forks of the contestants alternate. */
enum Effort {
    /** The guard of the build, a few minutes: the bytes are exact, the times a hint. */
    QUICK(1, 14, 4, 350),
    /** What is over its budget, once more. */
    AGAIN(1, 14, 4, 350),
    /** For figures that are quoted. */
    FULL(2, 8, 5, 400),
    /** Beside other libraries, which a profile adds. */
    PEERS(2, 8, 5, 400);

    private static final String OF_PEERS = "^dev\\.rowan\\.bench\\..*Peers\\.";
    private static final String OF_ROWAN = "^dev\\.rowan\\.bench\\.\\w+(?<!Peers)\\.";
    // SurroundingsTest guards the bytes of RsSurroundings, whose eight forks take a minute.
    private static final String OF_ROWAN_BRIEFLY = "^dev\\.rowan\\.bench\\.(?!RsSurroundings)\\w+(?<!Peers)\\.";

    private final int rounds;
    private final int warmups;
    private final int measurements;
    private final int milliseconds;

    Effort(int rounds, int warmups, int measurements, int milliseconds) {
        this.rounds = rounds;
        this.warmups = warmups;
        this.measurements = measurements;
        this.milliseconds = milliseconds;
    }

    int rounds() {
        return rounds;
    }

    /** Files of a round, without their ending. */
    String file(int round) {
        return "target/benchmarks-" + this + "-" + round;
    }

    /** All benchmarks of this effort, as a regular expression of their names. */
    String benchmarks() {
        return switch (this) {
            case QUICK, AGAIN -> OF_ROWAN_BRIEFLY;
            case FULL -> OF_ROWAN;
            case PEERS -> OF_PEERS;
        };
    }

    /** What answers: a server tells nothing of the library that the others do not, and takes its time. */
    private String[] backends() {
        return Arrays.stream(Backend.values())
                .filter(backend -> this == FULL || backend != Backend.POSTGRESQL)
                .map(Backend::name)
                .toArray(String[]::new);
    }

    /** What JMH is told. One collector for every machine, since each has write barriers of its own. */
    Options options(int round, String benchmarks) {
        return new OptionsBuilder()
                .include(benchmarks)
                .param("backend", backends())
                .forks(1)
                .warmupIterations(warmups)
                .warmupTime(TimeValue.milliseconds(milliseconds))
                .measurementIterations(measurements)
                .measurementTime(TimeValue.milliseconds(milliseconds))
                .jvmArgs("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .result(file(round) + ".json")
                .resultFormat(ResultFormatType.JSON)
                .output(file(round) + ".log")
                .build();
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
