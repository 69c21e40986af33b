package dev.rowan.dialect.rendering;

import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Users.USER;

import dev.rowan.contract.RenderingTest;
import org.junit.jupiter.api.Test;

final class LimitRenderingTest extends RenderingTest {
    @Test
    void limitIsFetchFirst() {
        assertRenders(select(USER.ID).from(USER).limit(10))
                .as("select \"users\".\"id\" from \"users\" fetch first ? rows only")
                .binds(10L)
                .on("MySQL", "select `users`.`id` from `users` limit ?")
                .on("MariaDB", "select `users`.`id` from `users` limit ?")
                .on("SQLite", "select \"users\".\"id\" from \"users\" limit ?")
                .on("DuckDB", "select \"users\".\"id\" from \"users\" limit 10")
                .binds()
                .on("SQL Server", "select top (?) [users].[id] from [users]");
    }

    @Test
    void offsetComesBeforeTheLimitExceptOnMySql() {
        assertRenders(select(USER.ID).from(USER).limit(10).offset(20))
                .as("select \"users\".\"id\" from \"users\" offset ? rows fetch first ? rows only")
                .binds(20L, 10L)
                .on("MySQL", "select `users`.`id` from `users` limit ? offset ?")
                .binds(10L, 20L)
                .on("MariaDB", "select `users`.`id` from `users` limit ? offset ?")
                .binds(10L, 20L)
                .on("SQLite", "select \"users\".\"id\" from \"users\" limit ? offset ?")
                .binds(10L, 20L)
                .on("DuckDB", "select \"users\".\"id\" from \"users\" limit 10 offset 20")
                .binds()
                .on(
                        "SQL Server",
                        "select [users].[id] from [users] order by (select null) offset ? rows fetch next ? rows only");
    }

    @Test
    void offsetAloneNeedsALimitOnMySql() {
        assertRenders(select(USER.ID).from(USER).offset(20))
                .as("select \"users\".\"id\" from \"users\" offset ? rows")
                .binds(20L)
                .on("MySQL", "select `users`.`id` from `users` limit 18446744073709551615 offset ?")
                .on("MariaDB", "select `users`.`id` from `users` limit 18446744073709551615 offset ?")
                .on("SQLite", "select \"users\".\"id\" from \"users\" limit -1 offset ?")
                .on("DuckDB", "select \"users\".\"id\" from \"users\" offset 20")
                .binds()
                .on("SQL Server", "select [users].[id] from [users] order by (select null) offset ? rows");
    }

    @Test
    void limitOfNothingStays() {
        assertRenders(select(USER.ID).from(USER).limit(0).offset(0))
                .as("select \"users\".\"id\" from \"users\" fetch first ? rows only")
                .binds(0L)
                .on("MySQL", "select `users`.`id` from `users` limit ?")
                .on("MariaDB", "select `users`.`id` from `users` limit ?")
                .on("SQLite", "select \"users\".\"id\" from \"users\" limit ?")
                .on("DuckDB", "select \"users\".\"id\" from \"users\" limit 0")
                .binds()
                .on("SQL Server", "select top (?) [users].[id] from [users]");
    }
}
