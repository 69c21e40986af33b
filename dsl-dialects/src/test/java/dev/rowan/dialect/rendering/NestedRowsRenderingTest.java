package dev.rowan.dialect.rendering;

import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;

import dev.rowan.contract.RenderingTest;
import dev.rowan.render.Feature;
import org.junit.jupiter.api.Test;

final class NestedRowsRenderingTest extends RenderingTest {
    @Test
    void rowsAreAnArrayOfArrays() {
        assertRenders(select(
                                ORDER.ID,
                                ORDER.LINE_ITEMS
                                        .rows(i -> select(i.PRODUCT_ID, i.QUANTITY))
                                        .as("items"))
                        .from(ORDER))
                .as(
                        "select \"orders\".\"id\", json_array(select json_array(\"r1\".\"product_id\", \"r1\".\"quantity\" null on null) from \"line_items\" as \"r1\" where \"r1\".\"order_id\" = \"orders\".\"id\" order by \"r1\".\"id\" asc) as \"items\" from \"orders\"")
                .on(
                        "PostgreSQL",
                        "select \"orders\".\"id\", (select json_agg(json_build_array(\"r1\".\"product_id\", \"r1\".\"quantity\") order by \"r1\".\"id\" asc) from \"line_items\" as \"r1\" where \"r1\".\"order_id\" = \"orders\".\"id\") as \"items\" from \"orders\"")
                .on(
                        "MySQL",
                        "select /*+ set_var(group_concat_max_len = 4294967295) */ `orders`.`id`, (select concat('[', group_concat(json_array(`r1`.`product_id`, `r1`.`quantity`) order by `r1`.`id` asc separator ','), ']') from `line_items` as `r1` where `r1`.`order_id` = `orders`.`id`) as `items` from `orders`")
                .on(
                        "MariaDB",
                        "set statement group_concat_max_len = 4294967295 for select `orders`.`id`, (select json_arrayagg(json_array(`r1`.`product_id`, `r1`.`quantity`) order by `r1`.`id` asc) from `line_items` as `r1` where `r1`.`order_id` = `orders`.`id`) as `items` from `orders`")
                .on(
                        "SQLite",
                        "select \"orders\".\"id\", (select json_group_array(json_array(\"r1\".\"product_id\", \"r1\".\"quantity\") order by \"r1\".\"id\" asc) from \"line_items\" as \"r1\" where \"r1\".\"order_id\" = \"orders\".\"id\") as \"items\" from \"orders\"")
                .unsupportedOn("DuckDB", Feature.NESTED_ROWS)
                .unsupportedOn("Trino", Feature.NESTED_ROWS)
                .unsupportedOn("SQL Server", Feature.NESTED_ROWS);
    }

    @Test
    void limitIsThatOfEachParent() {
        assertRenders(select(ORDER.LINE_ITEMS
                                .where(i -> i.QUANTITY.gt(1))
                                .orderBy(i -> i.QUANTITY.desc())
                                .limit(3)
                                .rows(i -> select(i.ID)))
                        .from(ORDER))
                .as(
                        "select json_array(select json_array(\"r1\".\"id\" null on null) from \"line_items\" as \"r1\" where \"r1\".\"order_id\" = \"orders\".\"id\" and \"r1\".\"quantity\" > ? order by \"r1\".\"quantity\" desc, \"r1\".\"id\" asc fetch first ? rows only) from \"orders\"")
                .binds(1, 3L)
                .on(
                        "PostgreSQL",
                        "select (select json_agg(json_build_array(\"r1\".\"id\") order by \"r1\".\"quantity\" desc, \"r1\".\"id\" asc) from (select \"r1\".\"id\", \"r1\".\"order_id\", \"r1\".\"product_id\", \"r1\".\"quantity\" from \"line_items\" as \"r1\" where \"r1\".\"order_id\" = \"orders\".\"id\" and \"r1\".\"quantity\" > ? order by \"r1\".\"quantity\" desc, \"r1\".\"id\" asc fetch first ? rows only) as \"r1\") from \"orders\"")
                .binds(1, 3L)
                .on(
                        "MySQL",
                        "select /*+ set_var(group_concat_max_len = 4294967295) */ (select concat('[', group_concat(json_array(`r1`.`id`) order by `r1`.`quantity` desc, `r1`.`id` asc separator ','), ']') from (select `r1`.`id`, `r1`.`order_id`, `r1`.`product_id`, `r1`.`quantity` from `line_items` as `r1` where `r1`.`order_id` = `orders`.`id` and `r1`.`quantity` > ? order by `r1`.`quantity` desc, `r1`.`id` asc limit ?) as `r1`) from `orders`")
                .binds(1, 3L)
                .on(
                        "MariaDB",
                        "set statement group_concat_max_len = 4294967295 for select (select json_arrayagg(json_array(`r1`.`id`) order by `r1`.`quantity` desc, `r1`.`id` asc limit ?) from `line_items` as `r1` where `r1`.`order_id` = `orders`.`id` and `r1`.`quantity` > ?) from `orders`")
                .binds(3L, 1)
                .on(
                        "SQLite",
                        "select (select json_group_array(json_array(\"r1\".\"id\") order by \"r1\".\"quantity\" desc, \"r1\".\"id\" asc) from (select \"r1\".\"id\", \"r1\".\"order_id\", \"r1\".\"product_id\", \"r1\".\"quantity\" from \"line_items\" as \"r1\" where \"r1\".\"order_id\" = \"orders\".\"id\" and \"r1\".\"quantity\" > ? order by \"r1\".\"quantity\" desc, \"r1\".\"id\" asc limit ?) as \"r1\") from \"orders\"")
                .binds(1, 3L)
                .unsupportedOn("DuckDB", Feature.NESTED_ROWS)
                .unsupportedOn("Trino", Feature.NESTED_ROWS)
                .unsupportedOn("SQL Server", Feature.NESTED_ROWS);
    }

