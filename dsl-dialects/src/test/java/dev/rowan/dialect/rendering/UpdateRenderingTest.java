package dev.rowan.dialect.rendering;

import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.notNull;
import static dev.rowan.expression.Functions.scalar;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;

import dev.rowan.contract.RenderingTest;
import dev.rowan.render.Feature;
import dev.rowan.shop.Users;
import dev.rowan.type.SqlType;
import org.junit.jupiter.api.Test;

final class UpdateRenderingTest extends RenderingTest {
    @Test
    void setsAndWhere() {
        assertRenders(update(PRODUCT)
                        .set(PRODUCT.STOCK, PRODUCT.STOCK.minus(1))
                        .set(PRODUCT.NAME, "Tea")
                        .where(PRODUCT.ID.eq(7)))
                .as(
                        "update \"products\" set \"stock\" = \"products\".\"stock\" - ?, \"name\" = ? where \"products\".\"id\" = ?")
                .binds(1, "Tea", 7L)
                .unsupportedOn("Trino", Feature.UPDATE);
    }

    @Test
    void everyRowHasNoWhere() {
        assertRenders(update(PRODUCT).set(PRODUCT.STOCK, 0).everyRow())
                .as("update \"products\" set \"stock\" = ?")
                .binds(0)
                .unsupportedOn("Trino", Feature.UPDATE);
    }

    @Test
    void columnThatWasSetBeforeIsNotReadOnMySql() {
        assertRenders(update(PRODUCT)
                        .set(PRODUCT.STOCK, PRODUCT.PRICE_IN_CENTS)
                        .set(PRODUCT.PRICE_IN_CENTS, PRODUCT.STOCK)
                        .everyRow())
                .as(
                        "update \"products\" set \"stock\" = \"products\".\"price_in_cents\", \"price_in_cents\" = \"products\".\"stock\"")
                .unsupportedOn("MySQL", Feature.SIMULTANEOUS_ASSIGNMENT)
                .unsupportedOn("MariaDB", Feature.SIMULTANEOUS_ASSIGNMENT)
                .unsupportedOn("Trino", Feature.UPDATE);
    }

    @Test
    void rowsAreFoundFirstOnMySqlIfTheConditionReadsTheTable() {
        Users other = alias(USER, "other");

        assertRenders(update(USER)
                        .set(USER.ACTIVE, false)
                        .where(USER.ID.in(select(notNull(other.REFERRER_ID)).from(other))))
                .as(
                        "update \"users\" set \"active\" = ? where \"users\".\"id\" in (select \"other\".\"referrer_id\" from \"users\" as \"other\")")
                .binds(false)
                .on(
                        "MySQL",
                        "update `users` set `active` = ? where (`users`.`id`) in (select * from (select `users`.`id` from `users` where `users`.`id` in (select `other`.`referrer_id` from `users` as `other`)) as `d`)")
                .unsupportedOn("Trino", Feature.UPDATE);
    }

    @Test
    void rowsAreFoundFirstOnMySqlIfACommonTableReadsTheTable() {
        Users other = alias(USER, "other");
        var referrers = cte(select(notNull(other.REFERRER_ID).as("id")).from(other), "referrers");

        assertRenders(update(USER)
                        .set(USER.ACTIVE, false)
                        .where(USER.ID.in(
                                select(referrers.get("id", SqlType.BIGINT)).from(referrers))))
                .as(
                        "with \"referrers\"(\"id\") as (select \"other\".\"referrer_id\" as \"id\" from \"users\" as \"other\") update \"users\" set \"active\" = ? where \"users\".\"id\" in (select \"referrers\".\"id\" from \"referrers\")")
                .binds(false)
                .on(
                        "MySQL",
                        "with `referrers`(`id`) as (select `other`.`referrer_id` as `id` from `users` as `other`) update `users` set `active` = ? where (`users`.`id`) in (select * from (select `users`.`id` from `users` where `users`.`id` in (select `referrers`.`id` from `referrers`)) as `d`)")
                .unsupportedOn("H2", Feature.COMMON_TABLE_IN_WRITE)
                .unsupportedOn("MariaDB", Feature.COMMON_TABLE_IN_WRITE)
                .unsupportedOn("Trino", Feature.UPDATE);
    }

    @Test
    void valueFromTheWrittenTableIsNotSetOnMySqlAndSqlite() {
        Users other = alias(USER, "other");

        assertRenders(update(USER)
                        .set(USER.REFERRER_ID, scalar(select(max(other.ID)).from(other)))
                        .everyRow())
                .as("update \"users\" set \"referrer_id\" = (select max(\"other\".\"id\") from \"users\" as \"other\")")
                .unsupportedOn("MySQL", Feature.READ_OF_WRITTEN_TABLE_IN_SET)
                .unsupportedOn("SQLite", Feature.READ_OF_WRITTEN_TABLE_IN_SET)
                .unsupportedOn("Trino", Feature.UPDATE);
    }
}
