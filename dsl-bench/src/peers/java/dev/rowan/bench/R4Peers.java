package dev.rowan.bench;

import dev.rowan.bench.driver.OneConnection;
import dev.rowan.bench.entities.EasyParcel;
import dev.rowan.bench.entities.JimmerParcel;
import dev.rowan.render.RenderedSql;
import java.sql.Connection;
import java.sql.SQLException;
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

/**
 * {@link R4Insert} with the peers. Most render one text with the values of all rows; easy-query and Jimmer have none such, and
 * render what they execute instead: the text of one row, and the binds of each for a batch.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls setUp
public class R4Peers {
    @Param({"1", "100"})
    public int rows;

    private final R4Insert ours = new R4Insert();
    private final Jooq jooq = new Jooq();
    private final OneConnection none = OneConnection.ofColumns(new Object[0], 0);
    private final Connection connection = none.getConnection();
    private final EasyQueries easyQuery = new EasyQueries(none);
    private final Jimmers jimmer = new Jimmers(none);
    private List<Parcel> parcels;
    private List<EasyParcel> easyParcels;
    private List<JimmerParcel> jimmerParcels;

    @Setup
    public void setUp() {
        ours.rows = rows;
        ours.setUp();
        parcels = SampleParcels.of(rows);
        easyParcels = parcels.stream().map(EasyQueries::entity).toList();
        jimmerParcels = parcels.stream().map(Jimmers::entity).toList();
    }

    /** Makes sure that what the contestants render inserts the rows. */
    void check() throws SQLException {
        Agreement.same("rows by hand", parcels, RenderedOnH2.inserted(byHand()));
        Agreement.same("rows of jOOQ", parcels, RenderedOnH2.inserted(jooq()));
        Agreement.same("rows of QueryDSL", parcels, RenderedOnH2.inserted(querydsl()));
        Agreement.same("rows of easy-query", parcels, RenderedOnH2.inserted(easyQuery()));
        Agreement.same("rows of Jimmer", parcels, RenderedOnH2.inserted(jimmer()));
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
        return Querydsl.insert(connection, parcels);
    }

    @Benchmark
    public MultiRowInsertStatementProvider<Parcel> myBatis() {
        return MyBatis.insert(parcels);
    }

    @Benchmark
    public TextAndBinds easyQuery() {
        return easyQuery.insert(easyParcels);
    }

    @Benchmark
    public TextAndBinds jimmer() {
        return jimmer.insert(jimmerParcels);
    }
}
