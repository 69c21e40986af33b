package dev.rowan.dialect.rendering;

import static dev.rowan.expression.Functions.lower;
import static dev.rowan.expression.Functions.text;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;

import dev.rowan.contract.RenderingTest;
import dev.rowan.expression.BoundValue;
import dev.rowan.render.Feature;
import dev.rowan.shop.Product;
import dev.rowan.type.SqlType;
import org.junit.jupiter.api.Test;

final class InsertRenderingTest extends RenderingTest {
    @Test
    void setsAreColumnsAndValues() {
        assertRenders(insertInto(PRODUCT).set(PRODUCT.NAME, "Tea").set(PRODUCT.STOCK, 3))
                .as("insert into \"products\" (\"name\", \"stock\") values (?, ?)")
                .binds("Tea", 3)
                .unsupportedOn("Trino", Feature.GENERATED_KEY);
    }

    @Test
    void recordsLeaveTheIdentityOut() {
        assertRenders(insertInto(PRODUCT).row(new Product(0, "Tea", 450, 1)).row(new Product(0, "Cup", 900, 2)))
                .as("insert into \"products\" (\"name\", \"price_in_cents\", \"stock\") values (?, ?, ?), (?, ?, ?)")
                .binds("Tea", 450, 1, "Cup", 900, 2)
                .unsupportedOn("Trino", Feature.GENERATED_KEY);
    }

    @Test
    void nullIsBound() {
        assertRenders(insertInto(ORDER).set(ORDER.NOTE, (String) null))
                .as("insert into \"orders\" (\"note\") values (?)")
                .binds((Object) null)
                .unsupportedOn("Trino", Feature.GENERATED_KEY);
    }

    @Test
    void expressionsAreValues() {
        assertRenders(insertInto(PRODUCT).set(PRODUCT.NAME, lower(text(BoundValue.of(SqlType.TEXT, "TEA")))))
                .as("insert into \"products\" (\"name\") values (lower(?))")
                .binds("TEA")
                .unsupportedOn("Trino", Feature.GENERATED_KEY);
    }

    @Test
    void rowsOfAQueryFollowTheColumns() {
        assertRenders(insertInto(PRODUCT)
                        .columns(PRODUCT.NAME, PRODUCT.STOCK)
                        .select(select(USER.NAME, value(3)).from(USER).where(USER.ID.eq(7))))
                .as(
                        "insert into \"products\" (\"name\", \"stock\") select \"users\".\"name\", ? from \"users\" where \"users\".\"id\" = ?")
                .binds(3, 7L)
                .on(
                        "H2",
                        "insert into \"products\" (\"name\", \"stock\") select \"users\".\"name\", cast(? as integer) from \"users\" where \"users\".\"id\" = ?")
                .unsupportedOn("Trino", Feature.GENERATED_KEY);
    }

    @Test
    void commonTableFollowsTheColumnsOrPrecedesTheInsert() {
        var names = cte(select(USER.NAME).from(USER).where(USER.ID.eq(7)), "names");

        assertRenders(insertInto(PRODUCT)
                        .columns(PRODUCT.NAME)
                        .select(select(names.get(USER.NAME)).from(names)))
                .as(
                        "insert into \"products\" (\"name\") with \"names\"(\"name\") as (select \"users\".\"name\" from \"users\" where \"users\".\"id\" = ?) select \"names\".\"name\" from \"names\"")
                .binds(7L)
                .on(
                        "PostgreSQL",
                        "with \"names\"(\"name\") as (select \"users\".\"name\" from \"users\" where \"users\".\"id\" = ?) insert into \"products\" (\"name\") select \"names\".\"name\" from \"names\"")
                .on(
                        "SQLite",
                        "with \"names\"(\"name\") as (select \"users\".\"name\" from \"users\" where \"users\".\"id\" = ?) insert into \"products\" (\"name\") select \"names\".\"name\" from \"names\"")
                .on(
                        "DuckDB",
                        "with \"names\"(\"name\") as (select \"users\".\"name\" from \"users\" where \"users\".\"id\" = ?) insert into \"products\" (\"name\") select \"names\".\"name\" from \"names\"")
                .unsupportedOn("Trino", Feature.GENERATED_KEY)
                .on(
                        "SQL Server",
                        "with [names]([name]) as (select [users].[name] from [users] where [users].[id] = ?) "
                                + "insert into [products] ([name]) select [names].[name] from [names]");
    }

    @Test
    void nothingSetIsDefaultValues() {
        assertRenders(insertInto(PRODUCT))
                .as("insert into \"products\" default values")
                .on("MySQL", "insert into `products` () values ()")
                .on("MariaDB", "insert into `products` () values ()")
                .unsupportedOn("Trino", Feature.GENERATED_KEY);
    }
}
