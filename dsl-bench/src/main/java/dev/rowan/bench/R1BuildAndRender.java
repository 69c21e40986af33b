package dev.rowan.bench;

import static dev.rowan.bench.Parcels.PARCEL;
import static dev.rowan.query.Sql.compile;
import static dev.rowan.query.Sql.select;

import dev.rowan.bench.driver.OneConnection;
import dev.rowan.execute.Database;
import dev.rowan.expression.Condition;
import dev.rowan.query.Compiled2;
import dev.rowan.query.RowQuery;
import dev.rowan.query.SqlQuery;
import dev.rowan.render.RenderedSql;
import dev.rowan.type.SqlType;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What does it cost to build a query and to render it, compared with appending the same text to a presized
 * {@code StringBuilder} and collecting the same binds? Six columns, two conditions, an order and a limit.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class R1BuildAndRender {
    private static final LocalDate SINCE = LocalDate.of(2026, 3, 1);
    private static final SqlQuery<?> HELD = query(5_000, SINCE, 20);

    private static final Compiled2<Long, LocalDate, ?> COMPILED = compile(
            SqlType.BIGINT,
            SqlType.DATE,
            (owner, since) -> page(PARCEL.OWNER_ID.eq(owner), PARCEL.SENT_ON.ge(since), 20));

    private static final String TABLE = "\"parcels\"";
    private static final String ID = "\"parcels\".\"id\"";
    private static final String SENT_ON = "\"parcels\".\"sent_on\"";
    private static final String OWNER_ID = "\"parcels\".\"owner_id\"";
    private static final String[] COLUMNS = {
        ID, "\"parcels\".\"label\"", "\"parcels\".\"pieces\"", "\"parcels\".\"weight\"", SENT_ON, "\"parcels\".\"note\""
    };

    private final Database database = Database.of(OneConnection.ofColumns(new Object[0], 0), Backend.DIALECT);
    private final LocalDate since = SINCE;
    private long owner = 5_000;
    private long limit = 20;

    /** The baseline. */
    @Benchmark
    public TextAndBinds byHand() {
        StringBuilder sql = new StringBuilder(256).append("select ");
        for (int i = 0; i < COLUMNS.length; i++) {
            sql.append(i == 0 ? "" : ", ").append(COLUMNS[i]);
        }
        sql.append(" from ").append(TABLE);
        sql.append(" where ").append(OWNER_ID).append(" = ?");
        sql.append(" and ").append(SENT_ON).append(" >= ?");
        sql.append(" order by ").append(ID).append(" desc");
        sql.append(" fetch first ?").append(" rows only");
        return new TextAndBinds(sql.toString(), new Object[] {owner, since, limit});
    }

    /** A query that is built anew each time. */
    @Benchmark
    public RenderedSql rowanBuiltAnew() {
        return Backend.DIALECT.render(query(owner, since, limit));
    }

    /** A query that is held in a static field; the database has remembered its text. */
    @Benchmark
    public RenderedSql rowanHeld() {
        return database.render(HELD);
    }

    /** A query that is compiled, and gets its values each time. */
    @Benchmark
    public RenderedSql rowanCompiled() {
        return database.render(COMPILED.with(owner, since));
    }

    private static SqlQuery<?> query(long owner, LocalDate since, long limit) {
        return page(PARCEL.OWNER_ID.eq(owner), PARCEL.SENT_ON.ge(since), limit);
    }

    private static RowQuery<?> page(Condition own, Condition recent, long limit) {
        return select(PARCEL.ID, PARCEL.LABEL, PARCEL.PIECES, PARCEL.WEIGHT, PARCEL.SENT_ON, PARCEL.NOTE)
                .from(PARCEL)
                .where(own)
                .where(recent)
                .orderBy(PARCEL.ID.desc())
                .limit(limit);
    }
}
