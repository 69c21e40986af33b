package dev.rowan.dialect.rendering;

import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Users.USER;

import dev.rowan.contract.RenderingTest;
import dev.rowan.shop.Users;
import org.junit.jupiter.api.Test;

final class FromRenderingTest extends RenderingTest {
    @Test
    void aliasRenamesTableAndColumns() {
        Users boss = alias(USER, "the boss");

        assertRenders(select(boss.NAME).from(boss)).as("select \"the boss\".\"name\" from \"users\" as \"the boss\"");
    }

    @Test
    void quotesInAliasesAreDoubled() {
        Users odd = alias(USER, "\"`");

        assertRenders(select(odd.ID).from(odd))
                .as("select \"\"\"`\".\"id\" from \"users\" as \"\"\"`\"")
                .on("MySQL", "select `\"```.`id` from `users` as `\"```")
                .on("MariaDB", "select `\"```.`id` from `users` as `\"```")
                .on("SQL Server", "select [\"`].[id] from [users] as [\"`]");
    }
}
