package dev.rowan.dialect.rendering;

import static dev.rowan.dialect.rendering.Papers.PAPER;
import static dev.rowan.expression.Functions.castToNumber;
import static dev.rowan.expression.Functions.castToText;
import static dev.rowan.expression.Functions.greatest;
import static dev.rowan.expression.Functions.stringAgg;
import static dev.rowan.expression.Functions.when;
import static dev.rowan.expression.TimePart.DAY;
import static dev.rowan.expression.TimePart.HOUR;
import static dev.rowan.expression.TimePart.MONTH;
import static dev.rowan.expression.TimePart.SECOND;
import static dev.rowan.expression.TimePart.WEEK;
import static dev.rowan.expression.TimePart.YEAR;
import static dev.rowan.query.Sql.select;

import dev.rowan.contract.RenderingTest;
import dev.rowan.type.SqlType;
import org.junit.jupiter.api.Test;

final class ExpressionRenderingTest extends RenderingTest {
    @Test
    void castsNameTheTypesOfTheServer() {
        assertRenders(select(
                                PAPER.ID.cast(SqlType.INTEGER),
                                castToText(PAPER.ID),
                                castToNumber(PAPER.T, SqlType.decimal(10, 2)))
                        .from(PAPER))
                .as(
                        "select cast(\"p\".\"id\" as integer), cast(\"p\".\"id\" as varchar), cast(\"p\".\"t\" as decimal(10, 2)) from \"p\"")
                .on(
                        "PostgreSQL",
                        "select cast(\"p\".\"id\" as integer), cast(\"p\".\"id\" as text), cast(\"p\".\"t\" as decimal(10, 2)) from \"p\"")
                .on(
                        "MySQL",
                        "select cast(`p`.`id` as signed), cast(`p`.`id` as char), cast(`p`.`t` as decimal(10, 2)) from `p`")
                .on(
                        "MariaDB",
                        "select cast(`p`.`id` as signed), cast(`p`.`id` as char), cast(`p`.`t` as decimal(10, 2)) from `p`")
                .on(
                        "SQLite",
                        "select cast(\"p\".\"id\" as integer), cast(\"p\".\"id\" as text), cast(\"p\".\"t\" as numeric) from \"p\"")
                .on(
                        "SQL Server",
                        "select cast([p].[id] as int), cast([p].[id] as nvarchar(max)), cast([p].[t] as "
                                + "decimal(10, 2)) from [p]");
    }

    @Test
    void textsAreJoined() {
        assertRenders(select(stringAgg(PAPER.T, ", ")).from(PAPER))
                .as("select string_agg(\"p\".\"t\", ?) from \"p\"")
                .binds(", ")
                .on(
                        "MySQL",
                        "select /*+ set_var(group_concat_max_len = 4294967295) */ group_concat(`p`.`t` separator 0x2c20) from `p`")
                .binds()
                .on(
                        "MariaDB",
                        "set statement group_concat_max_len = 4294967295 for select group_concat(`p`.`t` separator 0x2c20) from `p`")
                .binds()
                .on(
                        "Trino",
                        "select reduce(array_agg(\"p\".\"t\"), cast(null as varchar), (s, e) -> case when e is null then s when s is null then e else s || ? || e end, s -> s) from \"p\"")
                .on("SQL Server", "select string_agg(cast([p].[t] as nvarchar(max)), ?) from [p]");
        assertRenders(select(stringAgg(PAPER.T, ", ", PAPER.ID.desc())).from(PAPER))
                .as("select string_agg(\"p\".\"t\", ? order by \"p\".\"id\" desc) from \"p\"")
                .binds(", ")
                .on(
                        "MySQL",
                        "select /*+ set_var(group_concat_max_len = 4294967295) */ group_concat(`p`.`t` order by `p`.`id` desc separator 0x2c20) from `p`")
                .binds()
                .on(
                        "MariaDB",
                        "set statement group_concat_max_len = 4294967295 for select group_concat(`p`.`t` order by `p`.`id` desc separator 0x2c20) from `p`")
                .binds()
                .on(
                        "Trino",
                        "select reduce(array_agg(\"p\".\"t\" order by \"p\".\"id\" desc), cast(null as varchar), (s, e) -> case when e is null then s when s is null then e else s || ? || e end, s -> s) from \"p\"")
                .on(
                        "SQL Server",
                        "select string_agg(cast([p].[t] as nvarchar(max)), ?) within group (order by [p].[id] "
                                + "desc) from [p]");
    }

