package dev.rowan.dialect.rendering;

import static dev.rowan.dialect.rendering.Papers.PAPER;
import static dev.rowan.expression.Functions.all;
import static dev.rowan.expression.Functions.any;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.row;
import static dev.rowan.query.Sql.select;

import dev.rowan.contract.RenderingTest;
import dev.rowan.render.Feature;
import dev.rowan.row.Row2;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RowValueRenderingTest extends RenderingTest {
    @Test
    void rowValuesCompareAsOne() {
        var pair = row(PAPER.ID, PAPER.N);
        assertRenders(select(PAPER.ID).from(PAPER).where(pair.eq(new Row2<>(1L, 2))))
                .as("select \"p\".\"id\" from \"p\" where (\"p\".\"id\", \"p\".\"n\") = (?, ?)")
                .binds(1L, 2)
                .on("DuckDB", "select \"p\".\"id\" from \"p\" where (\"p\".\"id\" = ? and \"p\".\"n\" = ?)")
                .on("Trino", "select \"p\".\"id\" from \"p\" where (\"p\".\"id\" = ? and \"p\".\"n\" = ?)")
                .on("SQL Server", "select [p].[id] from [p] where ([p].[id] = ? and [p].[n] = ?)");
        assertRenders(select(PAPER.ID).from(PAPER).where(pair.gt(new Row2<>(1L, 2))))
                .as("select \"p\".\"id\" from \"p\" where (\"p\".\"id\", \"p\".\"n\") > (?, ?)")
                .binds(1L, 2)
                .on(
                        "DuckDB",
                        "select \"p\".\"id\" from \"p\" where (\"p\".\"id\" > ? or \"p\".\"id\" = ? and \"p\".\"n\" > ?)")
                .binds(1L, 1L, 2)
                .on(
                        "Trino",
                        "select \"p\".\"id\" from \"p\" where (\"p\".\"id\" > ? or \"p\".\"id\" = ? and \"p\".\"n\" > ?)")
                .binds(1L, 1L, 2)
                .on("SQL Server", "select [p].[id] from [p] where ([p].[id] > ? or [p].[id] = ? and [p].[n] > ?)")
                .binds(1L, 1L, 2);
        assertRenders(select(PAPER.ID).from(PAPER).where(pair.in(List.of(new Row2<>(1L, 2), new Row2<>(3L, 4)))))
                .as("select \"p\".\"id\" from \"p\" where (\"p\".\"id\", \"p\".\"n\") in ((?, ?), (?, ?))")
                .binds(1L, 2, 3L, 4)
                .on(
                        "DuckDB",
                        "select \"p\".\"id\" from \"p\" where (\"p\".\"id\" = ? and \"p\".\"n\" = ? or \"p\".\"id\" = ? and \"p\".\"n\" = ?)")
                .on(
                        "Trino",
                        "select \"p\".\"id\" from \"p\" where (\"p\".\"id\" = ? and \"p\".\"n\" = ? or \"p\".\"id\" = ? and \"p\".\"n\" = ?)")
                .on(
                        "SQL Server",
                        "select [p].[id] from [p] where ([p].[id] = ? and [p].[n] = ? or [p].[id] = ? and [p].[n] = ?)");
        assertRenders(select(PAPER.ID).from(PAPER).where(pair.in(List.of())))
                .as("select \"p\".\"id\" from \"p\" where 1 = 0");
    }

    @Test
    void rowValueIsInASubquery() {
        Papers other = alias(PAPER, "o");
        assertRenders(select(PAPER.ID)
                        .from(PAPER)
                        .where(row(PAPER.ID, PAPER.N)
                                .in(select(other.ID, other.N).from(other))))
                .as(
                        "select \"p\".\"id\" from \"p\" where (\"p\".\"id\", \"p\".\"n\") in (select \"o\".\"id\", \"o\".\"n\" from \"p\" as \"o\")")
                .on(
                        "SQL Server",
                        "select [p].[id] from [p] where (exists (select 1 from (select [o].[id], [o].[n] from [p] "
                                + "as [o]) as [rowan_row]([c1], [c2]) where [rowan_row].[c1] = [p].[id] and "
                                + "[rowan_row].[c2] = [p].[n]) or exists (select 1 from (select [o].[id], [o].[n] from [p] "
                                + "as [o]) as [rowan_row]([c1], [c2]) where ([rowan_row].[c1] = [p].[id] or "
                                + "[rowan_row].[c1] is null or [p].[id] is null) and ([rowan_row].[c2] = [p].[n] or "
                                + "[rowan_row].[c2] is null or [p].[n] is null)) and 1 = null)");
    }

    @Test
    void anyAndAllTakeASubquery() {
        Papers other = alias(PAPER, "o");
        var numbers = select(other.N).from(other);
        assertRenders(select(PAPER.ID)
                        .from(PAPER)
                        .where(PAPER.N.eq(any(numbers)).or(PAPER.N.ge(all(numbers)))))
                .as(
                        "select \"p\".\"id\" from \"p\" where \"p\".\"n\" = any (select \"o\".\"n\" from \"p\" as \"o\") or \"p\".\"n\" >= all (select \"o\".\"n\" from \"p\" as \"o\")")
                .unsupportedOn("SQLite", Feature.QUANTIFIED_COMPARISON);
    }

    @Test
    void anyWithinANegationIsTheOperandOfAnEqualityOnMySql() {
        Papers other = alias(PAPER, "o");
        assertRenders(select(PAPER.ID)
                        .from(PAPER)
                        .where(PAPER.N
                                .lt(any(select(other.N).from(other)))
                                .not()
                                .not()))
                .as(
                        "select \"p\".\"id\" from \"p\" where not (not (\"p\".\"n\" < any (select \"o\".\"n\" from \"p\" as \"o\")))")
                .on(
                        "MySQL",
                        "select `p`.`id` from `p` where not (not ((`p`.`n` < any (select `o`.`n` from `p` as `o`)) = 1))")
                .on(
                        "MariaDB",
                        "select `p`.`id` from `p` where not (not ((`p`.`n` < any (select `o`.`n` from `p` as `o`)) = 1))")
                .unsupportedOn("SQLite", Feature.QUANTIFIED_COMPARISON);
    }
}
