package dev.rowan.bench;

import static dev.rowan.bench.Parcels.PARCEL;
import static dev.rowan.query.Sql.compile;
import static dev.rowan.query.Sql.select;

import dev.rowan.execute.Database;
import dev.rowan.query.Compiled1;
import dev.rowan.query.SqlQuery;
import dev.rowan.type.SqlType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What does it cost to find one row of 10 columns by its key, compared with hand-written JDBC? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls setUp
public class M2RowByKey {
    private static final Parcel WANTED = SampleParcels.of(500).get(499);
    static final SqlQuery<Parcel> BY_KEY = select().from(PARCEL).where(PARCEL.ID.eq(WANTED.id()));

    static final Compiled1<Long, Parcel> COMPILED =
            compile(SqlType.BIGINT, id -> select().from(PARCEL).where(PARCEL.ID.eq(id)));

    @Param
    public Backend backend;

    private long id = WANTED.id();
    private DataSource source;
    private Database database;

    /** Fills the table; the null driver knows one row only. */
    @Setup
    public void setUp() throws SQLException {
        source = backend.dataSource(backend == Backend.NULL_DRIVER ? List.of(WANTED) : SampleParcels.of(1_000));
        database = Database.of(source, backend.dialect());
    }

    /** For contestants that are measured elsewhere. */
    DataSource source() {
        return source;
    }

    /** The baseline. */
    @Benchmark
    public Optional<Parcel> byHand() throws SQLException {
        return ParcelsByHand.byKey(source, id);
    }

    /** A query that is held in a static field, its key included. */
    @Benchmark
    public Optional<Parcel> rowanHeld() {
        return database.fetchOptional(BY_KEY);
    }

    /** A query that is compiled, and gets its key each time. */
    @Benchmark
    public Optional<Parcel> rowanCompiled() {
        return database.fetchOptional(COMPILED.with(id));
    }

    /** A query that is built and rendered anew each time. */
    @Benchmark
    public Optional<Parcel> rowanBuiltAnew() {
        return database.find(PARCEL.KEY, id);
    }
}
