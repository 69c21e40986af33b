package dev.rowan.dialect.rendering;

import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.scalar;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;

import dev.rowan.contract.RenderingTest;
import org.junit.jupiter.api.Test;

final class SelectRenderingTest extends RenderingTest {
    @Test
    void wholeTableIsAllItsColumns() {
        assertRenders(select().from(USER))
                .as(
                        "select \"users\".\"id\", \"users\".\"name\", \"users\".\"email\", \"users\".\"active\", \"users\".\"referrer_id\" from \"users\"");
    }

    @Test
    void columnsAreListedAsTheyAreGiven() {
        assertRenders(select(USER.NAME, USER.ID).from(USER))
                .as("select \"users\".\"name\", \"users\".\"id\" from \"users\"");
    }

    @Test
    void expressionsMayBeNamed() {
        assertRenders(select(USER.ID.as("how many"), USER.NAME.as("a\"b`c")).from(USER))
                .as("select \"users\".\"id\" as \"how many\", \"users\".\"name\" as \"a\"\"b`c\" from \"users\"")
                .on("MySQL", "select `users`.`id` as `how many`, `users`.`name` as `a\"b``c` from `users`")
                .on("MariaDB", "select `users`.`id` as `how many`, `users`.`name` as `a\"b``c` from `users`")
                .on("SQL Server", "select [users].[id] as [how many], [users].[name] as [a\"b`c] from [users]");
    }

    @Test
    void distinctFollowsSelect() {
        assertRenders(select(USER.NAME).from(USER).distinct()).as("select distinct \"users\".\"name\" from \"users\"");
    }

    @Test
    void namedExpressionWithinAnotherIsTheExpressionItself() {
        var user = ORDER.USER_ID.as("user");

        assertRenders(select(user.plus(ORDER.ID), max(user).as("last"))
                        .from(ORDER)
                        .groupBy(ORDER.ID, ORDER.USER_ID))
                .as(
                        "select \"orders\".\"user_id\" + \"orders\".\"id\", max(\"orders\".\"user_id\") as \"last\" from \"orders\" group by \"orders\".\"id\", \"orders\".\"user_id\"");
    }

    @Test
    void clausesComeInTheOrderOfTheStandard() {
        assertRenders(select(ORDER.USER_ID)
                        .from(ORDER)
                        .limit(1)
                        .offset(2)
                        .orderBy(ORDER.USER_ID.desc())
                        .having(count().gt(3))
                        .groupBy(ORDER.USER_ID)
                        .where(ORDER.ID.gt(4))
                        .distinct())
                .as(
                        "select distinct \"orders\".\"user_id\" from \"orders\" where \"orders\".\"id\" > ? group by \"orders\".\"user_id\" having count(*) > ? order by \"orders\".\"user_id\" desc offset ? rows fetch first ? rows only")
                .binds(4L, 3L, 2L, 1L)
                .on(
                        "MySQL",
                        "select distinct `orders`.`user_id` from `orders` where `orders`.`id` > ? group by `orders`.`user_id` having count(*) > ? order by `orders`.`user_id` desc limit ? offset ?")
                .binds(4L, 3L, 1L, 2L)
                .on(
                        "MariaDB",
                        "select distinct `orders`.`user_id` from `orders` where `orders`.`id` > ? group by `orders`.`user_id` having count(*) > ? order by `orders`.`user_id` desc limit ? offset ?")
                .binds(4L, 3L, 1L, 2L)
                .on(
                        "SQLite",
                        "select distinct \"orders\".\"user_id\" from \"orders\" where \"orders\".\"id\" > ? group by \"orders\".\"user_id\" having count(*) > ? order by \"orders\".\"user_id\" desc limit ? offset ?")
                .binds(4L, 3L, 1L, 2L)
                .on(
                        "DuckDB",
                        "select distinct \"orders\".\"user_id\" from \"orders\" where \"orders\".\"id\" > ? group by \"orders\".\"user_id\" having count(*) > ? order by \"orders\".\"user_id\" desc limit 1 offset 2")
                .binds(4L, 3L)
                .on(
                        "SQL Server",
                        "select distinct [orders].[user_id] from [orders] where [orders].[id] > ? group by "
                                + "[orders].[user_id] having count_big(*) > ? order by [orders].[user_id] desc offset ? "
                                + "rows fetch next ? rows only");
    }

    @Test
    void includesAddNothingToTheSelectItself() {
        assertRenders(select().from(ORDER).where(ORDER.USER_ID.eq(42)).include(ORDER.LINE_ITEMS))
                .as(
                        "select \"orders\".\"id\", \"orders\".\"note\", \"orders\".\"user_id\", \"orders\".\"status\", \"orders\".\"total_in_cents\" from \"orders\" where \"orders\".\"user_id\" = ?")
                .binds(42L);
    }

    @Test
    void nothingNeedsNoFrom() {
        assertRenders(select(value(1).as("n"), value(2)).unionAll(select(value(3).as("n"), value(4))))
                .as("select ? as \"n\", ? union all select ? as \"n\", ?")
                .binds(1, 2, 3, 4)
                .on(
                        "H2",
                        "select cast(? as integer) as \"n\", cast(? as integer) union all select cast(? as integer) as \"n\", cast(? as integer)");
        assertRenders(select(USER.ID).from(USER).where(USER.ID.eq(scalar(select(max(value(7L)))))))
                .as("select \"users\".\"id\" from \"users\" where \"users\".\"id\" = (select max(?))")
                .binds(7L)
                .on(
                        "H2",
                        "select \"users\".\"id\" from \"users\" where \"users\".\"id\" = (select max(cast(? as bigint)))");
    }
}
