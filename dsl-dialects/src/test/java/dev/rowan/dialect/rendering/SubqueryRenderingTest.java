package dev.rowan.dialect.rendering;

import static dev.rowan.query.Sql.exists;
import static dev.rowan.query.Sql.notExists;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;

import dev.rowan.contract.RenderingTest;
import org.junit.jupiter.api.Test;

final class SubqueryRenderingTest extends RenderingTest {
    @Test
    void inTakesASelectOfOneColumn() {
        assertRenders(select(USER.ID)
                        .from(USER)
                        .where(USER.ID.in(select(ORDER.USER_ID).from(ORDER).where(ORDER.ID.eq(7)))))
                .as(
                        "select \"users\".\"id\" from \"users\" where \"users\".\"id\" in (select \"orders\".\"user_id\" from \"orders\" where \"orders\".\"id\" = ?)")
                .binds(7L);
        assertRenders(select(USER.ID)
                        .from(USER)
                        .where(USER.ID.notIn(select(ORDER.USER_ID).from(ORDER))))
                .as(
                        "select \"users\".\"id\" from \"users\" where \"users\".\"id\" not in (select \"orders\".\"user_id\" from \"orders\")");
    }

    @Test
    void existsSelectsNothing() {
        assertRenders(select(USER.ID)
                        .from(USER)
                        .where(exists(select().from(ORDER).where(ORDER.USER_ID.eq(USER.ID)))))
                .as(
                        "select \"users\".\"id\" from \"users\" where exists (select 1 from \"orders\" where \"orders\".\"user_id\" = \"users\".\"id\")");
        assertRenders(select(USER.ID).from(USER).where(notExists(select().from(ORDER))))
                .as("select \"users\".\"id\" from \"users\" where not exists (select 1 from \"orders\")");
    }

    @Test
    void limitInASubqueryNeedsADerivedTableOnMySql() {
        assertRenders(select(USER.ID)
                        .from(USER)
                        .where(USER.ID.in(select(ORDER.USER_ID)
                                .from(ORDER)
                                .orderBy(ORDER.ID.desc())
                                .limit(3))))
                .as(
                        "select \"users\".\"id\" from \"users\" where \"users\".\"id\" in (select \"orders\".\"user_id\" from \"orders\" order by \"orders\".\"id\" desc fetch first ? rows only)")
                .binds(3L)
                .on(
                        "MySQL",
                        "select `users`.`id` from `users` where `users`.`id` in (select * from (select `orders`.`user_id` from `orders` order by `orders`.`id` desc limit ?) as `d`)")
                .on(
                        "MariaDB",
                        "select `users`.`id` from `users` where `users`.`id` in (select * from (select `orders`.`user_id` from `orders` order by `orders`.`id` desc limit ?) as `d`)")
                .on(
                        "SQLite",
                        "select \"users\".\"id\" from \"users\" where \"users\".\"id\" in (select \"orders\".\"user_id\" from \"orders\" order by \"orders\".\"id\" desc limit ?)")
                .on(
                        "DuckDB",
                        "select \"users\".\"id\" from \"users\" where \"users\".\"id\" in (select \"orders\".\"user_id\" from \"orders\" order by \"orders\".\"id\" desc limit 3)")
                .binds()
                .on(
                        "SQL Server",
                        "select [users].[id] from [users] where [users].[id] in (select top (?) "
                                + "[orders].[user_id] from [orders] order by [orders].[id] desc)");
    }
}
