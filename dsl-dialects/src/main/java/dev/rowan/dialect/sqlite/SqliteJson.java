package dev.rowan.dialect.sqlite;

import dev.rowan.render.Spellings;

/** The functions of JSON, which SQLite keeps as text. */
final class SqliteJson {
    private static final String COMPARED = "compare path(…).asText() and the like, or use contains(…)";
    private static final String QUOTED = "case when {0} is not null then json_quote({0}) end";
    private static final String VALUE = "({0} ->> '$')";

    static final Spellings FUNCTIONS = Spellings.none()
            .with("json_key", "({0} -> {2})")
            .with("json_index", "({0} -> {2})")
            .with("json_text", "case when json_type({0}) = 'text' then " + VALUE + " end")
            .with("json_int", whole("-2147483648 and 2147483647"))
            .with("json_long", whole("-9223372036854775808 and 9223372036854775807"))
            .with("json_decimal", ofNumber("{0}")) // the text, with its digits
            .with("json_decimal_number", ofNumber("cast({0} as numeric)"))
            .with("json_boolean", "case json_type({0}) when 'true' then 1 when 'false' then 0 end")
            .with("json_is_null", is("null"))
            .with("json_is_object", is("object"))
            .with("json_is_array", is("array"))
            .refused(COMPARED, "json_equal", "json_not_equal", "json_distinct", "json_not_distinct")
            .with("json_contains", "case when {0} is not null then coalesce({2}, false) end")
            // true and 1 are the same value, but not the same type
            .with(
                    "json_array_has",
                    "exists (select 1 from json_each({0}) as rowan_e where rowan_e.value is ({1} ->> '$') and"
                            + " (rowan_e.type in ('true', 'false')) = (json_type({1}) in ('true', 'false')) and"
                            + " rowan_e.type not in ('object', 'array'))")
            .with("json_set", "json_set({0}, {1}, json({3}))")
            .with("json_remove", "json_remove({0}, {1})")
            .with("json_array_agg", "nullif(json_group_array(json({0}){order}){filter}{over}, '[]')")
            .with("json_object", "json_object({...})")
            .with("json_row", "json_array({...})")
            .with("json_rows", "json_group_array({0}{order})")
            .with("json_nested", "json({0})")
            .with("text_of_decimal", "cast({0} as text)")
            .alike("case when {0} is not null then printf('%!.17g', {0}) end", "text_of_real", "text_of_double")
            .with("text_of_json", "({0} || '')") // what a function of JSON has made would not be a text
            .with("json_member", "{0}, json({1})")
            .alike(QUOTED, "json_of_number", "json_of_text")
            .with("json_of_decimal", "json({0})") // a text, with its digits
            .with(
                    "json_of_double",
                    "case when {0} is null then null when {0} = 9e999 then '\"Infinity\"' when {0} = -9e999 then"
                            + " '\"-Infinity\"' " + shortest(15) + shortest(16) + "else printf('%!.17g', {0}) end")
            .with("text_of_binary", "case when {0} is not null then lower(hex({0})) end")
            .with("text_of_uuid", "lower({0})")
            .with("text_of_date", "{0}")
            .with("text_of_time", "({0} || substr('.000000', length({0}) - 7))")
            .with("text_of_timestamp", micros("{0}", ")"))
            .with("text_of_instant", micros("rtrim({0}, 'Z')", " || 'Z')"))
            .with("json_of_boolean", "case when {0} then 'true' when not {0} then 'false' end");

    private SqliteJson() {}

    private static String shortest(int digits) {
        String text = "printf('%!." + digits + "g', {0})";
        return "when cast(" + text + " as real) = {0} then " + text + " ";
    }

    /** A time of SQLite's own functions has a blank, and fewer digits. */
    private static String micros(String time, String end) {
        return "(replace(" + time + ", ' ', 'T') || substr('.000000', length(" + time + ") - 18)" + end;
    }

    private static String ofNumber(String value) {
        return "case when json_type({0}) in ('integer', 'real') then " + value + " end";
    }

    private static String is(String type) {
        return "coalesce(json_type({0}) = '" + type + "', false)";
    }

    private static String whole(String range) {
        return ofNumber("case when " + VALUE + " between " + range + " and " + VALUE + " = cast(" + VALUE
                + " as integer) then cast(" + VALUE + " as integer) end");
    }
}
