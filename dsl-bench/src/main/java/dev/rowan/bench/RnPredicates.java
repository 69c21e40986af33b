package dev.rowan.bench;

import static dev.rowan.bench.Parcels.PARCEL;
import static dev.rowan.query.Sql.select;

import dev.rowan.query.Select;
import dev.rowan.query.SqlQuery;
import dev.rowan.render.RenderedSql;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Does a predicate cost the same among ten as among a thousand? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RnPredicates {
    @Param({"10", "1000"})
    public int predicates;

    /** The baseline. */
    @Benchmark
    public TextAndBinds byHand() {
        StringBuilder sql = new StringBuilder(128 + 32 * predicates);
        Object[] binds = new Object[predicates];
        sql.append("select ").append(SearchByHand.ID).append(" from ").append(SearchByHand.TABLE);
        for (int i = 0; i < predicates; i++) {
            sql.append(i == 0 ? " where " : " and ")
                    .append(SearchByHand.OWNER_ID)
                    .append(" <> ?");
            binds[i] = (long) i;
        }
        return new TextAndBinds(sql.toString(), binds);
    }

    /** A query that is built anew each time. */
    @Benchmark
    public RenderedSql rowanBuiltAnew() {
        return Backend.DIALECT.render(query(predicates));
    }

    private static SqlQuery<?> query(int predicates) {
        Select<Long, ?> query = select(PARCEL.ID).from(PARCEL);
        for (int i = 0; i < predicates; i++) {
            query = query.where(PARCEL.OWNER_ID.ne((long) i));
        }
        return query;
    }
}
