package dev.rowan.dialect.rendering;

import static dev.rowan.expression.Functions.count;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Orders.ORDER;

import dev.rowan.contract.RenderingTest;
import org.junit.jupiter.api.Test;

final class GroupByRenderingTest extends RenderingTest {
    @Test
    void groupByListsItsKeys() {
        assertRenders(select(ORDER.USER_ID, ORDER.STATUS).from(ORDER).groupBy(ORDER.USER_ID, ORDER.STATUS))
                .as(
                        "select \"orders\".\"user_id\", \"orders\".\"status\" from \"orders\" group by \"orders\".\"user_id\", \"orders\".\"status\"");
    }

    @Test
    void havingFollowsGroupBy() {
        assertRenders(select(ORDER.USER_ID)
                        .from(ORDER)
                        .groupBy(ORDER.USER_ID)
                        .having(count().gt(1))
                        .having(count().lt(9)))
                .as(
                        "select \"orders\".\"user_id\" from \"orders\" group by \"orders\".\"user_id\" having count(*) > ? and count(*) < ?")
                .binds(1L, 9L)
                .on(
                        "SQL Server",
                        "select [orders].[user_id] from [orders] group by [orders].[user_id] having count_big(*) "
                                + "> ? and count_big(*) < ?");
    }
}
