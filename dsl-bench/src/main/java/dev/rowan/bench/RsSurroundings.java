package dev.rowan.bench;

import dev.rowan.schema.Table;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Does a query cost the same below many frames as below one, and where many tables are in use as where few are? It is the
 * query of {@link R1BuildAndRender}, rendered so many times below the frames that what they cost themselves is lost.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(RsSurroundings.TIMES)
@SuppressWarnings("NullAway.Init") // JMH calls setUp
public class RsSurroundings {
    static final int TIMES = 1_000;

    @Param({"1", "500"})
    public int frames;

    @Param({"4", "400"})
    public int tables;

    private final R1BuildAndRender query = new R1BuildAndRender();
    List<Table<?>> inUse; // lest they are collected

    /** Uses the tables. */
    @Setup
    public void setUp() {
        inUse = TablesInUse.of(tables);
    }

    /** The baseline. */
    @Benchmark
    public void byHand(Blackhole hole) {
        below(frames, () -> {
            for (int i = 0; i < TIMES; i++) {
                hole.consume(query.byHand());
            }
        });
    }

    /** A query that is built anew each time. */
    @Benchmark
    public void rowanBuiltAnew(Blackhole hole) {
        below(frames, () -> {
            for (int i = 0; i < TIMES; i++) {
                hole.consume(query.rowanBuiltAnew());
            }
        });
    }

    /** Works below frames that call one another. */
    static void below(int frames, Runnable work) {
        if (frames > 1) {
            below(frames - 1, work);
        } else {
            work.run();
        }
    }
}
