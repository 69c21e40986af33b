package dev.rowan.dialect.rendering;

import static dev.rowan.dialect.rendering.Papers.PAPER;
import static dev.rowan.expression.Functions.jsonArrayAgg;
import static dev.rowan.expression.Functions.jsonObject;
import static dev.rowan.query.Sql.select;

import dev.rowan.contract.RenderingTest;
import dev.rowan.type.Json;
import org.junit.jupiter.api.Test;

final class JsonRenderingTest extends RenderingTest {
    @Test
    void pathsAreReadStrictly() {
        assertRenders(select(PAPER.DATA.path("a", 0).asText()).from(PAPER))
                .on(
                        "H2",
                        "select case when cast(((\"p\".\"data\").\"a\")[cast(? as integer) + 1] as varchar) like '\"%' then stringdecode(substring(cast(((\"p\".\"data\").\"a\")[cast(? as integer) + 1] as varchar) from 2 for char_length(cast(((\"p\".\"data\").\"a\")[cast(? as integer) + 1] as varchar)) - 2)) end from \"p\"")
                .binds(0, 0, 0)
                .on(
                        "PostgreSQL",
                        "select case when jsonb_typeof(jsonb_path_query_first((\"p\".\"data\" -> cast(? as text)), 'strict $[$i]', jsonb_build_object('i', cast(? as integer)), true)) = 'string' then jsonb_path_query_first((\"p\".\"data\" -> cast(? as text)), 'strict $[$i]', jsonb_build_object('i', cast(? as integer)), true) #>> '{}' end from \"p\"")
                .binds("a", 0, "a", 0)
                .on(
                        "MySQL",
                        "select case when json_type(json_extract(json_array_insert(json_extract(`p`.`data`, ?), '$[0]', null), concat('$[', ? + 1, ']'))) = 'STRING' then json_unquote(json_extract(json_array_insert(json_extract(`p`.`data`, ?), '$[0]', null), concat('$[', ? + 1, ']'))) collate utf8mb4_0900_bin end from `p`")
                .binds("$.\"a\"", 0, "$.\"a\"", 0)
                .on(
                        "MariaDB",
                        "select case when json_type(json_extract(json_array_insert(json_extract(`p`.`data`, ?), '$[0]', null), concat('$[', ? + 1, ']'))) = 'STRING' then json_value(json_extract(json_array_insert(json_extract(`p`.`data`, ?), '$[0]', null), concat('$[', ? + 1, ']')), '$') collate utf8mb4_nopad_bin end from `p`")
                .binds("$.\"a\"", 0, "$.\"a\"", 0)
                .on(
                        "SQLite",
                        "select case when json_type(((\"p\".\"data\" -> ?) -> ?)) = 'text' then (((\"p\".\"data\" -> ?) -> ?) ->> '$') end from \"p\"")
                .binds("$.\"a\"", "$[0]", "$.\"a\"", "$[0]")
                .withoutFunctionOn("Standard", "json_text")
                .withoutFunctionOn("DuckDB", "json_text")
                .on(
                        "Trino",
                        "select case when substr(json_format(element_at(try_cast(element_at(try_cast(\"p\".\"data\" as map(varchar, json)), ?) as array(json)), ? + 1)), 1, 1) = '\"' then cast(element_at(try_cast(element_at(try_cast(\"p\".\"data\" as map(varchar, json)), ?) as array(json)), ? + 1) as varchar) end from \"p\"")
                .binds("a", 0, "a", 0)
                .withoutFunctionOn("SQL Server", "json_text");
        assertRenders(select(PAPER.DATA.path("a").asJson()).from(PAPER))
                .on("H2", "select (\"p\".\"data\").\"a\" from \"p\"")
                .binds()
                .on("PostgreSQL", "select (\"p\".\"data\" -> cast(? as text)) from \"p\"")
                .binds("a")
                .on("MySQL", "select json_extract(`p`.`data`, ?) from `p`")
                .binds("$.\"a\"")
                .on("MariaDB", "select json_extract(`p`.`data`, ?) from `p`")
                .binds("$.\"a\"")
                .on("SQLite", "select (\"p\".\"data\" -> ?) from \"p\"")
                .binds("$.\"a\"")
                .withoutFunctionOn("Standard", "json_key")
                .withoutFunctionOn("DuckDB", "json_key")
                .on("Trino", "select element_at(try_cast(\"p\".\"data\" as map(varchar, json)), ?) from \"p\"")
                .binds("a")
                .withoutFunctionOn("SQL Server", "json_key");
        assertRenders(select(PAPER.ID).from(PAPER).where(PAPER.DATA.path("a").exists()))
                .on("H2", "select \"p\".\"id\" from \"p\" where (\"p\".\"data\").\"a\" is not null")
                .binds()
                .on(
                        "PostgreSQL",
                        "select \"p\".\"id\" from \"p\" where (\"p\".\"data\" -> cast(? as text)) is not null")
                .binds("a")
                .on("MySQL", "select `p`.`id` from `p` where json_extract(`p`.`data`, ?) is not null")
                .binds("$.\"a\"")
                .on("MariaDB", "select `p`.`id` from `p` where json_extract(`p`.`data`, ?) is not null")
                .binds("$.\"a\"")
                .on("SQLite", "select \"p\".\"id\" from \"p\" where (\"p\".\"data\" -> ?) is not null")
                .binds("$.\"a\"")
                .withoutFunctionOn("Standard", "json_key")
                .withoutFunctionOn("DuckDB", "json_key")
                .on(
                        "Trino",
                        "select \"p\".\"id\" from \"p\" where element_at(try_cast(\"p\".\"data\" as map(varchar, json)), ?) is not null")
                .binds("a")
                .withoutFunctionOn("SQL Server", "json_key");
    }

