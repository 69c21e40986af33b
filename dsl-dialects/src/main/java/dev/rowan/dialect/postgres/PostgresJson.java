package dev.rowan.dialect.postgres;

import dev.rowan.render.Spellings;

/** The functions of {@code jsonb}. */
final class PostgresJson {
    static final Spellings FUNCTIONS = Spellings.none()
            .with("json_key", "({0} -> cast({1} as text))")
            // {0} -> 0 of a scalar would be the scalar itself
            .with(
                    "json_index",
                    "jsonb_path_query_first({0}, 'strict $[$i]', jsonb_build_object('i', cast({1} as integer)), true)")
            .with("json_text", where("string", "{0} #>> '{}'"))
            .with("json_int", whole("-2147483648 and 2147483647", "integer"))
            .with("json_long", whole("-9223372036854775808 and 9223372036854775807", "bigint"))
            .with("json_decimal", where("number", "cast({0} as numeric)"))
            .with("json_boolean", where("boolean", "cast({0} as boolean)"))
            .with("json_is_null", is("null"))
            .with("json_is_object", is("object"))
            .with("json_is_array", is("array"))
            .with("json_equal", "({0} = cast({1} as jsonb))")
            .with("json_not_equal", "({0} <> cast({1} as jsonb))")
            .with("json_distinct", "({0} is distinct from cast({1} as jsonb))")
            .with("json_not_distinct", "({0} is not distinct from cast({1} as jsonb))")
            .with("json_contains", "({0} @> cast({1} as jsonb))")
            .with("json_array_has", "(jsonb_typeof({0}) = 'array' and {0} @> cast({1} as jsonb))")
            .with("json_set", "jsonb_set({0}, cast({2} as text[]), cast({3} as jsonb))")
            .with("json_remove", "({0} #- cast({2} as text[]))")
            .with("json_array_agg", "jsonb_agg({0}{order})");

    private PostgresJson() {}

    private static String where(String type, String value) {
        return "case when jsonb_typeof({0}) = '" + type + "' then " + value + " end";
    }

    private static String is(String type) {
        return "coalesce(jsonb_typeof({0}) = '" + type + "', false)";
    }

    private static String whole(String range, String type) {
        String number = "cast({0} as numeric)";
        return where(
                "number",
                "case when " + number + " = trunc(" + number + ") and " + number + " between " + range
                        + " then cast({0} as " + type + ") end");
    }
}
