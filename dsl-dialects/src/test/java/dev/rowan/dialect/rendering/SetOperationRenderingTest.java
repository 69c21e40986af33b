package dev.rowan.dialect.rendering;

import static dev.rowan.dialect.rendering.Papers.PAPER;
import static dev.rowan.query.Sql.select;

import dev.rowan.contract.RenderingTest;
import dev.rowan.render.Feature;
import org.junit.jupiter.api.Test;

final class SetOperationRenderingTest extends RenderingTest {
    @Test
    void operationsStandBetweenTheirOperands() {
        var low = select(PAPER.ID).from(PAPER).where(PAPER.N.lt(1));
        var high = select(PAPER.ID).from(PAPER).where(PAPER.N.gt(2));
        assertRenders(low.union(high))
                .as(
                        "select \"p\".\"id\" from \"p\" where \"p\".\"n\" < ? union select \"p\".\"id\" from \"p\" where \"p\".\"n\" > ?")
                .binds(1, 2);
        assertRenders(low.unionAll(high))
                .as(
                        "select \"p\".\"id\" from \"p\" where \"p\".\"n\" < ? union all select \"p\".\"id\" from \"p\" where \"p\".\"n\" > ?")
                .binds(1, 2);
        assertRenders(low.intersect(high))
                .as(
                        "select \"p\".\"id\" from \"p\" where \"p\".\"n\" < ? intersect select \"p\".\"id\" from \"p\" where \"p\".\"n\" > ?")
                .binds(1, 2);
        assertRenders(low.except(high))
                .as(
                        "select \"p\".\"id\" from \"p\" where \"p\".\"n\" < ? except select \"p\".\"id\" from \"p\" where \"p\".\"n\" > ?")
                .binds(1, 2);
        assertRenders(low.intersectAll(high))
                .as(
                        "select \"p\".\"id\" from \"p\" where \"p\".\"n\" < ? intersect all select \"p\".\"id\" from \"p\" where \"p\".\"n\" > ?")
                .binds(1, 2)
                .unsupportedOn("H2", Feature.INTERSECT_ALL)
                .unsupportedOn("SQLite", Feature.INTERSECT_ALL)
                .unsupportedOn("SQL Server", Feature.INTERSECT_ALL);
        assertRenders(low.exceptAll(high))
                .as(
                        "select \"p\".\"id\" from \"p\" where \"p\".\"n\" < ? except all select \"p\".\"id\" from \"p\" where \"p\".\"n\" > ?")
                .binds(1, 2)
                .unsupportedOn("H2", Feature.EXCEPT_ALL)
                .unsupportedOn("SQLite", Feature.EXCEPT_ALL)
                .unsupportedOn("SQL Server", Feature.EXCEPT_ALL);
    }

    @Test
    void operationsNestAsTheyWereCalled() {
        var one = select(PAPER.ID).from(PAPER);
        assertRenders(one.union(one).intersect(one))
                .as(
                        "(select \"p\".\"id\" from \"p\" union select \"p\".\"id\" from \"p\") intersect select \"p\".\"id\" from \"p\"")
                .on(
                        "H2",
                        "select * from (select \"p\".\"id\" from \"p\" union select \"p\".\"id\" from \"p\") intersect select \"p\".\"id\" from \"p\"")
                .on(
                        "SQLite",
                        "select * from (select \"p\".\"id\" from \"p\" union select \"p\".\"id\" from \"p\") intersect select \"p\".\"id\" from \"p\"")
                .on(
                        "SQL Server",
                        "select * from (select [p].[id] from [p] union select [p].[id] from [p]) as [o] intersect "
                                + "select [p].[id] from [p]");
        assertRenders(one.union(one.intersect(one)))
                .as(
                        "select \"p\".\"id\" from \"p\" union (select \"p\".\"id\" from \"p\" intersect select \"p\".\"id\" from \"p\")")
                .on(
                        "H2",
                        "select \"p\".\"id\" from \"p\" union select * from (select \"p\".\"id\" from \"p\" intersect select \"p\".\"id\" from \"p\")")
                .on(
                        "SQLite",
                        "select \"p\".\"id\" from \"p\" union select * from (select \"p\".\"id\" from \"p\" intersect select \"p\".\"id\" from \"p\")")
                .on(
                        "SQL Server",
                        "select [p].[id] from [p] union select * from (select [p].[id] from [p] intersect select "
                                + "[p].[id] from [p]) as [o]");
        assertRenders(one.except(one.except(one)))
                .as(
                        "select \"p\".\"id\" from \"p\" except (select \"p\".\"id\" from \"p\" except select \"p\".\"id\" from \"p\")")
                .on(
                        "H2",
                        "select \"p\".\"id\" from \"p\" except select * from (select \"p\".\"id\" from \"p\" except select \"p\".\"id\" from \"p\")")
                .on(
                        "SQLite",
                        "select \"p\".\"id\" from \"p\" except select * from (select \"p\".\"id\" from \"p\" except select \"p\".\"id\" from \"p\")")
                .on(
                        "SQL Server",
                        "select [p].[id] from [p] except select * from (select [p].[id] from [p] except select "
                                + "[p].[id] from [p]) as [o]");
        assertRenders(one.unionAll(one).unionAll(one))
                .as(
                        "select \"p\".\"id\" from \"p\" union all select \"p\".\"id\" from \"p\" union all select \"p\".\"id\" from \"p\"");
    }

