package dev.rowan.dialect.rendering;

import static dev.rowan.dialect.rendering.Papers.PAPER;
import static dev.rowan.expression.Frame.currentRow;
import static dev.rowan.expression.Frame.following;
import static dev.rowan.expression.Frame.preceding;
import static dev.rowan.expression.Frame.unboundedFollowing;
import static dev.rowan.expression.Frame.unboundedPreceding;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.lag;
import static dev.rowan.expression.Functions.lastValue;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.rank;
import static dev.rowan.expression.Functions.rowNumber;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.query.Sql.select;

import dev.rowan.contract.RenderingTest;
import dev.rowan.expression.Frame;
import dev.rowan.expression.Window;
import dev.rowan.render.Feature;
import org.junit.jupiter.api.Test;

final class WindowRenderingTest extends RenderingTest {
    @Test
    void windowHasPartitionOrderAndFrame() {
        assertRenders(select(rowNumber().over(Window.by(PAPER.ID.asc()))).from(PAPER))
                .as("select row_number() over (order by \"p\".\"id\" asc) from \"p\"");
        assertRenders(select(sum(PAPER.N).over(Window.ALL)).from(PAPER))
                .as("select sum(\"p\".\"n\") over () from \"p\"")
                .on("SQL Server", "select sum(cast([p].[n] as decimal(38, 0))) over () from [p]");
        assertRenders(select(max(PAPER.N)
                                .over(Window.partitionBy(PAPER.T)
                                        .orderBy(PAPER.ID.desc())
                                        .rows(preceding(1), currentRow())))
                        .from(PAPER))
                .as(
                        "select max(\"p\".\"n\") over (partition by \"p\".\"t\" order by \"p\".\"id\" desc rows between 1 preceding and current row) from \"p\"");
        assertRenders(select(max(PAPER.N)
                                .over(Window.by(PAPER.ID.asc()).range(unboundedPreceding(), unboundedFollowing())))
                        .from(PAPER))
                .as(
                        "select max(\"p\".\"n\") over (order by \"p\".\"id\" asc range between unbounded preceding and unbounded following) from \"p\"");
    }

    @Test
    void orderOfAWindowPutsNullsWhereAsked() {
        assertRenders(select(rank().over(Window.by(PAPER.N.asc().nullsLast()))).from(PAPER))
                .as("select rank() over (order by \"p\".\"n\" asc nulls last) from \"p\"")
                .on("MySQL", "select rank() over (order by `p`.`n` is null asc, `p`.`n` asc) from `p`")
                .on("MariaDB", "select rank() over (order by `p`.`n` is null asc, `p`.`n` asc) from `p`")
                .on(
                        "SQL Server",
                        "select rank() over (order by case when [p].[n] is null then 1 else 0 end, [p].[n] asc) from [p]");
    }

    @Test
    void framesOfGroupsAndExclusion() {
        assertRenders(select(max(PAPER.N).over(Window.by(PAPER.ID.asc()).groups(preceding(1), following(2))))
                        .from(PAPER))
                .as(
                        "select max(\"p\".\"n\") over (order by \"p\".\"id\" asc groups between 1 preceding and 2 following) from \"p\"")
                .unsupportedOn("MySQL", Feature.GROUPS_FRAME)
                .unsupportedOn("MariaDB", Feature.GROUPS_FRAME)
                .unsupportedOn("SQL Server", Feature.GROUPS_FRAME);
        assertRenders(select(max(PAPER.N)
                                .over(Window.by(PAPER.ID.asc())
                                        .rows(unboundedPreceding(), currentRow())
                                        .exclude(Frame.Exclusion.CURRENT_ROW)))
                        .from(PAPER))
                .as(
                        "select max(\"p\".\"n\") over (order by \"p\".\"id\" asc rows between unbounded preceding and current row exclude current row) from \"p\"")
                .unsupportedOn("MySQL", Feature.FRAME_EXCLUSION)
                .unsupportedOn("MariaDB", Feature.FRAME_EXCLUSION)
                .unsupportedOn("Trino", Feature.FRAME_EXCLUSION)
                .unsupportedOn("SQL Server", Feature.FRAME_EXCLUSION);
    }

