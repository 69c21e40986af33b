package dev.rowan.dialect.rendering;

import static dev.rowan.dialect.rendering.Papers.PAPER;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.GroupingSets.cube;
import static dev.rowan.expression.GroupingSets.groupingSets;
import static dev.rowan.expression.GroupingSets.rollup;
import static dev.rowan.query.Sql.select;

import dev.rowan.contract.RenderingTest;
import dev.rowan.render.Feature;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GroupingSetsRenderingTest extends RenderingTest {
    @Test
    void rollupSumsUpFromTheRight() {
        assertRenders(select(PAPER.T, PAPER.N, count()).from(PAPER).groupBy(rollup(PAPER.T, PAPER.N)))
                .as("select \"p\".\"t\", \"p\".\"n\", count(*) from \"p\" group by rollup (\"p\".\"t\", \"p\".\"n\")")
                .on("MySQL", "select `p`.`t`, `p`.`n`, count(*) from `p` group by `p`.`t`, `p`.`n` with rollup")
                .on("MariaDB", "select `p`.`t`, `p`.`n`, count(*) from `p` group by `p`.`t`, `p`.`n` with rollup")
                .unsupportedOn("H2", Feature.ROLLUP)
                .unsupportedOn("SQLite", Feature.ROLLUP)
                .on("SQL Server", "select [p].[t], [p].[n], count_big(*) from [p] group by rollup ([p].[t], [p].[n])");
    }

    @Test
    void cubeSumsUpEachWay() {
        assertRenders(select(PAPER.T, count()).from(PAPER).groupBy(cube(PAPER.T)))
                .as("select \"p\".\"t\", count(*) from \"p\" group by cube (\"p\".\"t\")")
                .unsupportedOn("H2", Feature.CUBE)
                .unsupportedOn("MySQL", Feature.CUBE)
                .unsupportedOn("MariaDB", Feature.CUBE)
                .unsupportedOn("SQLite", Feature.CUBE)
                .on("SQL Server", "select [p].[t], count_big(*) from [p] group by cube ([p].[t])");
    }

    @Test
    void groupingSetsAreListed() {
        assertRenders(select(PAPER.T, PAPER.N, count())
                        .from(PAPER)
                        .groupBy(groupingSets(List.of(PAPER.T, PAPER.N), List.of(PAPER.T), List.of())))
                .as(
                        "select \"p\".\"t\", \"p\".\"n\", count(*) from \"p\" group by grouping sets ((\"p\".\"t\", \"p\".\"n\"), (\"p\".\"t\"), ())")
                .unsupportedOn("H2", Feature.GROUPING_SETS)
                .unsupportedOn("MySQL", Feature.GROUPING_SETS)
                .unsupportedOn("MariaDB", Feature.GROUPING_SETS)
                .unsupportedOn("SQLite", Feature.GROUPING_SETS)
                .on(
                        "SQL Server",
                        "select [p].[t], [p].[n], count_big(*) from [p] group by grouping sets (([p].[t], "
                                + "[p].[n]), ([p].[t]), ())");
    }

    @Test
    void keysStandBesideARollup() {
        assertRenders(select(PAPER.T, PAPER.N, count()).from(PAPER).groupBy(PAPER.T, rollup(PAPER.N)))
                .as("select \"p\".\"t\", \"p\".\"n\", count(*) from \"p\" group by \"p\".\"t\", rollup (\"p\".\"n\")")
                .unsupportedOn("H2", Feature.MIXED_GROUPING)
                .unsupportedOn("MySQL", Feature.MIXED_GROUPING)
                .unsupportedOn("MariaDB", Feature.MIXED_GROUPING)
                .unsupportedOn("SQLite", Feature.MIXED_GROUPING)
                .on("SQL Server", "select [p].[t], [p].[n], count_big(*) from [p] group by [p].[t], rollup ([p].[n])");
    }
}