    @Test
    void resultIsOrderedAndLimited() {
        var one = select(PAPER.N).from(PAPER);
        assertRenders(one.union(one).orderBy(PAPER.N.desc()).limit(2).offset(1))
                .as(
                        "select \"p\".\"n\" from \"p\" union select \"p\".\"n\" from \"p\" order by 1 desc offset ? rows fetch first ? rows only")
                .binds(1L, 2L)
                .on("MySQL", "select `p`.`n` from `p` union select `p`.`n` from `p` order by 1 desc limit ? offset ?")
                .binds(2L, 1L)
                .on("MariaDB", "select `p`.`n` from `p` union select `p`.`n` from `p` order by 1 desc limit ? offset ?")
                .binds(2L, 1L)
                .on(
                        "SQLite",
                        "select \"p\".\"n\" from \"p\" union select \"p\".\"n\" from \"p\" order by 1 desc limit ? offset ?")
                .binds(2L, 1L)
                .on(
                        "DuckDB",
                        "select \"p\".\"n\" from \"p\" union select \"p\".\"n\" from \"p\" order by 1 desc limit 2 offset 1")
                .binds()
                .on(
                        "SQL Server",
                        "select [p].[n] from [p] union select [p].[n] from [p] order by 1 desc offset ? rows "
                                + "fetch next ? rows only");
        assertRenders(one.union(one).orderBy(PAPER.N.asc().nullsLast()))
                .as("select \"p\".\"n\" from \"p\" union select \"p\".\"n\" from \"p\" order by 1 asc nulls last")
                .on(
                        "MySQL",
                        "select * from (select `p`.`n` from `p` union select `p`.`n` from `p`) as `d` order by `n` is null asc, `n` asc")
                .on(
                        "MariaDB",
                        "select * from (select `p`.`n` from `p` union select `p`.`n` from `p`) as `d` order by `n` is null asc, `n` asc")
                .on(
                        "SQL Server",
                        "select * from (select [p].[n] from [p] union select [p].[n] from [p]) as [d]([n]) order "
                                + "by case when [d].[n] is null then 1 else 0 end, [d].[n] asc");
    }

    @Test
    void operandsAreOrderedAndLimited() {
        var one = select(PAPER.ID).from(PAPER).orderBy(PAPER.ID.asc()).limit(1);
        assertRenders(one.unionAll(one))
                .as(
                        "(select \"p\".\"id\" from \"p\" order by \"p\".\"id\" asc fetch first ? rows only) union all (select \"p\".\"id\" from \"p\" order by \"p\".\"id\" asc fetch first ? rows only)")
                .binds(1L, 1L)
                .on(
                        "MySQL",
                        "(select `p`.`id` from `p` order by `p`.`id` asc limit ?) union all (select `p`.`id` from `p` order by `p`.`id` asc limit ?)")
                .on(
                        "MariaDB",
                        "(select `p`.`id` from `p` order by `p`.`id` asc limit ?) union all (select `p`.`id` from `p` order by `p`.`id` asc limit ?)")
                .on(
                        "H2",
                        "select * from (select \"p\".\"id\" from \"p\" order by \"p\".\"id\" asc fetch first ? rows only) union all select * from (select \"p\".\"id\" from \"p\" order by \"p\".\"id\" asc fetch first ? rows only)")
                .on(
                        "SQLite",
                        "select * from (select \"p\".\"id\" from \"p\" order by \"p\".\"id\" asc limit ?) union all select * from (select \"p\".\"id\" from \"p\" order by \"p\".\"id\" asc limit ?)")
                .on(
                        "DuckDB",
                        "(select \"p\".\"id\" from \"p\" order by \"p\".\"id\" asc limit 1) union all (select \"p\".\"id\" from \"p\" order by \"p\".\"id\" asc limit 1)")
                .binds()
                .on(
                        "SQL Server",
                        "select * from (select top (?) [p].[id] from [p] order by [p].[id] asc) as [o] union all "
                                + "select * from (select top (?) [p].[id] from [p] order by [p].[id] asc) as [o]");
    }
}
