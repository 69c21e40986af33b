package dev.rowan.dialect.trino;

import dev.rowan.render.Spellings;

/**
 * What reads Trino's JSON, which has no word for the kind of a value; the first character of its text tells. An object is a map and an
 * array an array there, so that a step is an element of one.
 */
final class TrinoJson {
    private static final String TEXT = "json_format({0})";
    private static final String DOUBLE = "try_cast(" + TEXT + " as double)";

    /** Beyond 53 bits a whole number has its digits in the text, and is no double. */
    private static final String WHOLE = "coalesce(try_cast(" + TEXT + " as bigint), case when " + DOUBLE
            + " = truncate(" + DOUBLE + ") and abs(" + DOUBLE + ") < 9.2e18 then cast(" + DOUBLE + " as bigint) end)";

    /** An element is spelled as it came, until it is parsed; and 1 is 1.0, of which the texts differ. */
    private static final String SAME = "json_parse(json_format(e)) = {1} or (try_cast(json_format(e) as bigint) is null"
            + " or try_cast(json_format({1}) as bigint) is null)"
            + " and try_cast(json_format(e) as double) = try_cast(json_format({1}) as double)";

    static final Spellings FUNCTIONS = Spellings.none()
            .with("json_key", "element_at(try_cast({0} as map(varchar, json)), {1})")
            .with("json_index", "element_at(try_cast({0} as array(json)), {1} + 1)")
            .with("json_text", "case when " + is("\"") + " then cast({0} as varchar) end")
            .with("json_long", WHOLE)
            .with("json_int", "try_cast(" + WHOLE + " as integer)")
            .with(
                    "json_decimal",
                    "coalesce(try_cast(" + TEXT + " as decimal(38, 18)), try_cast(" + DOUBLE + " as decimal(38, 18)))")
            .with("json_boolean", "case " + TEXT + " when 'true' then true when 'false' then false end")
            .with("json_is_null", "coalesce(" + TEXT + " = 'null', false)")
            .with("json_is_object", "coalesce(" + is("{") + ", false)")
            .with("json_is_array", "coalesce(" + is("[") + ", false)")
            .with("json_contains", "case when {0} is not null then coalesce({2}, false) end")
            .with("json_array_has", "coalesce(any_match(try_cast({0} as array(json)), e -> " + SAME + "), false)");

    private TrinoJson() {}

    private static String is(String first) {
        return "substr(" + TEXT + ", 1, 1) = '" + first + "'";
    }
}