    @Test
    void namedWindowIsDefinedOnceAfterHaving() {
        Window w = Window.partitionBy(PAPER.T).orderBy(PAPER.ID.asc()).as("w");
        assertRenders(select(rowNumber().over(w), lag(PAPER.ID, 1).over(w))
                        .from(PAPER)
                        .where(PAPER.N.gt(0))
                        .orderBy(PAPER.ID.asc()))
                .as(
                        "select row_number() over \"w\", lag(\"p\".\"id\", ?) over \"w\" from \"p\" where \"p\".\"n\" > ? window \"w\" as (partition by \"p\".\"t\" order by \"p\".\"id\" asc) order by \"p\".\"id\" asc")
                .binds(1, 0);
    }

    @Test
    void nullsAreIgnored() {
        assertRenders(select(lastValue(PAPER.N).ignoreNulls().over(Window.by(PAPER.ID.asc())))
                        .from(PAPER))
                .as("select last_value(\"p\".\"n\") ignore nulls over (order by \"p\".\"id\" asc) from \"p\"")
                .unsupportedOn("PostgreSQL", Feature.IGNORE_NULLS)
                .unsupportedOn("MySQL", Feature.IGNORE_NULLS)
                .unsupportedOn("MariaDB", Feature.IGNORE_NULLS)
                .unsupportedOn("SQLite", Feature.IGNORE_NULLS)
                .on(
                        "DuckDB",
                        "select last_value(\"p\".\"n\" ignore nulls) over (order by \"p\".\"id\" asc) from \"p\"");
    }

    @Test
    void aggregateIsFiltered() {
        assertRenders(select(count().filter(PAPER.N.gt(1))).from(PAPER))
                .as("select count(*) filter (where \"p\".\"n\" > ?) from \"p\"")
                .binds(1)
                .on("MySQL", "select count(case when `p`.`n` > ? then ? end) from `p`")
                .binds(1, 1)
                .on("MariaDB", "select count(case when `p`.`n` > ? then ? end) from `p`")
                .binds(1, 1)
                .on("SQL Server", "select count_big(case when [p].[n] > ? then ? end) from [p]")
                .binds(1, 1);
        assertRenders(select(sum(PAPER.N).filter(PAPER.T.eq("a").or(PAPER.T.isNull())))
                        .from(PAPER))
                .as("select sum(\"p\".\"n\") filter (where \"p\".\"t\" = ? or \"p\".\"t\" is null) from \"p\"")
                .binds("a")
                .on("MySQL", "select sum(case when `p`.`t` = ? or `p`.`t` is null then `p`.`n` end) from `p`")
                .on("MariaDB", "select sum(case when `p`.`t` = ? or `p`.`t` is null then `p`.`n` end) from `p`")
                .on(
                        "SQL Server",
                        "select sum(cast(case when [p].[t] = ? or [p].[t] is null then [p].[n] end as decimal(38, "
                                + "0))) from [p]");
        assertRenders(select(sum(PAPER.N).filter(PAPER.N.gt(1)).over(Window.partitionBy(PAPER.T)))
                        .from(PAPER))
                .as("select sum(\"p\".\"n\") filter (where \"p\".\"n\" > ?) over (partition by \"p\".\"t\") from \"p\"")
                .binds(1)
                .on("MySQL", "select sum(case when `p`.`n` > ? then `p`.`n` end) over (partition by `p`.`t`) from `p`")
                .on(
                        "MariaDB",
                        "select sum(case when `p`.`n` > ? then `p`.`n` end) over (partition by `p`.`t`) from `p`")
                .on(
                        "SQL Server",
                        "select sum(cast(case when [p].[n] > ? then [p].[n] end as decimal(38, 0))) over "
                                + "(partition by [p].[t]) from [p]");
    }
}
