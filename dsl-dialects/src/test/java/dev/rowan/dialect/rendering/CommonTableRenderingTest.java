package dev.rowan.dialect.rendering;

import static dev.rowan.dialect.rendering.Papers.PAPER;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.recursive;
import static dev.rowan.query.Sql.recursiveDistinct;
import static dev.rowan.query.Sql.select;

import dev.rowan.contract.RenderingTest;
import dev.rowan.query.CommonTable.Materialization;
import dev.rowan.render.Feature;
import org.junit.jupiter.api.Test;

final class CommonTableRenderingTest extends RenderingTest {
    @Test
    void severalAreDefinedInOrder() {
        var few = cte(select(PAPER.ID, PAPER.N).from(PAPER).where(PAPER.N.lt(5)), "few");
        var fewer =
                cte(select(few.get(PAPER.ID)).from(few).where(few.get(PAPER.N).gt(1)), "fewer");
        assertRenders(select(few.get(PAPER.N))
                        .from(few)
                        .join(fewer)
                        .on(few.get(PAPER.ID).eq(fewer.get(few.get(PAPER.ID)))))
                .as(
                        "with \"few\"(\"id\", \"n\") as (select \"p\".\"id\", \"p\".\"n\" from \"p\" where \"p\".\"n\" < ?), \"fewer\"(\"id\") as (select \"few\".\"id\" from \"few\" where \"few\".\"n\" > ?) select \"few\".\"n\" from \"few\" join \"fewer\" on \"few\".\"id\" = \"fewer\".\"id\"")
                .binds(5, 1);
    }

    @Test
    void aliasUsesTheSameDefinition() {
        var few = cte(select(PAPER.ID).from(PAPER), "few");
        var again = alias(few, "again");
        assertRenders(select(few.get(PAPER.ID))
                        .from(few)
                        .join(again)
                        .on(few.get(PAPER.ID).lt(again.get(PAPER.ID))))
                .as(
                        "with \"few\"(\"id\") as (select \"p\".\"id\" from \"p\") select \"few\".\"id\" from \"few\" join \"few\" as \"again\" on \"few\".\"id\" < \"again\".\"id\"");
    }

    @Test
    void recursionIsAUnionAll() {
        var n = value(1).as("n");
        var numbers = recursive(
                select(n),
                "numbers",
                known -> select(known.get(n).plus(1).as("n"))
                        .from(known)
                        .where(known.get(n).lt(9)));
        assertRenders(select(numbers.get(n)).from(numbers))
                .as(
                        "with recursive \"numbers\"(\"n\") as (select ? as \"n\" union all select \"numbers\".\"n\" + ? as \"n\" from \"numbers\" where \"numbers\".\"n\" < ?) select \"numbers\".\"n\" from \"numbers\"")
                .binds(1, 1, 9)
                .on(
                        "H2",
                        "with recursive \"numbers\"(\"n\") as (select cast(? as integer) as \"n\" union all select \"numbers\".\"n\" + ? as \"n\" from \"numbers\" where \"numbers\".\"n\" < ?) select \"numbers\".\"n\" from \"numbers\"")
                .on(
                        "MySQL",
                        "with recursive `numbers`(`n`) as (select ? as `n` union all select `numbers`.`n` + ? as `n` from `numbers` where `numbers`.`n` < ?) select /*+ set_var(cte_max_recursion_depth = 4294967295) */ `numbers`.`n` from `numbers`")
                .on(
                        "MariaDB",
                        "set statement max_recursive_iterations = 4294967295 for with recursive `numbers`(`n`) as (select ? as `n` union all select `numbers`.`n` + ? as `n` from `numbers` where `numbers`.`n` < ?) select `numbers`.`n` from `numbers`")
                .on(
                        "SQL Server",
                        "with [numbers]([n]) as (select cast(? as int) union all select cast([numbers].[n] + ? as "
                                + "int) from [numbers] where [numbers].[n] < ?) select [numbers].[n] from [numbers] option "
                                + "(maxrecursion 0)");
    }

    @Test
    void recursionThatStopsAtKnownRowsIsAUnion() {
        var reached = recursiveDistinct(
                select(PAPER.ID).from(PAPER),
                "reached",
                known -> select(PAPER.ID).from(PAPER).join(known).on(PAPER.ID.lt(known.get(PAPER.ID))));
        assertRenders(select(reached.get(PAPER.ID)).from(reached))
                .as(
                        "with recursive \"reached\"(\"id\") as (select \"p\".\"id\" from \"p\" union select \"p\".\"id\" from \"p\" join \"reached\" on \"p\".\"id\" < \"reached\".\"id\") select \"reached\".\"id\" from \"reached\"")
                .on(
                        "MySQL",
                        "with recursive `reached`(`id`) as (select `p`.`id` from `p` union select `p`.`id` from `p` join `reached` on `p`.`id` < `reached`.`id`) select /*+ set_var(cte_max_recursion_depth = 4294967295) */ `reached`.`id` from `reached`")
                .on(
                        "MariaDB",
                        "set statement max_recursive_iterations = 4294967295 for with recursive `reached`(`id`) as (select `p`.`id` from `p` union select `p`.`id` from `p` join `reached` on `p`.`id` < `reached`.`id`) select `reached`.`id` from `reached`")
                .unsupportedOn("H2", Feature.RECURSIVE_UNION)
                .unsupportedOn("Trino", Feature.RECURSIVE_UNION)
                .unsupportedOn("SQL Server", Feature.RECURSIVE_UNION);
    }

    @Test
    void materializationIsAsked() {
        var once = cte(select(PAPER.ID).from(PAPER), "once", Materialization.ALWAYS);
        assertRenders(select(once.get(PAPER.ID)).from(once))
                .as(
                        "with \"once\"(\"id\") as materialized (select \"p\".\"id\" from \"p\") select \"once\".\"id\" from \"once\"")
                .unsupportedOn("H2", Feature.MATERIALIZATION)
                .unsupportedOn("MySQL", Feature.MATERIALIZATION)
                .unsupportedOn("MariaDB", Feature.MATERIALIZATION)
                .unsupportedOn("Trino", Feature.MATERIALIZATION)
                .unsupportedOn("SQL Server", Feature.MATERIALIZATION);
        var inline = cte(select(PAPER.ID).from(PAPER), "inline", Materialization.NEVER);
        assertRenders(select(inline.get(PAPER.ID)).from(inline))
                .as(
                        "with \"inline\"(\"id\") as not materialized (select \"p\".\"id\" from \"p\") select \"inline\".\"id\" from \"inline\"")
                .unsupportedOn("H2", Feature.MATERIALIZATION)
                .unsupportedOn("MySQL", Feature.MATERIALIZATION)
                .unsupportedOn("MariaDB", Feature.MATERIALIZATION)
                .unsupportedOn("Trino", Feature.MATERIALIZATION)
                .unsupportedOn("SQL Server", Feature.MATERIALIZATION);
    }
}