    @Test
    void distinctnessKnowsNull() {
        assertRenders(select(PAPER.ID).from(PAPER).where(PAPER.N.isDistinctFrom(1)))
                .as("select \"p\".\"id\" from \"p\" where \"p\".\"n\" is distinct from ?")
                .binds(1)
                .on("MySQL", "select `p`.`id` from `p` where not (`p`.`n` <=> ?)")
                .on("MariaDB", "select `p`.`id` from `p` where not (`p`.`n` <=> ?)");
        assertRenders(select(PAPER.ID).from(PAPER).where(PAPER.N.isNotDistinctFrom(PAPER.N.plus(1))))
                .as("select \"p\".\"id\" from \"p\" where \"p\".\"n\" is not distinct from \"p\".\"n\" + ?")
                .binds(1)
                .on("MySQL", "select `p`.`id` from `p` where `p`.`n` <=> `p`.`n` + ?")
                .on("MariaDB", "select `p`.`id` from `p` where `p`.`n` <=> `p`.`n` + ?");
    }

    @Test
    void caseIsIgnored() {
        assertRenders(select(PAPER.ID).from(PAPER).where(PAPER.T.ilike("a_%")))
                .as("select \"p\".\"id\" from \"p\" where \"p\".\"t\" ilike ?")
                .binds("a_%")
                .on(
                        "MySQL",
                        "select `p`.`id` from `p` where lower(`p`.`t`) like lower(cast(? as char)) collate utf8mb4_0900_bin")
                .on(
                        "MariaDB",
                        "select `p`.`id` from `p` where lower(`p`.`t`) like lower(cast(? as char)) collate utf8mb4_nopad_bin")
                .on("SQLite", "select \"p\".\"id\" from \"p\" where lower(\"p\".\"t\") glob lower(?)")
                .binds("a?*")
                .on("Trino", "select \"p\".\"id\" from \"p\" where lower(\"p\".\"t\") like lower(?)")
                .on("SQL Server", "select [p].[id] from [p] where lower([p].[t]) like lower(?)");
    }

    @Test
    void regularExpressionsMatch() {
        assertRenders(select(PAPER.ID).from(PAPER).where(PAPER.T.matches("^a+")))
                .as("select \"p\".\"id\" from \"p\" where regexp_like(\"p\".\"t\", ?)")
                .binds("^a+")
                .on("H2", "select \"p\".\"id\" from \"p\" where regexp_like(\"p\".\"t\", ?, 'c')")
                .on("PostgreSQL", "select \"p\".\"id\" from \"p\" where (\"p\".\"t\" ~ ?)")
                .on(
                        "MySQL",
                        "select `p`.`id` from `p` where regexp_like(`p`.`t`, cast(? as char) collate utf8mb4_0900_bin, 'c')")
                .on("MariaDB", "select `p`.`id` from `p` where (`p`.`t` rlike concat('(?-i)', ?))")
                .withoutFunctionOn("SQLite", "regexp_like")
                .on("DuckDB", "select \"p\".\"id\" from \"p\" where regexp_matches(\"p\".\"t\", ?)")
                .withoutFunctionOn("SQL Server", "regexp_like");
    }

