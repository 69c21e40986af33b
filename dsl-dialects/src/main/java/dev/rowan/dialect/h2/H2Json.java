package dev.rowan.dialect.h2;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Expression;
import dev.rowan.render.Spellings;

/** What H2 can do with JSON: it looks a field or an element up, and shows the text. */
final class H2Json {
    private static final int LONGEST_KEY = 256; // Constants.MAX_IDENTIFIER_LENGTH of H2
    private static final String TEXT = "cast({0} as varchar)";

    static final Spellings FUNCTIONS = Spellings.none()
            .with("json_index", "({0})[cast({1} as integer) + 1]")
            .with(
                    "json_text",
                    "case when " + TEXT + " like '\"%' then stringdecode(substring(" + TEXT + " from 2 for char_length("
                            + TEXT + ") - 2)) end")
            .with("json_int", whole("-2147483648 and 2147483647", "integer"))
            .with("json_long", whole("-9223372036854775808 and 9223372036854775807", "bigint"))
            .with("json_decimal", ofNumber("cast(" + TEXT + " as decfloat(100))"))
            .with("json_boolean", "case when {0} = json 'true' then true when {0} = json 'false' then false end")
            .with("json_is_null", "coalesce({0} = json 'null', false)")
            .with("json_is_object", "coalesce({0} is json object, false)")
            .with("json_is_array", "coalesce({0} is json array, false)")
            .with("json_contains", "case when {0} is not null then coalesce({2}, false) end")
            .with("json_array_agg", "json_arrayagg({0}{order} null on null)");

    private H2Json() {}

    private static String ofNumber(String value) {
        return "case when regexp_like(" + TEXT + ", '^[-0-9]') then " + value + " end";
    }

    private static String whole(String range, String type) {
        String number = "cast(" + TEXT + " as decfloat(100))";
        return ofNumber("case when " + number + " = floor(" + number + ") and " + number + " between " + range
                + " then cast(" + number + " as " + type + ") end");
    }

    /** A key as the name of a field. */
    static String field(Expression<?> key) {
        String name = key instanceof BoundValue<?> bound ? String.valueOf(bound.value()) : "";
        if (name.length() > LONGEST_KEY) {
            throw new InvalidQueryException("expected a key in JSON of at most " + LONGEST_KEY
                    + " characters on H2, got " + name.length() + "; fetch the JSON, and look in Java");
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
