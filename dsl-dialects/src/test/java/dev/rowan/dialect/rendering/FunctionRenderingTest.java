package dev.rowan.dialect.rendering;

import static dev.rowan.expression.Functions.avg;
import static dev.rowan.expression.Functions.coalesce;
import static dev.rowan.expression.Functions.concat;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.countDistinct;
import static dev.rowan.expression.Functions.length;
import static dev.rowan.expression.Functions.lower;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.min;
import static dev.rowan.expression.Functions.notNull;
import static dev.rowan.expression.Functions.nullable;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.expression.Functions.upper;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Products.PRODUCT;

import dev.rowan.contract.RenderingTest;
import org.junit.jupiter.api.Test;

final class FunctionRenderingTest extends RenderingTest {
    @Test
    void aggregates() {
        assertRenders(select(count()).from(PRODUCT))
                .as("select count(*) from \"products\"")
                .on("SQL Server", "select count_big(*) from [products]");
        assertRenders(select(count(PRODUCT.NAME)).from(PRODUCT))
                .as("select count(\"products\".\"name\") from \"products\"")
                .on("SQL Server", "select count_big([products].[name]) from [products]");
        assertRenders(select(countDistinct(PRODUCT.NAME)).from(PRODUCT))
                .as("select count(distinct \"products\".\"name\") from \"products\"")
                .on("SQL Server", "select count_big(distinct [products].[name]) from [products]");
        assertRenders(select(sum(PRODUCT.STOCK)).from(PRODUCT))
                .as("select sum(\"products\".\"stock\") from \"products\"")
                .on("SQL Server", "select sum(cast([products].[stock] as decimal(38, 0))) from [products]");
        assertRenders(select(min(PRODUCT.NAME)).from(PRODUCT))
                .as("select min(\"products\".\"name\") from \"products\"");
        assertRenders(select(max(PRODUCT.STOCK)).from(PRODUCT))
                .as("select max(\"products\".\"stock\") from \"products\"");
    }

    @Test
    void avgIsInDoublePrecision() {
        assertRenders(select(avg(PRODUCT.STOCK)).from(PRODUCT))
                .as("select avg(cast(\"products\".\"stock\" as double precision)) from \"products\"")
                .on("MySQL", "select avg(cast(`products`.`stock` as double)) from `products`")
                .on("MariaDB", "select avg(cast(`products`.`stock` as double)) from `products`")
                .on("SQLite", "select avg(cast(\"products\".\"stock\" as real)) from \"products\"")
                .on("Trino", "select avg(cast(\"products\".\"stock\" as double)) from \"products\"")
                .on("SQL Server", "select avg(cast([products].[stock] as float)) from [products]");
    }

    @Test
    void textFunctions() {
        assertRenders(select(lower(PRODUCT.NAME)).from(PRODUCT))
                .as("select lower(\"products\".\"name\") from \"products\"");
        assertRenders(select(upper(PRODUCT.NAME)).from(PRODUCT))
                .as("select upper(\"products\".\"name\") from \"products\"");
        assertRenders(select(length(PRODUCT.NAME)).from(PRODUCT))
                .as("select char_length(\"products\".\"name\") from \"products\"")
                .on("SQLite", "select length(\"products\".\"name\") from \"products\"")
                .on("Trino", "select length(\"products\".\"name\") from \"products\"")
                .on(
                        "SQL Server",
                        "select cast((len(cast([products].[name] as nvarchar(max)) collate "
                                + "Latin1_General_100_CS_AS_KS_WS_SC + N'.') - 1) as int) from [products]");
    }

    @Test
    void concatIsAFunctionOnMySql() {
        assertRenders(select(concat(PRODUCT.NAME, lower(PRODUCT.NAME))).from(PRODUCT))
                .as("select (\"products\".\"name\" || lower(\"products\".\"name\")) from \"products\"")
                .on("MySQL", "select concat(`products`.`name`, lower(`products`.`name`)) from `products`")
                .on("MariaDB", "select concat(`products`.`name`, lower(`products`.`name`)) from `products`")
                .on(
                        "SQL Server",
                        "select (cast([products].[name] as nvarchar(max)) + lower([products].[name])) from [products]");
    }

    @Test
    void coalesceBindsTheOtherValue() {
        assertRenders(select(coalesce(PRODUCT.NAME, "x")).from(PRODUCT))
                .as("select coalesce(\"products\".\"name\", ?) from \"products\"")
                .binds("x");
    }

    @Test
    void statementsOfNullnessLeaveNoTrace() {
        assertRenders(select(notNull(PRODUCT.NAME)).from(PRODUCT)).as("select \"products\".\"name\" from \"products\"");
        assertRenders(select(nullable(PRODUCT.NAME)).from(PRODUCT))
                .as("select \"products\".\"name\" from \"products\"");
    }
}
