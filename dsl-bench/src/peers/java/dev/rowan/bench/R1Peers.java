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
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** {@link R1BuildAndRender} with the peers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class R1Peers {
    private final R1BuildAndRender ours = new R1BuildAndRender();
    private final Jooq jooq = new Jooq();
    private final DataSource none = OneConnection.ofColumns(new Object[0], 0);
    private final EasyQueries easyQuery = new EasyQueries(none);
    private final Jimmers jimmer = new Jimmers(none);
    private final LocalDate since = LocalDate.of(2026, 3, 1);
    private long owner = 5_000;
    private long limit = 20;

    /** Makes sure that what the contestants render yields the same rows. */
    void check() throws SQLException {
        var rows = rows(byHand());
        Agreement.same("presence of rows", true, rows.size() > 1);
        Agreement.same("rows of jOOQ", rows, rows(jooq()));
        Agreement.same("rows of QueryDSL", rows, rows(querydsl()));
        Agreement.same("rows of easy-query", rows, rows(EasyQueries.textAndBinds(easyQuery())));
        Agreement.same("rows of Jimmer", rows, rows(jimmer()));
    }

    private static List<List<@Nullable Object>> rows(TextAndBinds query) throws SQLException {
        return RenderedOnH2.rows(300, query);
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
        return jooq.page(owner, since, limit);
    }

    @Benchmark
    public TextAndBinds querydsl() {
        return Querydsl.page(owner, since, limit);
    }

    @Benchmark
    public SelectStatementProvider myBatis() {
        return MyBatis.page(owner, since, limit);
    }

    @Benchmark
    public ToSQLResult easyQuery() {
        return easyQuery.page(owner, since, limit);
    }

    @Benchmark
    public TextAndBinds jimmer() {
        return jimmer.page(owner, since, (int) limit);
    }
}