    @Test
    void partsOfTimesAreTaken() {
        assertRenders(select(PAPER.DAY.get(YEAR), PAPER.DAY.get(WEEK)).from(PAPER))
                .as("select extract(year from \"p\".\"d\"), extract(week from \"p\".\"d\") from \"p\"")
                .on("H2", "select extract(year from \"p\".\"d\"), extract(iso_week from \"p\".\"d\") from \"p\"")
                .on(
                        "PostgreSQL",
                        "select cast(floor(extract(year from \"p\".\"d\")) as integer), cast(floor(extract(week from \"p\".\"d\")) as integer) from \"p\"")
                .on("MySQL", "select extract(year from `p`.`d`), week(`p`.`d`, 3) from `p`")
                .on("MariaDB", "select extract(year from `p`.`d`), week(`p`.`d`, 3) from `p`")
                .on(
                        "SQLite",
                        "select cast(strftime('%Y', \"p\".\"d\") as integer), cast(strftime('%V', \"p\".\"d\") as integer) from \"p\"")
                .on(
                        "DuckDB",
                        "select cast(extract(year from \"p\".\"d\") as integer), cast(extract(week from \"p\".\"d\") as integer) from \"p\"")
                .on(
                        "Trino",
                        "select cast(extract(year from \"p\".\"d\") as integer), cast(extract(week from \"p\".\"d\") as integer) from \"p\"")
                .on("SQL Server", "select datepart(year, [p].[d]), datepart(iso_week, [p].[d]) from [p]");
        assertRenders(select(PAPER.AT.get(HOUR)).from(PAPER))
                .as("select extract(hour from \"p\".\"at\") from \"p\"")
                .on("H2", "select extract(hour from (\"p\".\"at\" at time zone 'UTC')) from \"p\"")
                .on(
                        "PostgreSQL",
                        "select cast(floor(extract(hour from (\"p\".\"at\" at time zone 'UTC'))) as integer) from \"p\"")
                .on("SQLite", "select cast(strftime('%H', \"p\".\"at\") as integer) from \"p\"")
                .on("DuckDB", "select cast(extract(hour from (\"p\".\"at\" at time zone 'UTC')) as integer) from \"p\"")
                .on("Trino", "select cast(extract(hour from (\"p\".\"at\" at time zone 'UTC')) as integer) from \"p\"")
                .on("SQL Server", "select datepart(hour, switchoffset([p].[at], '+00:00')) from [p]");
        assertRenders(select(PAPER.AT.get(SECOND)).from(PAPER))
                .as("select extract(second from \"p\".\"at\") from \"p\"")
                .on(
                        "H2",
                        "select cast(floor(extract(second from (\"p\".\"at\" at time zone 'UTC'))) as integer) from \"p\"")
                .on(
                        "PostgreSQL",
                        "select cast(floor(extract(second from (\"p\".\"at\" at time zone 'UTC'))) as integer) from \"p\"")
                .on("SQLite", "select cast(strftime('%S', \"p\".\"at\") as integer) from \"p\"")
                .on(
                        "DuckDB",
                        "select cast(extract(second from (\"p\".\"at\" at time zone 'UTC')) as integer) from \"p\"")
                .on(
                        "Trino",
                        "select cast(extract(second from (\"p\".\"at\" at time zone 'UTC')) as integer) from \"p\"")
                .on("SQL Server", "select datepart(second, switchoffset([p].[at], '+00:00')) from [p]");
    }

