package dev.rowan.bench;

import static dev.rowan.bench.Parcels.PARCEL;
import static dev.rowan.query.Sql.insertInto;

import dev.rowan.render.RenderedSql;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What does it cost to build and to render an insert of rows of ten columns, compared with a presized {@code StringBuilder}? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls setUp
public class R4Insert {
    @Param({"1", "100"})
    public int rows;

    private List<Parcel> parcels;

    /** Makes the rows. */
    @Setup
    public void setUp() {
        parcels = SampleParcels.of(rows);
    }

    /** The baseline. */
    @Benchmark
    public TextAndBinds byHand() {
        return ParcelsByHand.insert(parcels);
    }

    /** A statement that is built anew each time. */
    @Benchmark
    public RenderedSql rowanBuiltAnew() {
        return Backend.DIALECT.render(insertInto(PARCEL).rows(parcels));
    }
}
