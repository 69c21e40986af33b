package dev.rowan.bench;

import dev.rowan.bench.driver.OneConnection;
import dev.rowan.render.RenderedSql;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mybatis.dynamic.sql.insert.render.MultiRowInsertStatementProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@link R4Insert} with the peers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls setUp
public class R4Peers {
    @Param({"1", "100"})
    public int rows;

    private final R4Insert ours = new R4Insert();
    private final Jooq jooq = new Jooq();
    private final Connection none = OneConnection.ofColumns(new Object[0], 0).getConnection();
    private List<Parcel> parcels;

    @Setup
    public void setUp() {
        ours.rows = rows;
        ours.setUp();
        parcels = SampleParcels.of(rows);
    }

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
        return jooq.insert(parcels);
    }

    @Benchmark
    public TextAndBinds querydsl() {
        return Querydsl.insert(none, parcels);
    }

    @Benchmark
    public MultiRowInsertStatementProvider<Parcel> myBatis() {
        return MyBatis.insert(parcels);
    }
}
