package dev.rowan.bench;

import dev.rowan.render.RenderedSql;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** {@link R2Report} with the peers; MyBatis Dynamic SQL has no common table expressions. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class R2Peers {
    private final R2Report ours = new R2Report();
    private final Jooq jooq = new Jooq();
    private final LocalDate since = LocalDate.of(2026, 3, 1);
    private int bulk = 10;
    private long atLeast = 5;

    @Benchmark
    public TextAndBinds byHand() {
        return ours.byHand();
    }

    @Benchmark
    public RenderedSql rowan() {
        return ours.rowanBuiltAnew();
    }

    @Benchmark
    public TextAndBinds jooq() {
        return jooq.report(since, bulk, atLeast);
    }

    @Benchmark
    public TextAndBinds querydsl() {
        return Querydsl.report(since, bulk, atLeast);
    }
}
