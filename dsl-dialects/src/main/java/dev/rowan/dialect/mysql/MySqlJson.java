package dev.rowan.dialect.mysql;

import dev.rowan.render.Spellings;

/** The functions of JSON in MySQL; those that MariaDB spells differently are replaced there. */
final class MySqlJson {
    private static final String NUMBER = "cast({0} as decimal(65, 30))";

    private static final String HEX = "lower(hex(cast({0} as binary(16))))";

    static final Spellings FUNCTIONS = Spellings.none()
            .with("json_key", "json_extract({0}, {2})")
            // $[0] of what is no array would be the thing itself; an element in front of all others goes into arrays
            // only
            .with("json_index", "json_extract(json_array_insert({0}, '$[0]', null), concat('$[', {1} + 1, ']'))")
            .with(
                    "json_text",
                    "case when json_type({0}) = 'STRING'" + " then json_unquote({0}) collate utf8mb4_0900_bin end")
            .with("json_int", whole("-2147483648 and 2147483647"))
            .with("json_long", whole("-9223372036854775808 and 9223372036854775807"))
            .with("json_decimal", ofNumber(NUMBER))
            .with("json_boolean", "case when json_type({0}) = 'BOOLEAN' then json_unquote({0}) = 'true' end")
            .with("json_is_null", is("NULL"))
            .with("json_is_object", is("OBJECT"))
            .with("json_is_array", is("ARRAY"))
            .with("json_equal", "({0} = cast({1} as json))")
            .with("json_not_equal", "({0} <> cast({1} as json))")
            .with("json_distinct", "(not {0} <=> cast({1} as json))")
            .with("json_not_distinct", "({0} <=> cast({1} as json))")
            .with("json_contains", "case when {0} is not null then coalesce({2}, false) end")
            .with("json_array_has", "(cast({1} as json) member of({0}))")
            .with("json_set", "json_set({0}, {1}, cast({3} as json))")
            .with("json_remove", "json_remove({0}, {1})")
            // the text that is joined is parsed again, which must yield the same numbers: else an error
            .with(
                    "json_array_agg",
                    "cast(concat('[', group_concat(case when {0} = cast(cast({0} as char) as json) then {0} else"
                            + " cast(concat('a number that no double holds', left({0}, 0)) as json) end{order}"
                            + " separator ','), ']') as json)")
            .with("json_array_agg_of_all", "json_arrayagg({0})")
            .with("json_object", "json_object({...})")
            .with("json_row", "json_array({...})")
            .with("json_rows", "concat('[', group_concat({0}{order} separator ','), ']')")
            .with("json_nested", "cast({0} as json)")
            .alike("cast({0} as char)", "text_of_varchar", "text_of_text", "text_of_decimal", "text_of_json")
            // without JSON in between the largest would be cut at 22 characters
            .alike("cast(cast(cast({0} as double) as json) as char)", "text_of_real", "text_of_double")
            .alike("cast({0} as json)", "json_of_number", "json_of_decimal")
            .with("json_of_double", "cast(cast({0} as double) as json)")
            .with("json_of_text", "cast(json_quote(cast({0} as char)) as json)")
            .with("text_of_uuid", inserted(inserted(inserted(inserted(HEX, 9), 14), 19), 24))
            .with("text_of_date", "date_format({0}, '%Y-%m-%d')")
            .with("text_of_time", "time_format({0}, '%H:%i:%s.%f')")
            .with("text_of_timestamp", "date_format({0}, '%Y-%m-%dT%H:%i:%s.%f')")
            .with("text_of_instant", "date_format({0}, '%Y-%m-%dT%H:%i:%s.%fZ')")
            .with(
                    "json_of_boolean",
                    "case when {0} then cast('true' as json) when not {0} then cast('false' as json) end");

    private MySqlJson() {}

    private static String inserted(String digits, int place) {
        return "insert(" + digits + ", " + place + ", 0, '-')";
    }

    private static String ofNumber(String value) {
        return "case when json_type({0}) in ('INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL') then " + value
                + " end";
    }

    private static String is(String type) {
        return "coalesce(json_type({0}) = '" + type + "', false)";
    }

    private static String whole(String range) {
        return ofNumber("case when " + NUMBER + " = floor(" + NUMBER + ") and " + NUMBER + " between " + range
                + " then cast(" + NUMBER + " as signed) end");
    }
}
