package dev.rowan.dialect.postgres;

import dev.rowan.render.Spellings;

/** The functions of {@code jsonb}. */
final class PostgresJson {
    private static final String DATE = "(to_jsonb({0}) #>> '{}')";

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
            .with("json_array_agg", "jsonb_agg({0}{order})")
            .with("json_object", "jsonb_build_object({...})")
            .with("json_row", "json_build_array({...})")
            .with("json_rows", "json_agg({0}{order})")
            .alike("cast({0} as text)", "text_of_decimal", "text_of_json")
            .alike("cast(cast({0} as double precision) as text)", "text_of_real", "text_of_double")
            .with("json_member", "cast({0} as text), {1}")
            .alike("to_jsonb({0})", "json_of_number", "json_of_decimal", "json_of_boolean", "json_of_array")
            .with("json_of_double", "to_jsonb(cast({0} as double precision))")
            .with("json_of_array_of_doubles", "to_jsonb(cast({0} as double precision array))")
            .with("json_of_text", "to_jsonb(cast({0} as text))")
            .with("text_of_binary", "encode({0}, 'hex')")
            .with("text_of_date", iso("{0}", DATE, "substring(" + DATE + " from '-..-..')"))
            .with("text_of_time", "to_char({0}, 'HH24:MI:SS.US')")
            .with("text_of_timestamp", iso("{0}", "-MM-DD\"T\"HH24:MI:SS.US"))
            .with("text_of_instant", iso("({0} at time zone 'UTC')", "-MM-DD\"T\"HH24:MI:SS.US\"Z\""));

    private PostgresJson() {}

    private static String iso(String time, String format) {
        return iso(time, "to_char(" + time + ", 'YYYY" + format + "')", "to_char(" + time + ", '" + format + "')");
    }

    /**
     * A date or a time as ISO 8601 and Java write it, where the server writes {@code 44 BC} for the year -43.
     *
     * @param usual the text of one from year 1 to 9999
     * @param rest what follows the year in the text of another
     */
    private static String iso(String time, String usual, String rest) {
        String year = "extract(year from " + time + ")";
        return "case when " + year + " between 1 and 9999 then " + usual + " when not isfinite(" + time
                + ") then cast(" + time + " as text) when " + year + " > 0 then '+' || " + year + " || " + rest
                + " else case when " + year + " < -1 then '-' else '' end || lpad(cast(-1 - " + year
                + " as text), 4, '0') || " + rest + " end";
    }

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
