package dev.rowan.dialect.rendering;

import static dev.rowan.query.Sql.excluded;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;

import dev.rowan.contract.RenderingTest;
import dev.rowan.query.Insert;
import dev.rowan.render.Feature;
import dev.rowan.shop.Product;
import dev.rowan.shop.User;
import dev.rowan.shop.Users;
import org.junit.jupiter.api.Test;

final class UpsertRenderingTest extends RenderingTest {
    private static Insert<User, Users> ann() {
        return insertInto(USER).set(USER.NAME, "Ann").set(USER.EMAIL, "a");
    }

    @Test
    void nothingIsDone() {
        assertRenders(ann().onConflict(USER.BY_EMAIL).doNothing())
                .as("insert into \"users\" (\"name\", \"email\") values (?, ?) on conflict (\"email\") do nothing")
                .binds("Ann", "a")
                .on(
                        "H2",
                        "merge into \"users\" as \"users\" using (values (cast(? as character large object), cast(? as character large object))) as \"excluded\"(\"name\", \"email\") on (\"users\".\"email\" = \"excluded\".\"email\") when not matched then insert (\"name\", \"email\") values (\"excluded\".\"name\", \"excluded\".\"email\")")
                .on(
                        "MySQL",
                        "insert into `users` (`name`, `email`) values (?, ?) as `excluded` on duplicate key update `name` = `users`.`name`")
                .on(
                        "MariaDB",
                        "insert into `users` (`name`, `email`) values (?, ?) on duplicate key update `name` = `users`.`name`")
                .unsupportedOn("Trino", Feature.CONFLICT_CLAUSE)
                .on(
                        "SQL Server",
                        "merge into [users] with (holdlock) using (values (?, ?)) as [excluded]([name], [email]) "
                                + "on ([users].[email] = [excluded].[email]) when not matched then insert ([name], [email]) "
                                + "values ([excluded].[name], [excluded].[email]);");
    }

    @Test
    void rowThatIsThereIsUpdatedWhereAConditionHolds() {
        assertRenders(insertInto(PRODUCT)
                        .row(new Product(0, "Tea", 450, 7))
                        .set(PRODUCT.ID, 1)
                        .onConflictOfAnyKey()
                        .doUpdate(p -> p.STOCK)
                        .set(PRODUCT.PRICE_IN_CENTS, PRODUCT.PRICE_IN_CENTS.plus(excluded(PRODUCT.STOCK)))
                        .updateWhere(PRODUCT.STOCK.lt(excluded(PRODUCT.STOCK))))
                .as(
                        "insert into \"products\" (\"name\", \"price_in_cents\", \"stock\", \"id\") values (?, ?, ?, ?) on conflict do update set \"stock\" = \"excluded\".\"stock\", \"price_in_cents\" = \"products\".\"price_in_cents\" + \"excluded\".\"stock\" where \"products\".\"stock\" < \"excluded\".\"stock\"")
                .binds("Tea", 450, 7, 1L)
                .unsupportedOn("PostgreSQL", Feature.UPDATE_ON_ANY_CONFLICT)
                .unsupportedOn("H2", Feature.UPDATE_ON_ANY_CONFLICT)
                .on(
                        "MySQL",
                        "insert into `products` (`name`, `price_in_cents`, `stock`, `id`) values (?, ?, ?, ?) as `excluded` on duplicate key update `price_in_cents` = case when `products`.`stock` < `excluded`.`stock` then `products`.`price_in_cents` + `excluded`.`stock` else `products`.`price_in_cents` end, `stock` = case when `products`.`stock` < `excluded`.`stock` then `excluded`.`stock` else `products`.`stock` end")
                .on(
                        "MariaDB",
                        "insert into `products` (`name`, `price_in_cents`, `stock`, `id`) values (?, ?, ?, ?) on duplicate key update `price_in_cents` = case when `products`.`stock` < values(`stock`) then `products`.`price_in_cents` + values(`stock`) else `products`.`price_in_cents` end, `stock` = case when `products`.`stock` < values(`stock`) then values(`stock`) else `products`.`stock` end")
                .unsupportedOn("Trino", Feature.CONFLICT_CLAUSE)
                .unsupportedOn("SQL Server", Feature.UPDATE_ON_ANY_CONFLICT);
    }

    @Test
    void oneOfSeveralKeysIsNotNamedOnMySql() {
        assertRenders(ann().set(USER.ID, 1).onConflict(USER.BY_EMAIL).doUpdate(USER.NAME))
                .as(
                        "insert into \"users\" (\"name\", \"email\", \"id\") values (?, ?, ?) on conflict (\"email\") do update set \"name\" = \"excluded\".\"name\"")
                .binds("Ann", "a", 1L)
                .on(
                        "H2",
                        "merge into \"users\" as \"users\" using (values (cast(? as character large object), cast(? as character large object), cast(? as bigint))) as \"excluded\"(\"name\", \"email\", \"id\") on (\"users\".\"email\" = \"excluded\".\"email\") when matched then update set \"name\" = \"excluded\".\"name\" when not matched then insert (\"name\", \"email\", \"id\") values (\"excluded\".\"name\", \"excluded\".\"email\", \"excluded\".\"id\")")
                .unsupportedOn("MySQL", Feature.CONFLICT_OF_ONE_KEY)
                .unsupportedOn("MariaDB", Feature.CONFLICT_OF_ONE_KEY)
                .unsupportedOn("Trino", Feature.CONFLICT_CLAUSE)
                .on(
                        "SQL Server",
                        "set identity_insert [users] on; merge into [users] with (holdlock) using (values (?, ?, "
                                + "?)) as [excluded]([name], [email], [id]) on ([users].[email] = [excluded].[email]) when "
                                + "matched then update set [name] = [excluded].[name] when not matched then insert ([name], "
                                + "[email], [id]) values ([excluded].[name], [excluded].[email], [excluded].[id]); set "
                                + "identity_insert [users] off");
    }
}
