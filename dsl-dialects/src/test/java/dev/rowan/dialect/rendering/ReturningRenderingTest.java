package dev.rowan.dialect.rendering;

import static dev.rowan.expression.Functions.upper;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Products.PRODUCT;

import dev.rowan.contract.RenderingTest;
import dev.rowan.render.Feature;
import dev.rowan.shop.Product;
import org.junit.jupiter.api.Test;

final class ReturningRenderingTest extends RenderingTest {
    @Test
    void insertReturnsColumns() {
        assertRenders(insertInto(PRODUCT)
                        .row(new Product(0, "Tea", 450, 1))
                        .returning(select(PRODUCT.ID, upper(PRODUCT.NAME).as("shout"))))
                .as(
                        "insert into \"products\" (\"name\", \"price_in_cents\", \"stock\") values (?, ?, ?) returning \"products\".\"id\", upper(\"products\".\"name\") as \"shout\"")
                .binds("Tea", 450, 1)
                .on(
                        "H2",
                        "select \"products\".\"id\", upper(\"products\".\"name\") as \"shout\" from final table (insert into \"products\" (\"name\", \"price_in_cents\", \"stock\") values (?, ?, ?)) as \"products\"")
                .severalStatementsOn("MySQL", Feature.RETURNING_OF_INSERT)
                .unsupportedOn("Trino", Feature.RETURNING_OF_INSERT)
                .on(
                        "SQL Server",
                        "set nocount on; declare @written table ([c1] bigint, [c2] nvarchar(200)); insert into "
                                + "[products] ([name], [price_in_cents], [stock]) output inserted.[id], "
                                + "upper(inserted.[name]) as [shout] into @written values (?, ?, ?); select * from "
                                + "@written; set nocount off");
    }

    @Test
    void insertOfDefaultsReturnsTheTablesRecord() {
        assertRenders(insertInto(PRODUCT).returning())
                .as(
                        "insert into \"products\" default values returning \"products\".\"id\", \"products\".\"name\", \"products\".\"price_in_cents\", \"products\".\"stock\"")
                .on(
                        "MariaDB",
                        "insert into `products` () values () returning `products`.`id`, `products`.`name`, `products`.`price_in_cents`, `products`.`stock`")
                .on(
                        "H2",
                        "select \"products\".\"id\", \"products\".\"name\", \"products\".\"price_in_cents\", \"products\".\"stock\" from final table (insert into \"products\" default values) as \"products\"")
                .severalStatementsOn("MySQL", Feature.RETURNING_OF_INSERT)
                .unsupportedOn("Trino", Feature.RETURNING_OF_INSERT)
                .on(
                        "SQL Server",
                        "set nocount on; declare @written table ([c1] bigint, [c2] nvarchar(200), [c3] int, [c4] "
                                + "int); insert into [products] output inserted.[id], inserted.[name], "
                                + "inserted.[price_in_cents], inserted.[stock] into @written default values; select * from "
                                + "@written; set nocount off");
    }

    @Test
    void updateReturnsWhatIsThere() {
        assertRenders(update(PRODUCT)
                        .set(PRODUCT.STOCK, 0)
                        .where(PRODUCT.ID.eq(7))
                        .returning(PRODUCT.NAME))
                .as(
                        "update \"products\" set \"stock\" = ? where \"products\".\"id\" = ? returning \"products\".\"name\"")
                .binds(0, 7L)
                .on(
                        "H2",
                        "select \"products\".\"name\" from final table (update \"products\" set \"stock\" = ? where \"products\".\"id\" = ?) as \"products\"")
                .severalStatementsOn("MySQL", Feature.RETURNING_OF_UPDATE)
                .severalStatementsOn("MariaDB", Feature.RETURNING_OF_UPDATE)
                .unsupportedOn("Trino", Feature.RETURNING_OF_UPDATE)
                .on(
                        "SQL Server",
                        "set nocount on; declare @written table ([c1] nvarchar(200)); update [products] set "
                                + "[stock] = ? output inserted.[name] into @written where [products].[id] = ?; select * "
                                + "from @written; set nocount off");
    }

    @Test
    void deleteReturnsWhatWasThere() {
        assertRenders(deleteFrom(PRODUCT).where(PRODUCT.STOCK.eq(0)).returning(PRODUCT.ID))
                .as("delete from \"products\" where \"products\".\"stock\" = ? returning \"products\".\"id\"")
                .binds(0)
                .on(
                        "H2",
                        "select \"products\".\"id\" from old table (delete from \"products\" where \"products\".\"stock\" = ?) as \"products\"")
                .severalStatementsOn("MySQL", Feature.RETURNING_OF_DELETE)
                .unsupportedOn("Trino", Feature.RETURNING_OF_DELETE)
                .on(
                        "SQL Server",
                        "set nocount on; declare @written table ([c1] bigint); delete from [products] output "
                                + "deleted.[id] into @written where [products].[stock] = ?; select * from @written; set "
                                + "nocount off");
    }

    @Test
    void commonTableWrites() {
        var gone = cte(deleteFrom(PRODUCT).where(PRODUCT.STOCK.eq(0)).returning(PRODUCT.NAME), "gone");

        assertRenders(insertInto(PRODUCT)
                        .columns(PRODUCT.NAME)
                        .select(select(gone.get(PRODUCT.NAME)).from(gone)))
                .as(
                        "insert into \"products\" (\"name\") with \"gone\"(\"name\") as (delete from \"products\" where \"products\".\"stock\" = ? returning \"products\".\"name\") select \"gone\".\"name\" from \"gone\"")
                .binds(0)
                .on(
                        "PostgreSQL",
                        "with \"gone\"(\"name\") as (delete from \"products\" where \"products\".\"stock\" = ? returning \"products\".\"name\") insert into \"products\" (\"name\") select \"gone\".\"name\" from \"gone\"")
                .unsupportedOn("H2", Feature.WRITE_IN_COMMON_TABLE)
                .unsupportedOn("MySQL", Feature.WRITE_IN_COMMON_TABLE)
                .unsupportedOn("MariaDB", Feature.WRITE_IN_COMMON_TABLE)
                .unsupportedOn("SQLite", Feature.WRITE_IN_COMMON_TABLE)
                .on(
                        "DuckDB",
                        "with \"gone\"(\"name\") as (delete from \"products\" where \"products\".\"stock\" = ? returning \"products\".\"name\") insert into \"products\" (\"name\") select \"gone\".\"name\" from \"gone\"")
                .unsupportedOn("Trino", Feature.GENERATED_KEY)
                .unsupportedOn("SQL Server", Feature.WRITE_IN_COMMON_TABLE);
    }
}
