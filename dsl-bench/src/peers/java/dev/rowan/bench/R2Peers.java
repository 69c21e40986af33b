package dev.rowan.bench;

import com.easy.query.core.common.ToSQLResult;
import dev.rowan.bench.driver.OneConnection;
import dev.rowan.render.RenderedSql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** {@link R2Report} with the peers; MyBatis Dynamic SQL has no common table expressions. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class R2Peers {
    private final R2Report ours = new R2Report();
    private final Jooq jooq = new Jooq();
    private final DataSource none = OneConnection.ofColumns(new Object[0], 0);
    private final EasyQueries easyQuery = new EasyQueries(none);
    private final Jimmers jimmer = new Jimmers(none);
    private final LocalDate since = LocalDate.of(2026, 3, 1);
    private int bulk = 10;
    private long atLeast = 5;

    /** Makes sure that what the contestants render yields the same rows. */
    void check() throws SQLException {
        int some = 3; // of the items are as many
        var rows = rows(ReportByHand.report(since, some, atLeast));
        Agreement.same("presence of rows", true, rows.size() > 1);
        Agreement.same("rows of jOOQ", rows, rows(jooq.report(since, some, atLeast)));
        Agreement.same("rows of QueryDSL", rows, rows(Querydsl.report(since, some, atLeast)));
        Agreement.same(
                "rows of easy-query", rows, rows(EasyQueries.textAndBinds(easyQuery.report(since, some, atLeast))));
        Agreement.same("rows of Jimmer", rows, rows(jimmer.report(since, some, atLeast)));
    }

    private static List<List<@Nullable Object>> rows(TextAndBinds query) throws SQLException {
        return RenderedOnH2.rows(70, query); // some customers own none that is fragile
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
        return jooq.report(since, bulk, atLeast);
    }

    @Benchmark
    public TextAndBinds querydsl() {
        return Querydsl.report(since, bulk, atLeast);
    }

    @Benchmark
    public ToSQLResult easyQuery() {
        return easyQuery.report(since, bulk, atLeast);
    }

    @Benchmark
    public TextAndBinds jimmer() {
        return jimmer.report(since, bulk, atLeast);
    }
}
