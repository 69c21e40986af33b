package dev.rowan.dialect.trino;

import static dev.rowan.expression.Functions.all;
import static dev.rowan.expression.Functions.any;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.scalar;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.exists;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.dialect.duckdb.DuckDbDialect;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Setting;
import dev.rowan.expression.Window;
import dev.rowan.query.Compiled1;
import dev.rowan.query.Sql;
import dev.rowan.query.SqlStatement;
import dev.rowan.render.Dialect;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PlainColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.type.SqlType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What Trino has written differently, and what of it is refused before it is sent. */
final class TrinoRenderingTest {
    private static final Dialect TRINO = new TrinoDialect(435);
    private static final Days DAY = new Days(TableName.of("day"));
    private static final Days OTHER = alias(DAY, "other");
    private static final Days THIRD = alias(DAY, "third");

    private record Day(
            long id,
            @Nullable LocalDate d,
            @Nullable LocalTime t,
            @Nullable LocalDateTime at,
            @Nullable Instant instant,
            @Nullable UUID uuid) {}

    private static final class Days extends Table<Day> {
        final NumberColumn<Day, Long> ID = bigint("id").notNull();
        final TemporalColumn<Day, @Nullable LocalDate> D = date("d");
        final TemporalColumn<Day, @Nullable LocalTime> T = time("t");
        final TemporalColumn<Day, @Nullable LocalDateTime> AT = timestamp("at");
        final TemporalColumn<Day, @Nullable Instant> INSTANT = instant("instant");
        final PlainColumn<Day, @Nullable UUID> UUID = uuid("uuid");

        Days(TableName name) {
            super(name, Day.class, Days::new);
        }
    }

    private static String text(SqlStatement statement) {
        return TRINO.render(statement).text();
    }

    private static void assertRefused(SqlStatement statement, String what) {
        assertThatThrownBy(() -> TRINO.render(statement))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining(" has no " + what + ";");
    }

    @Test
    void settingsAreConvertedAsValuesAre() {
        Setting<LocalDate> day = Setting.of("day", SqlType.DATE);
        Setting<Instant> instant = Setting.of("instant", SqlType.INSTANT);

        assertThat(text(select(DAY.ID).from(DAY).where(DAY.D.eq(day).and(DAY.T.eq(Setting.of("time", SqlType.TIME))))))
                .endsWith("where \"day\".\"d\" = cast(? as date) and \"day\".\"t\" = cast(? as time(6))");
        assertThat(text(select(DAY.ID)
                        .from(DAY)
                        .where(DAY.AT.eq(Setting.of("at", SqlType.TIMESTAMP)).and(DAY.INSTANT.gt(instant)))))
                .endsWith(
                        "\"at\" = cast(? as timestamp(6)) and \"day\".\"instant\" > cast(? as timestamp(6) with time zone)");
        assertThat(text(insertInto(DAY).set(DAY.ID, 1).set(DAY.UUID, Setting.of("uuid", SqlType.UUID))))
                .isEqualTo("insert into \"day\" (\"id\", \"uuid\") values (?, cast(? as uuid))");
        assertThat(new DuckDbDialect(2, 0)
                        .render(select(DAY.ID).from(DAY).where(DAY.D.eq(day)))
                        .text())
                .endsWith("= cast(? as date)");
    }

    @Test
    void parametersOfCompiledQueriesAreConvertedAsValuesAre() {
        Compiled1<LocalDate, Long> since =
                Sql.compile(SqlType.DATE, day -> select(DAY.ID).from(DAY).where(DAY.D.ge(day)));

        assertThat(text(since.with(LocalDate.of(2026, 1, 1)))).endsWith("\"d\" >= cast(? as date)");
    }

    @Test
    void columnBeyondTheOuterQueryIsRefused() {
        assertRefused(
                select(DAY.ID)
                        .from(DAY)
                        .where(exists(select().from(OTHER)
                                .where(OTHER.ID.eq(DAY.ID))
                                .where(exists(select().from(THIRD).where(THIRD.ID.eq(DAY.ID)))))),
                "column of a query around the outer one");
        assertThat(text(select(DAY.ID)
                        .from(DAY)
                        .where(exists(select().from(OTHER)
                                .where(OTHER.ID.eq(DAY.ID))
                                .where(exists(select().from(THIRD).where(THIRD.ID.eq(OTHER.ID))))))))
                .contains("exists (select 1 from \"day\" as \"third\"");
    }

