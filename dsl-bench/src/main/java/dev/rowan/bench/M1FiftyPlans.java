package dev.rowan.bench;

import static dev.rowan.bench.Parcels.PARCEL;
import static dev.rowan.query.Sql.select;

import dev.rowan.bench.driver.OneConnection;
import dev.rowan.execute.Database;
import dev.rowan.query.SqlQuery;
import dev.rowan.schema.Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@link M1ThousandRows} on the null driver, in a program that has read rows by fifty other plans: a reader shall not be fast only alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls setUp
public class M1FiftyPlans {
    private static final int PLANS = 50;
    private static final int RUNS = 50; // of each, so that all are compiled

    private final M1ThousandRows alone = new M1ThousandRows();

    /** Reads rows by other plans, which get the columns in other orders. */
    @Setup
    public void setUp() throws SQLException {
        alone.backend = Backend.NULL_DRIVER;
        alone.setUp();
        List<Parcel> parcels = SampleParcels.of(1_000);
        Object[] canned = SampleParcels.columns(parcels);
        List<Integer> places = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        Random random = new Random(1);
        for (int plan = 0; plan < PLANS; plan++) {
            Collections.shuffle(places, random);
            List<Column<Parcel, ?>> columns = places.stream()
                    .<Column<Parcel, ?>>map(PARCEL.columns()::get)
                    .toList();
            SqlQuery<Parcel> query = select(columns).as(Parcel.class).from(PARCEL);
            Object[] shuffled = places.stream().map(place -> canned[place]).toArray();
            Database database = Database.of(OneConnection.ofColumns(shuffled, parcels.size()), Backend.DIALECT);
            for (int run = 0; run < RUNS; run++) {
                Agreement.same("rows of plan " + plan, parcels, database.fetch(query));
            }
        }
    }

    /** The baseline. */
    @Benchmark
    public List<Parcel> byHand() throws SQLException {
        return alone.byHand();
    }

    /** A query that is held in a static field. */
    @Benchmark
    public List<Parcel> rowan() {
        return alone.rowan();
    }
}
