package dev.rowan.bench;

import dev.rowan.bench.entities.EasyStock;
import dev.rowan.bench.entities.JimmerStock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@link B1BulkInsert} on H2 with the peers, each in a transaction that is rolled back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls setUp
public class B1Peers {
    private static final List<Stock> STOCKS = StocksByHand.sample(1_000);
    private static final List<EasyStock> EASY_STOCKS =
            STOCKS.stream().map(EasyQueries::entity).toList();
    private static final List<JimmerStock> JIMMER_STOCKS =
            STOCKS.stream().map(Jimmers::entity).toList();

    private final B1BulkInsert ours = new B1BulkInsert();
    private Jooq jooq;
    private Querydsl querydsl;
    private Jdbis jdbi;
    private Springs spring;
    private Hibernates hibernate;
    private EasyQueries easyQuery;
    private Jimmers jimmer;

    @Setup
    public void setUp() throws Exception {
        ours.backend = Backend.H2;
        ours.setUp();
        jooq = new Jooq(ours.source());
        querydsl = new Querydsl(ours.source());
        jdbi = new Jdbis(ours.source());
        spring = new Springs(ours.source());
        hibernate = new Hibernates(ours.source());
        easyQuery = new EasyQueries(ours.source());
        jimmer = new Jimmers(ours.source());
        Agreement.same("rows of Rowan", ours.byHand(), ours.rowan());
        Agreement.same("rows of jOOQ", ours.byHand(), jooq());
        Agreement.same("rows of QueryDSL", ours.byHand(), querydsl());
        Agreement.same("rows of Jdbi", ours.byHand(), jdbi());
        Agreement.same("rows of Spring", ours.byHand(), spring());
        Agreement.same("rows of Hibernate", ours.byHand(), hibernate());
        Agreement.same("rows of easy-query", ours.byHand(), easyQuery());
        Agreement.same("rows of Jimmer", ours.byHand(), jimmer());
    }

    @Benchmark
    public long byHand() throws SQLException {
        return ours.byHand();
    }

    @Benchmark
    public long rowan() {
        return ours.rowan();
    }

    @Benchmark
    public long jooq() throws Exception {
        return undone(() -> jooq.insertStocks(STOCKS));
    }

    @Benchmark
    public long querydsl() throws Exception {
        return undone(() -> querydsl.insertStocks(STOCKS));
    }

    @Benchmark
    public long jdbi() throws Exception {
        return undone(() -> jdbi.insertStocks(STOCKS));
    }

    @Benchmark
    public long spring() throws Exception {
        return undone(() -> spring.insertStocks(STOCKS));
    }

    @Benchmark
    public long hibernate() {
        return hibernate.insertStocks(STOCKS);
    }

    @Benchmark
    public long easyQuery() throws Exception {
        return undone(() -> easyQuery.insertStocks(EASY_STOCKS));
    }

    @Benchmark
    public long jimmer() throws Exception {
        return undone(() -> jimmer.insertStocks(JIMMER_STOCKS));
    }

    private long undone(Callable<Long> work) throws Exception {
        try (Connection one = ours.source().getConnection()) {
            one.setAutoCommit(false);
            try {
                return work.call();
            } finally {
                one.rollback();
                one.setAutoCommit(true);
            }
        }
    }
}