    @Test
    void whatCutsTheRowsOfACorrelatedSubqueryIsRefused() {
        var same = select(OTHER.ID).from(OTHER).where(OTHER.D.eq(DAY.D));

        assertRefused(
                select(DAY.ID)
                        .from(DAY)
                        .where(DAY.ID.in(same.orderBy(OTHER.ID.asc()).limit(1))),
                "limit in a subquery that reads columns of the outer query");
        assertRefused(
                select(DAY.ID).from(DAY).where(exists(same.offset(1))),
                "offset in a subquery that reads columns of the outer query");
        assertRefused(
                select(DAY.ID)
                        .from(DAY)
                        .where(DAY.ID.in(same.unionAll(select(THIRD.ID).from(THIRD)))),
                "union, intersect or except in a subquery that reads columns of the outer query");
        assertThat(text(select(DAY.ID).from(DAY).where(exists(same.limit(3))))).doesNotContain("fetch", "limit");
        assertThat(text(select(scalar(same.orderBy(OTHER.ID.asc()).limit(1))).from(DAY)))
                .contains("fetch first ? rows only");
        assertThat(text(select(DAY.ID)
                        .from(DAY)
                        .where(DAY.ID.in(select(OTHER.ID).from(OTHER).limit(2)))))
                .contains("fetch first ? rows only");
    }

    @Test
    void noRowIsAskedForByLimit() {
        assertThat(text(select(DAY.ID).from(DAY).limit(0))).isEqualTo("select \"day\".\"id\" from \"day\" limit ?");
        assertRefused(
                select(DAY.ID).from(DAY).orderBy(DAY.ID.asc()).limit(1L << 31),
                "limit of more than 2147483647 sorted rows");
    }

    @Test
    void subqueryInValuesIsRefused() {
        assertRefused(
                insertInto(DAY).set(DAY.ID, 1).set(DAY.D, scalar(select(OTHER.D).from(OTHER))),
                "subquery in the values of an insert");
    }

    @Test
    void equalityWithAllIsTwoComparisons() {
        var dates = select(OTHER.D).from(OTHER);
        String rows = " (select \"other\".\"d\" from \"day\" as \"other\")";

        assertThat(text(select(DAY.ID).from(DAY).where(DAY.D.eq(all(dates)))))
                .endsWith("where (\"day\".\"d\" <= all" + rows + " and \"day\".\"d\" >= all" + rows + ")");
        assertThat(text(select(DAY.ID).from(DAY).where(DAY.D.ne(any(dates)))))
                .endsWith("where (\"day\".\"d\" < any" + rows + " or \"day\".\"d\" > any" + rows + ")");
        assertThat(text(select(DAY.ID).from(DAY).where(DAY.D.eq(any(dates))))).endsWith("\"d\" = any" + rows);
    }

    @Test
    void columnIsSortedByItsPlaceWhereANameHidesItsTable() {
        assertThat(text(select(DAY.D, DAY.ID.as("day")).from(DAY).orderBy(DAY.D.desc())))
                .endsWith(" order by 1 desc");
        assertThat(text(select(DAY.D, DAY.ID.as("number")).from(DAY).orderBy(DAY.D.desc())))
                .endsWith(" order by \"day\".\"d\" desc");
    }

    @Test
    void aggregatesAreWideAndFilteredOverWindows() {
        assertThat(text(select(sum(DAY.ID)).from(DAY)))
                .startsWith("select sum(cast(\"day\".\"id\" as decimal(38, 0))) from");
        assertThat(text(select(count().filter(DAY.ID.gt(1)).over(Window.by(DAY.ID.asc())))
                        .from(DAY)))
                .startsWith("select count(case when \"day\".\"id\" > ? then ? end) over (order by");
    }
}
