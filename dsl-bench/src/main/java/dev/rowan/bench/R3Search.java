package dev.rowan.bench;

import static dev.rowan.bench.Parcels.PARCEL;
import static dev.rowan.expression.Functions.ifPresent;
import static dev.rowan.query.Sql.select;

import dev.rowan.query.SqlQuery;
import dev.rowan.render.RenderedSql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What does it cost to build and to render a search by what its user filled in? Eight optional filters, of which six apply, one of
 * them a list of 20, compared with a presized {@code StringBuilder} and as many ifs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class R3Search {
    /** What was filled in; null is nothing. */
    record Filters(
            @Nullable String label,
            @Nullable Integer pieces,
            @Nullable Boolean fragile,
            @Nullable Double weight,
            @Nullable BigDecimal price,
            @Nullable LocalDate sentOn,
            @Nullable Integer priority,
            @Nullable List<Long> owners) {}

    final Filters filters = new Filters(
            "parcel 7",
            3,
            null,
            2.5,
            new BigDecimal("9.99"),
            LocalDate.of(2026, 3, 1),
            null,
            LongStream.range(5_000, 5_020).boxed().toList());

    /** The baseline. */
    @Benchmark
    public TextAndBinds byHand() {
        return SearchByHand.search(filters);
    }

    /** A query that is built anew each time. */
    @Benchmark
    public RenderedSql rowanBuiltAnew() {
        return Backend.DIALECT.render(query(filters));
    }

    private static SqlQuery<?> query(Filters filters) {
        return select(PARCEL.ID, PARCEL.LABEL)
                .from(PARCEL)
                .where(ifPresent(filters.label(), PARCEL.LABEL::eq))
                .where(ifPresent(filters.pieces(), PARCEL.PIECES::ge))
                .where(ifPresent(filters.fragile(), PARCEL.FRAGILE::eq))
                .where(ifPresent(filters.weight(), PARCEL.WEIGHT::le))
                .where(ifPresent(filters.price(), PARCEL.PRICE::le))
                .where(ifPresent(filters.sentOn(), PARCEL.SENT_ON::ge))
                .where(ifPresent(filters.priority(), PARCEL.PRIORITY::eq))
                .where(ifPresent(filters.owners(), PARCEL.OWNER_ID::in));
    }
}