    @Test
    void rowsWithinRowsAreRendered() {
        assertRenders(select(USER.ORDERS.rows(o ->
                                select(o.STATUS, o.LINE_ITEMS.rows(i -> select(i.PRODUCT.row(p -> select(p.NAME)))))))
                        .from(USER))
                .as(
                        "select json_array(select json_array(\"r1\".\"status\", json_array(select json_array((select json_array(\"r3\".\"name\" null on null) from \"products\" as \"r3\" where \"r3\".\"id\" = \"r2\".\"product_id\") null on null) from \"line_items\" as \"r2\" where \"r2\".\"order_id\" = \"r1\".\"id\" order by \"r2\".\"id\" asc) null on null) from \"orders\" as \"r1\" where \"r1\".\"user_id\" = \"users\".\"id\" order by \"r1\".\"id\" asc) from \"users\"")
                .on(
                        "PostgreSQL",
                        "select (select json_agg(json_build_array(\"r1\".\"status\", (select json_agg(json_build_array((select json_build_array(\"r3\".\"name\") from \"products\" as \"r3\" where \"r3\".\"id\" = \"r2\".\"product_id\")) order by \"r2\".\"id\" asc) from \"line_items\" as \"r2\" where \"r2\".\"order_id\" = \"r1\".\"id\")) order by \"r1\".\"id\" asc) from \"orders\" as \"r1\" where \"r1\".\"user_id\" = \"users\".\"id\") from \"users\"")
                .on(
                        "MySQL",
                        "select /*+ set_var(group_concat_max_len = 4294967295) */ (select concat('[', group_concat(json_array(cast(`r1`.`status` as char), cast((select concat('[', group_concat(json_array(cast((select json_array(cast(`r3`.`name` as char)) from `products` as `r3` where `r3`.`id` = `r2`.`product_id`) as json)) order by `r2`.`id` asc separator ','), ']') from `line_items` as `r2` where `r2`.`order_id` = `r1`.`id`) as json)) order by `r1`.`id` asc separator ','), ']') from `orders` as `r1` where `r1`.`user_id` = `users`.`id`) from `users`")
                .on(
                        "MariaDB",
                        "set statement group_concat_max_len = 4294967295 for select (select json_arrayagg(json_array(cast(`r1`.`status` as char), (select json_arrayagg(json_array((select json_array(cast(`r3`.`name` as char)) from `products` as `r3` where `r3`.`id` = `r2`.`product_id`)) order by `r2`.`id` asc) from `line_items` as `r2` where `r2`.`order_id` = `r1`.`id`)) order by `r1`.`id` asc) from `orders` as `r1` where `r1`.`user_id` = `users`.`id`) from `users`")
                .on(
                        "SQLite",
                        "select (select json_group_array(json_array(\"r1\".\"status\", json((select json_group_array(json_array(json((select json_array(\"r3\".\"name\") from \"products\" as \"r3\" where \"r3\".\"id\" = \"r2\".\"product_id\"))) order by \"r2\".\"id\" asc) from \"line_items\" as \"r2\" where \"r2\".\"order_id\" = \"r1\".\"id\"))) order by \"r1\".\"id\" asc) from \"orders\" as \"r1\" where \"r1\".\"user_id\" = \"users\".\"id\") from \"users\"")
                .unsupportedOn("DuckDB", Feature.NESTED_ROWS)
                .unsupportedOn("Trino", Feature.NESTED_ROWS)
                .unsupportedOn("SQL Server", Feature.NESTED_ROWS);
    }
}
