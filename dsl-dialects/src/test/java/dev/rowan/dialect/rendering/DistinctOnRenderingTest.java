package dev.rowan.dialect.rendering;

import static dev.rowan.dialect.rendering.Papers.PAPER;
import static dev.rowan.query.Sql.select;

import dev.rowan.contract.RenderingTest;
import dev.rowan.render.Feature;
import org.junit.jupiter.api.Test;

final class DistinctOnRenderingTest extends RenderingTest {
    @Test
    void distinctOnNamesItsKeys() {
        assertRenders(select(PAPER.ID).from(PAPER).distinctOn(PAPER.T).orderBy(PAPER.T.asc(), PAPER.ID.desc()))
                .as(
                        "select distinct on (\"p\".\"t\") \"p\".\"id\" from \"p\" order by \"p\".\"t\" asc, \"p\".\"id\" desc")
                .unsupportedOn("MySQL", Feature.DISTINCT_ON)
                .unsupportedOn("MariaDB", Feature.DISTINCT_ON)
                .unsupportedOn("SQLite", Feature.DISTINCT_ON)
                .unsupportedOn("Trino", Feature.DISTINCT_ON)
                .unsupportedOn("SQL Server", Feature.DISTINCT_ON);
    }

    @Test
    void tiesFollowTheLastRow() {
        assertRenders(select(PAPER.ID)
                        .from(PAPER)
                        .orderBy(PAPER.N.desc())
                        .limit(3)
                        .withTies())
                .as("select \"p\".\"id\" from \"p\" order by \"p\".\"n\" desc fetch first ? rows with ties")
                .binds(3L)
                .unsupportedOn("MySQL", Feature.WITH_TIES)
                .unsupportedOn("SQLite", Feature.WITH_TIES)
                .unsupportedOn("DuckDB", Feature.WITH_TIES)
                .on("SQL Server", "select top (?) with ties [p].[id] from [p] order by [p].[n] desc");
    }
}