    @Test
    void documentsAreChanged() {
        assertRenders(select(PAPER.DATA.path("a").set(7)).from(PAPER))
                .on(
                        "PostgreSQL",
                        "select case when coalesce(jsonb_typeof(\"p\".\"data\") = 'object', false) then jsonb_set(\"p\".\"data\", cast(? as text[]), cast(? as jsonb)) else \"p\".\"data\" end from \"p\"")
                .binds("{\"a\"}", Json.of("7"))
                .on(
                        "MySQL",
                        "select case when coalesce(json_type(`p`.`data`) = 'OBJECT', false) then json_set(`p`.`data`, ?, cast(? as json)) else `p`.`data` end from `p`")
                .binds("$.\"a\"", Json.of("7"))
                .on(
                        "MariaDB",
                        "select case when coalesce(json_type(`p`.`data`) = 'OBJECT', false) then json_set(`p`.`data`, ?, json_extract(?, '$')) else `p`.`data` end from `p`")
                .binds("$.\"a\"", Json.of("7"))
                .on(
                        "SQLite",
                        "select case when coalesce(json_type(\"p\".\"data\") = 'object', false) then json_set(\"p\".\"data\", ?, json(?)) else \"p\".\"data\" end from \"p\"")
                .binds("$.\"a\"", Json.of("7"))
                .withoutFunctionOn("Standard", "json_is_object")
                .withoutFunctionOn("H2", "json_set")
                .withoutFunctionOn("DuckDB", "json_is_object")
                .withoutFunctionOn("Trino", "json_set")
                .withoutFunctionOn("SQL Server", "json_is_object");
        assertRenders(select(PAPER.DATA.path("a", 1).remove()).from(PAPER))
                .on(
                        "PostgreSQL",
                        "select case when jsonb_path_query_first((\"p\".\"data\" -> cast(? as text)), 'strict $[$i]', jsonb_build_object('i', cast(? as integer)), true) is not null then (\"p\".\"data\" #- cast(? as text[])) else \"p\".\"data\" end from \"p\"")
                .binds("a", 1, "{\"a\",\"1\"}")
                .on(
                        "MySQL",
                        "select case when json_extract(json_array_insert(json_extract(`p`.`data`, ?), '$[0]', null), concat('$[', ? + 1, ']')) is not null then json_remove(`p`.`data`, ?) else `p`.`data` end from `p`")
                .binds("$.\"a\"", 1, "$.\"a\"[1]")
                .on(
                        "MariaDB",
                        "select case when json_extract(json_array_insert(json_extract(`p`.`data`, ?), '$[0]', null), concat('$[', ? + 1, ']')) is not null then json_remove(`p`.`data`, ?) else `p`.`data` end from `p`")
                .binds("$.\"a\"", 1, "$.\"a\"[1]")
                .on(
                        "SQLite",
                        "select case when ((\"p\".\"data\" -> ?) -> ?) is not null then json_remove(\"p\".\"data\", ?) else \"p\".\"data\" end from \"p\"")
                .binds("$.\"a\"", "$[1]", "$.\"a\"[1]")
                .withoutFunctionOn("Standard", "json_index")
                .withoutFunctionOn("H2", "json_remove")
                .withoutFunctionOn("DuckDB", "json_index")
                .withoutFunctionOn("Trino", "json_remove")
                .withoutFunctionOn("SQL Server", "json_index");
    }

