package dev.rowan.dialect.rendering;

import static dev.rowan.expression.Functions.fullText;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Users.USER;

import dev.rowan.contract.RenderingTest;
import org.junit.jupiter.api.Test;

final class FullTextRenderingTest extends RenderingTest {
    @Test
    void wordsAreLookedFor() {
        assertRenders(select(USER.ID)
                        .from(USER)
                        .where(fullText(USER.NAME, USER.EMAIL).matches("green tea")))
                .on(
                        "PostgreSQL",
                        "select \"users\".\"id\" from \"users\" where (to_tsvector('simple', regexp_replace(coalesce(\"users\".\"name\", '') || ' ' || coalesce(\"users\".\"email\", ''), '[^[:alnum:]]+', ' ', 'g')) @@ plainto_tsquery('simple', regexp_replace(?, '[^[:alnum:]]+', ' ', 'g')))")
                .binds("green tea")
                .on(
                        "MySQL",
                        "select `users`.`id` from `users` where (match (`users`.`name`, `users`.`email`) against (? in boolean mode) > 0)")
                .binds("+green +tea")
                .on(
                        "MariaDB",
                        "select `users`.`id` from `users` where (match (`users`.`name`, `users`.`email`) against (? in boolean mode) > 0)")
                .binds("+green +tea")
                .on("SQLite", "select \"users\".\"id\" from \"users\" where (\"users\".\"users\" match ?)")
                .binds("{\"name\" \"email\"} : (\"green\" AND \"tea\")")
                .withoutFunctionOn("Standard", "full_text_match")
                .withoutFunctionOn("H2", "full_text_match")
                .withoutFunctionOn("DuckDB", "full_text_match")
                .withoutFunctionOn("Trino", "full_text_match")
                .withoutFunctionOn("SQL Server", "full_text_match");
    }

    @Test
    void foundRowsAreRanked() {
        assertRenders(select(USER.ID)
                        .from(USER)
                        .orderBy(fullText(USER.NAME).score("tea").desc()))
                .on(
                        "PostgreSQL",
                        "select \"users\".\"id\" from \"users\" order by cast(ts_rank(to_tsvector('simple', regexp_replace(coalesce(\"users\".\"name\", ''), '[^[:alnum:]]+', ' ', 'g')), plainto_tsquery('simple', regexp_replace(?, '[^[:alnum:]]+', ' ', 'g'))) as double precision) desc")
                .binds("tea")
                .on("MySQL", "select `users`.`id` from `users` order by match (`users`.`name`) against (?) desc")
                .binds("tea")
                .on("MariaDB", "select `users`.`id` from `users` order by match (`users`.`name`) against (?) desc")
                .binds("tea")
                .on("SQLite", "select \"users\".\"id\" from \"users\" order by (-bm25(\"users\".\"users\")) desc")
                .binds()
                .withoutFunctionOn("Standard", "full_text_score")
                .withoutFunctionOn("H2", "full_text_score")
                .withoutFunctionOn("DuckDB", "full_text_score")
                .withoutFunctionOn("Trino", "full_text_score")
                .withoutFunctionOn("SQL Server", "full_text_score");
    }
}
