package dev.rowan.dialect.rendering;

import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Orders.ORDER;

import dev.rowan.contract.RenderingTest;
import org.junit.jupiter.api.Test;

final class OrderByRenderingTest extends RenderingTest {
    @Test
    void keysStateTheirDirection() {
        assertRenders(select(ORDER.ID).from(ORDER).orderBy(ORDER.NOTE.asc(), ORDER.ID.desc()))
                .as(
                        "select \"orders\".\"id\" from \"orders\" order by \"orders\".\"note\" asc, \"orders\".\"id\" desc");
    }

    @Test
    void nullsAreKeysOfTheirOwnOnMySql() {
        assertRenders(select(ORDER.ID)
                        .from(ORDER)
                        .orderBy(ORDER.NOTE.asc().nullsFirst(), ORDER.ID.desc().nullsLast()))
                .as(
                        "select \"orders\".\"id\" from \"orders\" order by \"orders\".\"note\" asc nulls first, \"orders\".\"id\" desc nulls last")
                .on(
                        "MySQL",
                        "select `orders`.`id` from `orders` order by `orders`.`note` is null desc, `orders`.`note` asc, `orders`.`id` is null asc, `orders`.`id` desc")
                .on(
                        "MariaDB",
                        "select `orders`.`id` from `orders` order by `orders`.`note` is null desc, `orders`.`note` asc, `orders`.`id` is null asc, `orders`.`id` desc")
                .on(
                        "SQL Server",
                        "select [orders].[id] from [orders] order by [orders].[note] asc, [orders].[id] desc");
    }
}
