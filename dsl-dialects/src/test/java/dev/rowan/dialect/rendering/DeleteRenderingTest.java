package dev.rowan.dialect.rendering;

import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.exists;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Users.USER;

import dev.rowan.contract.RenderingTest;
import dev.rowan.render.Feature;
import dev.rowan.shop.Users;
import org.junit.jupiter.api.Test;

final class DeleteRenderingTest extends RenderingTest {
    @Test
    void whereSaysWhatGoes() {
        assertRenders(deleteFrom(USER).where(u -> u.ID.eq(7)))
                .as("delete from \"users\" where \"users\".\"id\" = ?")
                .binds(7L)
                .unsupportedOn("Trino", Feature.DELETE);
    }

    @Test
    void everyRowHasNoWhere() {
        assertRenders(deleteFrom(USER).everyRow()).as("delete from \"users\"").unsupportedOn("Trino", Feature.DELETE);
    }

    @Test
    void rowsAreFoundFirstOnMySqlIfTheConditionReadsTheTable() {
        Users twin = alias(USER, "twin");

        assertRenders(deleteFrom(USER).where(exists(select().from(twin).where(twin.NAME.eq(USER.NAME)))))
                .as(
                        "delete from \"users\" where exists (select 1 from \"users\" as \"twin\" where \"twin\".\"name\" = \"users\".\"name\")")
                .on(
                        "MySQL",
                        "delete from `users` where (`users`.`id`) in (select * from (select `users`.`id` from `users` where exists (select 1 from `users` as `twin` where `twin`.`name` = `users`.`name`)) as `d`)")
                .unsupportedOn("Trino", Feature.DELETE);
    }
}
