package dev.rowan.dialect.mariadb;

import dev.rowan.render.Spellings;

/** The functions of JSON that MariaDB, where JSON is a text, spells differently from MySQL. */
final class MariaDbJson {
    private static final String COMPARED = "compare path(…).asText() and the like, or use contains(…)";

    static final Spellings FUNCTIONS = Spellings.none()
            // json_unquote loses the characters beyond utf8mb3
            .with(
                    "json_text",
                    "case when json_type({0}) = 'STRING' then json_value({0}, '$') collate utf8mb4_nopad_bin end")
            .with("json_boolean", "case when json_type({0}) = 'BOOLEAN' then {0} = 'true' end")
            .refused(COMPARED, "json_equal", "json_not_equal", "json_distinct", "json_not_distinct")
            .with(
                    "json_array_has",
                    "(json_type({0}) = 'ARRAY' and exists (select 1 from json_table({0}, '$[*]' columns"
                            + " (rowan_e json path '$')) as rowan_t where json_type(rowan_e) = 'STRING' and json_type({1})"
                            + " = 'STRING' and json_value(rowan_e, '$') collate utf8mb4_nopad_bin = json_value({1}, '$')"
                            + " collate utf8mb4_nopad_bin or json_type(rowan_e) in ('INTEGER', 'DOUBLE') and"
                            + " json_type({1}) in ('INTEGER', 'DOUBLE') and cast(rowan_e as decimal(65, 30)) = cast({1} as"
                            + " decimal(65, 30)) or json_type(rowan_e) in ('BOOLEAN', 'NULL') and rowan_e = {1}))")
            .with("json_set", "json_set({0}, {1}, json_extract({3}, '$'))")
            .with("json_array_agg", "concat('[', group_concat({0}{order} separator ','), ']')")
            .with("json_rows", "json_arrayagg({0}{order})")
            .with("json_rows_limited", "json_arrayagg({0}{order} limit {1})")
            .with("json_nested", "{0}")
            .alike("cast(cast({0} as double) as char(32))", "text_of_real", "text_of_double")
            .with("json_member", "{0}, json_extract({1}, '$')")
            .alike("cast({0} as char)", "json_of_number", "json_of_decimal")
            // without a length it would be cut at 22 characters where it is sorted
            .with("json_of_double", "cast(cast({0} as double) as char(32))")
            .with("json_of_text", "json_quote({0})")
            .with("json_of_boolean", "case when {0} then 'true' when not {0} then 'false' end");

    private MariaDbJson() {}
}
