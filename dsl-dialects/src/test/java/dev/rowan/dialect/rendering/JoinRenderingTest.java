package dev.rowan.dialect.rendering;

import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;

import dev.rowan.contract.RenderingTest;
import dev.rowan.render.Feature;
import dev.rowan.shop.Users;
import org.junit.jupiter.api.Test;

final class JoinRenderingTest extends RenderingTest {
    @Test
    void innerJoinIsJoin() {
        assertRenders(select(ORDER.ID).from(ORDER).join(USER).on(ORDER.USER_ID.eq(USER.ID)))
                .as(
                        "select \"orders\".\"id\" from \"orders\" join \"users\" on \"orders\".\"user_id\" = \"users\".\"id\"");
    }

    @Test
    void leftJoinIsLeftJoin() {
        Users referrer = alias(USER, "referrer");

        assertRenders(select(USER.NAME, referrer.NAME)
                        .from(USER)
                        .leftJoin(referrer)
                        .on((u, boss) -> u.REFERRER_ID.eq(boss.ID).and(boss.ACTIVE)))
                .as(
                        "select \"users\".\"name\", \"referrer\".\"name\" from \"users\" left join \"users\" as \"referrer\" on \"users\".\"referrer_id\" = \"referrer\".\"id\" and \"referrer\".\"active\"")
                .on(
                        "SQL Server",
                        "select [users].[name], [referrer].[name] from [users] left join [users] as [referrer] on "
                                + "[users].[referrer_id] = [referrer].[id] and [referrer].[active] = 1");
    }

    @Test
    void fullJoinIsRefusedWhereThereIsNone() {
        assertRenders(select(ORDER.ID, USER.ID).from(ORDER).fullJoin(USER).on(ORDER.USER_ID.eq(USER.ID)))
                .as(
                        "select \"orders\".\"id\", \"users\".\"id\" from \"orders\" full join \"users\" on \"orders\".\"user_id\" = \"users\".\"id\"")
                .unsupportedOn("H2", Feature.FULL_JOIN)
                .unsupportedOn("MySQL", Feature.FULL_JOIN)
                .unsupportedOn("MariaDB", Feature.FULL_JOIN);
    }

    @Test
    void joinsChain() {
        assertRenders(select(LINE_ITEM.ID)
                        .from(LINE_ITEM)
                        .join(ORDER)
                        .on(LINE_ITEM.ORDER_ID.eq(ORDER.ID))
                        .leftJoin(USER)
                        .on(USER.ID.eq(ORDER.USER_ID)))
                .as(
                        "select \"line_items\".\"id\" from \"line_items\" join \"orders\" on \"line_items\".\"order_id\" = \"orders\".\"id\" left join \"users\" on \"users\".\"id\" = \"orders\".\"user_id\"");
    }
}