    @Test
    void timesAreMovedAndCut() {
        assertRenders(select(PAPER.DAY.plus(3, MONTH)).from(PAPER))
                .as("select (\"p\".\"d\" + ? * interval '1' month) from \"p\"")
                .binds(3)
                .on("H2", "select dateadd(month, ?, \"p\".\"d\") from \"p\"")
                .on("PostgreSQL", "select cast(\"p\".\"d\" + ? * interval '1 month' as date) from \"p\"")
                .on("MySQL", "select date_add(`p`.`d`, interval ? month) from `p`")
                .on("MariaDB", "select date_add(`p`.`d`, interval ? month) from `p`")
                .on("SQLite", "select date(\"p\".\"d\", ? || ' month', 'floor') from \"p\"")
                .on("DuckDB", "select cast(\"p\".\"d\" + ? * interval '1 month' as date) from \"p\"")
                .on("Trino", "select date_add('month', ?, \"p\".\"d\") from \"p\"")
                .on("SQL Server", "select dateadd(month, ?, [p].[d]) from [p]");
        assertRenders(select(PAPER.AT.minus(2, HOUR)).from(PAPER))
                .as("select (\"p\".\"at\" + ? * interval '1' hour) from \"p\"")
                .binds(-2)
                .on("H2", "select dateadd(hour, ?, (\"p\".\"at\" at time zone 'UTC')) from \"p\"")
                .on(
                        "PostgreSQL",
                        "select (((\"p\".\"at\" at time zone 'UTC') + ? * interval '1 hour') at time zone 'UTC') from \"p\"")
                .on("MySQL", "select date_add(`p`.`at`, interval ? hour) from `p`")
                .on("MariaDB", "select date_add(`p`.`at`, interval ? hour) from `p`")
                .on(
                        "SQLite",
                        "select (strftime('%Y-%m-%dT%H:%M:%S', substr(\"p\".\"at\", 1, 19), ? || ' hour', 'floor') || substr(\"p\".\"at\", 20)) from \"p\"")
                .on(
                        "DuckDB",
                        "select (((\"p\".\"at\" at time zone 'UTC') + ? * interval '1 hour') at time zone 'UTC') from \"p\"")
                .on("Trino", "select date_add('hour', ?, (\"p\".\"at\" at time zone 'UTC')) from \"p\"")
                .on("SQL Server", "select dateadd(hour, ?, switchoffset([p].[at], '+00:00')) from [p]");
        assertRenders(select(PAPER.AT.truncatedTo(DAY)).from(PAPER))
                .as("select date_trunc('day', \"p\".\"at\") from \"p\"")
                .on("H2", "select date_trunc(day, (\"p\".\"at\" at time zone 'UTC')) from \"p\"")
                .on("PostgreSQL", "select date_trunc('day', \"p\".\"at\", 'UTC') from \"p\"")
                .on("MySQL", "select cast(date_format(`p`.`at`, '%Y-%m-%d 00:00:00') as datetime(6)) from `p`")
                .on("MariaDB", "select cast(date_format(`p`.`at`, '%Y-%m-%d 00:00:00') as datetime(6)) from `p`")
                .on("SQLite", "select (substr(\"p\".\"at\", 1, 10) || 'T00:00:00.000000' || 'Z') from \"p\"")
                .on(
                        "DuckDB",
                        "select ((date_trunc('day', (\"p\".\"at\" at time zone 'UTC'))) at time zone 'UTC') from \"p\"")
                .on("Trino", "select date_trunc('day', (\"p\".\"at\" at time zone 'UTC')) from \"p\"")
                .on("SQL Server", "select datetrunc(day, switchoffset([p].[at], '+00:00')) from [p]");
    }

    @Test
    void caseChooses() {
        assertRenders(select(when(PAPER.N.gt(1), "many")
                                .when(PAPER.N.eq(1), "one")
                                .otherwise("none"))
                        .from(PAPER))
                .as("select case when \"p\".\"n\" > ? then ? when \"p\".\"n\" = ? then ? else ? end from \"p\"")
                .binds(1, "many", 1, "one", "none")
                .on(
                        "H2",
                        "select case when \"p\".\"n\" > ? then cast(? as varchar) when \"p\".\"n\" = ? then ? else ? end from \"p\"");
    }

    @Test
    void nullWinsInGreatest() {
        assertRenders(select(greatest(PAPER.N, PAPER.N.plus(1))).from(PAPER))
                .as("select greatest(\"p\".\"n\", \"p\".\"n\" + ?) from \"p\"")
                .binds(1)
                .on(
                        "H2",
                        "select case when \"p\".\"n\" is null or (\"p\".\"n\" + ?) is null then null else greatest(\"p\".\"n\", \"p\".\"n\" + ?) end from \"p\"")
                .binds(1, 1)
                .on(
                        "PostgreSQL",
                        "select case when \"p\".\"n\" is null or (\"p\".\"n\" + ?) is null then null else greatest(\"p\".\"n\", \"p\".\"n\" + ?) end from \"p\"")
                .binds(1, 1)
                .on("SQLite", "select max(\"p\".\"n\", \"p\".\"n\" + ?) from \"p\"")
                .on(
                        "DuckDB",
                        "select case when \"p\".\"n\" is null or (\"p\".\"n\" + ?) is null then null else greatest(\"p\".\"n\", \"p\".\"n\" + ?) end from \"p\"")
                .binds(1, 1)
                .on(
                        "SQL Server",
                        "select case when [p].[n] is null or ([p].[n] + ?) is null then null else "
                                + "greatest([p].[n], [p].[n] + ?) end from [p]")
                .binds(1, 1);
    }
}
