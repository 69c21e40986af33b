package dev.rowan.bench;

import dev.rowan.bench.entities.EasyParcel;
import dev.rowan.bench.entities.JimmerParcel;
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

/** {@link M1ThousandRows} on H2 with the peers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls setUp
public class M1Peers {
    private final M1ThousandRows ours = new M1ThousandRows();
    private Jooq jooq;
    private Querydsl querydsl;
    private Jdbis jdbi;
    private Springs spring;
    private Hibernates hibernate;
    private EasyQueries easyQuery;
    private Jimmers jimmer;

    @Setup
    public void setUp() throws SQLException {
        ours.backend = Backend.H2;
        ours.setUp();
        jooq = new Jooq(ours.source());
        querydsl = new Querydsl(ours.source());
        jdbi = new Jdbis(ours.source());
        spring = new Springs(ours.source());
        hibernate = new Hibernates(ours.source());
        easyQuery = new EasyQueries(ours.source());
        jimmer = new Jimmers(ours.source());
        Agreement.same("rows of jOOQ", ours.byHand(), jooq.all());
        Agreement.same("rows of QueryDSL", ours.byHand(), querydsl.all());
        Agreement.same("rows of Jdbi", ours.byHand(), jdbi.all());
        Agreement.same("rows of Spring", ours.byHand(), spring.all());
        Agreement.same("rows of Hibernate", ours.byHand(), hibernate.all());
        Agreement.same(
                "rows of easy-query",
                ours.byHand(),
                easyQuery.all().stream().map(EasyQueries::parcel).toList());
        Agreement.same(
                "rows of Jimmer",
                ours.byHand(),
                jimmer.all().stream().map(Jimmers::parcel).toList());
    }

    @Benchmark
    public List<Parcel> byHand() throws SQLException {
        return ours.byHand();
    }

    @Benchmark
    public List<Parcel> rowan() {
        return ours.rowan();
    }

    @Benchmark
    public List<Parcel> jooq() {
        return jooq.all();
    }

    @Benchmark
    public List<Parcel> querydsl() {
        return querydsl.all();
    }

    @Benchmark
    public List<Parcel> jdbi() {
        return jdbi.all();
    }

    @Benchmark
    public List<Parcel> spring() {
        return spring.all();
    }

    @Benchmark
    public List<Parcel> hibernate() {
        return hibernate.all();
    }

    @Benchmark
    public List<EasyParcel> easyQuery() {
        return easyQuery.all();
    }

    @Benchmark
    public List<JimmerParcel> jimmer() {
        return jimmer.all();
    }
}
