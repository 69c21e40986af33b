package dev.rowan.bench;

import static dev.rowan.bench.Parcels.PARCEL;
import static dev.rowan.query.Sql.select;

import dev.rowan.execute.Database;
import dev.rowan.query.SqlQuery;
import java.sql.SQLException;
import java.util.List;
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

/** What does it cost to read 1,000 rows of 10 columns into records, compared with a loop over positional getters? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls setUp
public class M1ThousandRows {
    static final SqlQuery<Parcel> ALL = select().from(PARCEL);

    @Param
    public Backend backend;

    private DataSource source;
    private Database database;

    /** Fills the table. */
    @Setup
    public void setUp() throws SQLException {
        source = backend.dataSource(SampleParcels.of(1_000));
        database = Database.of(source, backend.dialect());
    }

    /** For contestants that are measured elsewhere. */
    DataSource source() {
        return source;
    }

    /** The baseline. */
    @Benchmark
    public List<Parcel> byHand() throws SQLException {
        return ParcelsByHand.all(source);
    }

    /** A query that is held in a static field. */
    @Benchmark
    public List<Parcel> rowan() {
        return database.fetch(ALL);
    }
}
