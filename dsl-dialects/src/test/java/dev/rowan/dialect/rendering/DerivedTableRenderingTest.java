package dev.rowan.dialect.rendering;

import static dev.rowan.dialect.rendering.Papers.PAPER;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.derived;
import static dev.rowan.query.Sql.lateral;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.values;
import static dev.rowan.shop.Products.PRODUCT;

import dev.rowan.contract.RenderingTest;
import dev.rowan.render.Feature;
import dev.rowan.shop.Product;
import dev.rowan.shop.Products;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DerivedTableRenderingTest extends RenderingTest {
    @Test
    void queryIsATableWithAName() {
        var large = derived(
                select(PAPER.ID, PAPER.N).from(PAPER).where(PAPER.N.gt(5)).limit(3), "large");
        assertRenders(select(large.get(PAPER.ID))
                        .from(large)
                        .where(large.get(PAPER.N).lt(9)))
                .as(
                        "select \"large\".\"id\" from (select \"p\".\"id\", \"p\".\"n\" from \"p\" where \"p\".\"n\" > ? fetch first ? rows only) as \"large\" where \"large\".\"n\" < ?")
                .binds(5, 3L, 9)
                .on(
                        "MySQL",
                        "select `large`.`id` from (select `p`.`id`, `p`.`n` from `p` where `p`.`n` > ? limit ?) as `large` where `large`.`n` < ?")
                .on(
                        "MariaDB",
                        "select `large`.`id` from (select `p`.`id`, `p`.`n` from `p` where `p`.`n` > ? limit ?) as `large` where `large`.`n` < ?")
                .on(
                        "SQLite",
                        "select \"large\".\"id\" from (select \"p\".\"id\", \"p\".\"n\" from \"p\" where \"p\".\"n\" > ? limit ?) as \"large\" where \"large\".\"n\" < ?")
                .on(
                        "DuckDB",
                        "select \"large\".\"id\" from (select \"p\".\"id\", \"p\".\"n\" from \"p\" where \"p\".\"n\" > ? limit 3) as \"large\" where \"large\".\"n\" < ?")
                .binds(5, 9)
                .on(
                        "SQL Server",
                        "select [large].[id] from (select top (?) [p].[id], [p].[n] from [p] where [p].[n] > ?) "
                                + "as [large] where [large].[n] < ?")
                .binds(3L, 5, 9);
    }

    @Test
    void derivedTableIsJoined() {
        var total = sum(PAPER.N).as("total");
        var sums = derived(select(PAPER.T, total).from(PAPER).groupBy(PAPER.T), "sums");
        assertRenders(select(PAPER.ID, sums.get(total))
                        .from(PAPER)
                        .leftJoin(sums)
                        .on(sums.get(PAPER.T).eq(PAPER.T)))
                .as(
                        "select \"p\".\"id\", \"sums\".\"total\" from \"p\" left join (select \"p\".\"t\", sum(\"p\".\"n\") as \"total\" from \"p\" group by \"p\".\"t\") as \"sums\" on \"sums\".\"t\" = \"p\".\"t\"")
                .on(
                        "SQL Server",
                        "select [p].[id], [sums].[total] from [p] left join (select [p].[t], sum(cast([p].[n] as "
                                + "decimal(38, 0))) as [total] from [p] group by [p].[t]) as [sums] on [sums].[t] = [p].[t]");
    }

    @Test
    void lateralSeesTheTablesBeforeIt() {
        Papers other = alias(PAPER, "o");
        var next = lateral(
                select(other.ID)
                        .from(other)
                        .where(other.ID.gt(PAPER.ID))
                        .orderBy(other.ID.asc())
                        .limit(1),
                "next");
        assertRenders(select(PAPER.ID, next.get(other.ID)).from(PAPER).crossJoin(next))
                .as(
                        "select \"p\".\"id\", \"next\".\"id\" from \"p\" cross join lateral (select \"o\".\"id\" from \"p\" as \"o\" where \"o\".\"id\" > \"p\".\"id\" order by \"o\".\"id\" asc fetch first ? rows only) as \"next\"")
                .binds(1L)
                .on(
                        "MySQL",
                        "select `p`.`id`, `next`.`id` from `p` cross join lateral (select `o`.`id` from `p` as `o` where `o`.`id` > `p`.`id` order by `o`.`id` asc limit ?) as `next`")
                .unsupportedOn("H2", Feature.LATERAL)
                .unsupportedOn("MariaDB", Feature.LATERAL)
                .unsupportedOn("SQLite", Feature.LATERAL)
                .on(
                        "DuckDB",
                        "select \"p\".\"id\", \"next\".\"id\" from \"p\" cross join lateral (select \"o\".\"id\" from \"p\" as \"o\" where \"o\".\"id\" > \"p\".\"id\" order by \"o\".\"id\" asc limit 1) as \"next\"")
                .binds()
                .on(
                        "SQL Server",
                        "select [p].[id], [next].[id] from [p] cross apply (select top (?) [o].[id] from [p] as "
                                + "[o] where [o].[id] > [p].[id] order by [o].[id] asc) as [next]");
    }

    @Test
    void valuesAreListed() {
        Products listed = values(PRODUCT, "l", List.of(new Product(1, "a", 2, 3), new Product(4, "b", 5, 6)));
        assertRenders(select(listed.NAME).from(listed).where(listed.ID.eq(7)))
                .as(
                        "select \"l\".\"name\" from (values (?, ?, ?, ?), (?, ?, ?, ?)) as \"l\"(\"id\", \"name\", \"price_in_cents\", \"stock\") where \"l\".\"id\" = ?")
                .binds(1L, "a", 2, 3, 4L, "b", 5, 6, 7L)
                .on(
                        "MySQL",
                        "select `l`.`name` from (values row(?, ?, ?, ?), row(?, ?, ?, ?)) as `l`(`id`, `name`, `price_in_cents`, `stock`) where `l`.`id` = ?")
                .on(
                        "MariaDB",
                        "select `l`.`name` from (select ? as `id`, ? as `name`, ? as `price_in_cents`, ? as `stock` union all select ?, ?, ?, ?) as `l` where `l`.`id` = ?")
                .on(
                        "SQLite",
                        "select \"l\".\"name\" from (select ? as \"id\", ? as \"name\", ? as \"price_in_cents\", ? as \"stock\" union all select ?, ?, ?, ?) as \"l\" where \"l\".\"id\" = ?");
    }
}
