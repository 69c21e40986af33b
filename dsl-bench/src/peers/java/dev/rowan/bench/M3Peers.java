package dev.rowan.bench;

import dev.rowan.bench.entities.EasyOrder;
import dev.rowan.bench.entities.JimmerOrder;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@link M3NestedRecords} with the peers that nest rows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls setUp
public class M3Peers {
    private final M3NestedRecords ours = new M3NestedRecords();
    private Jooq jooq;
    private Jdbis jdbi;
    private EasyQueries easyQuery;
    private Jimmers jimmer;

    @Setup
    public void setUp() throws SQLException {
        ours.setUp();
        jooq = new Jooq(ours.source());
        jdbi = new Jdbis(ours.source());
        easyQuery = new EasyQueries(ours.source());
        jimmer = new Jimmers(ours.source());
        Agreement.same("records of jOOQ", ours.byHand(), jooq.orders());
        Agreement.same("records of Jdbi", ours.byHand(), jdbi.orders());
        Agreement.same(
                "rows of easy-query",
                ours.byHand(),
                easyQuery.orders().stream().map(EasyQueries::order).toList());
        Agreement.same(
                "rows of Jimmer",
                ours.byHand(),
                jimmer.orders().stream().map(Jimmers::order).toList());
    }

    @Benchmark
    public List<Order> byHand() throws SQLException {
        return ours.byHand();
    }

    @Benchmark
    public List<Order> rowan() {
        return ours.rowanAuto();
    }

    @Benchmark
    public List<Order> jooq() {
        return jooq.orders();
    }

    @Benchmark
    public List<Order> jdbi() {
        return jdbi.orders();
    }

    @Benchmark
    public List<EasyOrder> easyQuery() {
        return easyQuery.orders();
    }

    @Benchmark
    public List<JimmerOrder> jimmer() {
        return jimmer.orders();
    }
}