    @Test
    void membersAreContained() {
        assertRenders(select(PAPER.ID).from(PAPER).where(PAPER.DATA.contains(Json.of("{\"k\":1}"))))
                .on(
                        "H2",
                        "select \"p\".\"id\" from \"p\" where case when \"p\".\"data\" is not null then coalesce(coalesce(\"p\".\"data\" is json object, false) and case when regexp_like(cast((\"p\".\"data\").\"k\" as varchar), '^[-0-9]') then case when cast(cast((\"p\".\"data\").\"k\" as varchar) as decfloat(100)) = floor(cast(cast((\"p\".\"data\").\"k\" as varchar) as decfloat(100))) and cast(cast((\"p\".\"data\").\"k\" as varchar) as decfloat(100)) between -9223372036854775808 and 9223372036854775807 then cast(cast(cast((\"p\".\"data\").\"k\" as varchar) as decfloat(100)) as bigint) end end = ?, false) end")
                .binds(1L)
                .on("PostgreSQL", "select \"p\".\"id\" from \"p\" where (\"p\".\"data\" @> cast(? as jsonb))")
                .binds(Json.of("{\"k\":1}"))
                .on(
                        "MySQL",
                        "select `p`.`id` from `p` where case when `p`.`data` is not null then coalesce(coalesce(json_type(`p`.`data`) = 'OBJECT', false) and case when json_type(json_extract(`p`.`data`, ?)) in ('INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL') then case when cast(json_extract(`p`.`data`, ?) as decimal(65, 30)) = floor(cast(json_extract(`p`.`data`, ?) as decimal(65, 30))) and cast(json_extract(`p`.`data`, ?) as decimal(65, 30)) between -9223372036854775808 and 9223372036854775807 then cast(cast(json_extract(`p`.`data`, ?) as decimal(65, 30)) as signed) end end = ?, false) end")
                .binds("$.\"k\"", "$.\"k\"", "$.\"k\"", "$.\"k\"", "$.\"k\"", 1L)
                .on(
                        "MariaDB",
                        "select `p`.`id` from `p` where case when `p`.`data` is not null then coalesce(coalesce(json_type(`p`.`data`) = 'OBJECT', false) and case when json_type(json_extract(`p`.`data`, ?)) in ('INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL') then case when cast(json_extract(`p`.`data`, ?) as decimal(65, 30)) = floor(cast(json_extract(`p`.`data`, ?) as decimal(65, 30))) and cast(json_extract(`p`.`data`, ?) as decimal(65, 30)) between -9223372036854775808 and 9223372036854775807 then cast(cast(json_extract(`p`.`data`, ?) as decimal(65, 30)) as signed) end end = ?, false) end")
                .binds("$.\"k\"", "$.\"k\"", "$.\"k\"", "$.\"k\"", "$.\"k\"", 1L)
                .on(
                        "SQLite",
                        "select \"p\".\"id\" from \"p\" where case when \"p\".\"data\" is not null then coalesce(coalesce(json_type(\"p\".\"data\") = 'object', false) and case when json_type((\"p\".\"data\" -> ?)) in ('integer', 'real') then case when ((\"p\".\"data\" -> ?) ->> '$') between -9223372036854775808 and 9223372036854775807 and ((\"p\".\"data\" -> ?) ->> '$') = cast(((\"p\".\"data\" -> ?) ->> '$') as integer) then cast(((\"p\".\"data\" -> ?) ->> '$') as integer) end end = ?, false) end")
                .binds("$.\"k\"", "$.\"k\"", "$.\"k\"", "$.\"k\"", "$.\"k\"", 1L)
                .withoutFunctionOn("Standard", "json_contains")
                .withoutFunctionOn("DuckDB", "json_contains")
                .on(
                        "Trino",
                        "select \"p\".\"id\" from \"p\" where case when \"p\".\"data\" is not null then coalesce(coalesce(substr(json_format(\"p\".\"data\"), 1, 1) = '{', false) and coalesce(try_cast(json_format(element_at(try_cast(\"p\".\"data\" as map(varchar, json)), ?)) as bigint), case when try_cast(json_format(element_at(try_cast(\"p\".\"data\" as map(varchar, json)), ?)) as double) = truncate(try_cast(json_format(element_at(try_cast(\"p\".\"data\" as map(varchar, json)), ?)) as double)) and abs(try_cast(json_format(element_at(try_cast(\"p\".\"data\" as map(varchar, json)), ?)) as double)) < 9.2e18 then cast(try_cast(json_format(element_at(try_cast(\"p\".\"data\" as map(varchar, json)), ?)) as double) as bigint) end) = ?, false) end")
                .binds("k", "k", "k", "k", "k", 1L)
                .withoutFunctionOn("SQL Server", "json_contains");
    }

