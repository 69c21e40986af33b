package dev.rowan.bench;

import dev.rowan.bench.entities.EasyParcel;
import dev.rowan.bench.entities.JimmerParcel;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@link M2RowByKey} on H2 with the peers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls setUp
public class M2Peers {
    private final M2RowByKey ours = new M2RowByKey();
    private long id = 1_499;
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
        Agreement.same("row of jOOQ", ours.byHand(), jooq.byKey(id));
        Agreement.same("row of QueryDSL", ours.byHand(), querydsl.byKey(id));
        Agreement.same("row of Jdbi", ours.byHand(), jdbi.byKey(id));
        Agreement.same("row of Spring", ours.byHand(), spring.byKey(id));
        Agreement.same("row of Hibernate", ours.byHand(), hibernate.byKey(id));
        Agreement.same("row of easy-query", ours.byHand(), Optional.of(EasyQueries.parcel(easyQuery.byKey(id))));
        Agreement.same("row of Jimmer", ours.byHand(), Optional.of(Jimmers.parcel(jimmer.byKey(id))));
    }

    @Benchmark
    public Optional<Parcel> byHand() throws SQLException {
        return ours.byHand();
    }

    @Benchmark
    public Optional<Parcel> rowanCompiled() {
        return ours.rowanCompiled();
    }

    @Benchmark
    public Optional<Parcel> rowanBuiltAnew() {
        return ours.rowanBuiltAnew();
    }

    @Benchmark
    public Optional<Parcel> jooq() {
        return jooq.byKey(id);
    }

    @Benchmark
    public Optional<Parcel> querydsl() {
        return querydsl.byKey(id);
    }

    @Benchmark
    public Optional<Parcel> jdbi() {
        return jdbi.byKey(id);
    }

    @Benchmark
    public Optional<Parcel> spring() {
        return spring.byKey(id);
    }

    @Benchmark
    public Optional<Parcel> hibernate() {
        return hibernate.byKey(id);
    }

    @Benchmark
    public EasyParcel easyQuery() {
        return easyQuery.byKey(id);
    }

    @Benchmark
    public JimmerParcel jimmer() {
        return jimmer.byKey(id);
    }
}
