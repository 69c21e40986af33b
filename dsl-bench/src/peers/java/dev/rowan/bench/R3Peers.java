package dev.rowan.bench;

import com.easy.query.core.common.ToSQLResult;
import dev.rowan.bench.R3Search.Filters;
import dev.rowan.bench.driver.OneConnection;
import dev.rowan.render.RenderedSql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** {@link R3Search} with the peers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class R3Peers {
    private final R3Search ours = new R3Search();
    private final Jooq jooq = new Jooq();
    private final DataSource none = OneConnection.ofColumns(new Object[0], 0);
    private final EasyQueries easyQuery = new EasyQueries(none);
    private final Jimmers jimmer = new Jimmers(none);

    /** Makes sure that what the contestants render yields the same rows. */
    void check() throws SQLException {
        Filters some = new Filters(
                null, 3, null, 9.75, new BigDecimal("99.99"), LocalDate.of(2026, 1, 5), null, List.of(5_007L, 5_008L));
        var rows = rows(SearchByHand.search(some));
        Agreement.same("presence of rows", true, rows.size() > 1);
        Agreement.same("rows of jOOQ", rows, rows(jooq.search(some)));
        Agreement.same("rows of QueryDSL", rows, rows(Querydsl.search(some)));
        Agreement.same("rows of easy-query", rows, rows(EasyQueries.textAndBinds(easyQuery.search(some))));
        Agreement.same("rows of Jimmer", rows, rows(jimmer.search(some)));
    }

    private static List<List<@Nullable Object>> rows(TextAndBinds query) throws SQLException {
        return RenderedOnH2.rows(70, query);
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
        return jooq.search(ours.filters);
    }

    @Benchmark
    public TextAndBinds querydsl() {
        return Querydsl.search(ours.filters);
    }

    @Benchmark
    public SelectStatementProvider myBatis() {
        return MyBatis.search(ours.filters);
    }

    @Benchmark
    public ToSQLResult easyQuery() {
        return easyQuery.search(ours.filters);
    }

    @Benchmark
    public TextAndBinds jimmer() {
        return jimmer.search(ours.filters);
    }
}