    @Test
    void documentsAreMade() {
        assertRenders(select(jsonObject(PAPER.ID, PAPER.T)).from(PAPER))
                .on(
                        "H2",
                        "select json_object(key ? value cast(\"p\".\"id\" as json), key ? value cast(\"p\".\"t\" as json) null on null) from \"p\"")
                .binds("id", "t")
                .on(
                        "PostgreSQL",
                        "select jsonb_build_object(cast(? as text), to_jsonb(\"p\".\"id\"), cast(? as text), to_jsonb(cast(\"p\".\"t\" as text))) from \"p\"")
                .binds("id", "t")
                .on(
                        "MySQL",
                        "select json_object(?, cast(`p`.`id` as json), ?, cast(json_quote(cast(`p`.`t` as char)) as json)) from `p`")
                .binds("id", "t")
                .on(
                        "MariaDB",
                        "select json_object(?, json_extract(cast(`p`.`id` as char), '$'), ?, json_extract(json_quote(`p`.`t`), '$')) from `p`")
                .binds("id", "t")
                .on(
                        "SQLite",
                        "select json_object(?, json(case when \"p\".\"id\" is not null then json_quote(\"p\".\"id\") end), ?, json(case when \"p\".\"t\" is not null then json_quote(\"p\".\"t\") end)) from \"p\"")
                .binds("id", "t")
                .withoutFunctionOn("Standard", "json_object")
                .on(
                        "DuckDB",
                        "select cast('{' || array_to_string([to_json(?) || ':' || coalesce(to_json(\"p\".\"id\"), 'null'), to_json(?) || ':' || coalesce(to_json(\"p\".\"t\"), 'null')], ',') || '}' as json) from \"p\"")
                .binds("id", "t")
                .withoutFunctionOn("Trino", "json_object")
                .withoutFunctionOn("SQL Server", "json_object");
        assertRenders(select(jsonArrayAgg(PAPER.DATA)).from(PAPER))
                .on("H2", "select json_arrayagg(\"p\".\"data\" null on null) from \"p\"")
                .binds()
                .on("PostgreSQL", "select jsonb_agg(\"p\".\"data\") from \"p\"")
                .binds()
                .on("MySQL", "select json_arrayagg(`p`.`data`) from `p`")
                .binds()
                .on(
                        "MariaDB",
                        "set statement group_concat_max_len = 4294967295 for select concat('[', group_concat(coalesce(`p`.`data`, ?) separator ','), ']') from `p`")
                .binds(Json.NULL)
                .on("SQLite", "select nullif(json_group_array(json(\"p\".\"data\")), '[]') from \"p\"")
                .binds()
                .withoutFunctionOn("Standard", "json_array_agg")
                .on(
                        "DuckDB",
                        "select cast('[' || string_agg(coalesce(\"p\".\"data\", 'null'), ',') || ']' as json) from \"p\"")
                .binds()
                .withoutFunctionOn("Trino", "json_array_agg")
                .withoutFunctionOn("SQL Server", "json_array_agg");
    }
}
