package dev.rowan.dialect.h2;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Expression;
import dev.rowan.render.Spellings;

/** What H2 can do with JSON: it looks a field or an element up, and shows the text. */
final class H2Json {
    private static final int LONGEST_KEY = 256; // Constants.MAX_IDENTIFIER_LENGTH of H2
    private static final String TEXT = "cast({0} as varchar)";

    /** In two parts, for the function would take a timestamp as one of the JVM's time zone, with its gaps. */
    private static final String DATE_AND_TIME = "formatdatetime(cast({0} as date), 'uuuu-MM-dd''T''') ||"
            + " formatdatetime(cast({0} as time(9)), 'HH:mm:ss.SSSSSS')";

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
            .with("json_array_agg", "json_arrayagg({0}{order} null on null)")
            .with("json_object", "json_object({...} null on null)")
            .with("json_member", "key {0} value {1}")
            .alike(
                    "cast({0} as json)",
                    "json_of_number", "json_of_decimal", "json_of_text", "json_of_boolean", "json_of_array")
            // NaN and the infinities are no numbers in JSON
            .with(
                    "json_of_double",
                    "case when {0} in ('NaN', 'Infinity', '-Infinity') then cast(cast({0} as varchar) as json) else"
                            + " cast(cast({0} as double precision) as json) end")
            .with(
                    "json_of_array_of_doubles",
                    "(regexp_replace(cast(cast({0} as double precision array) as varchar), '-?(NaN|Infinity)',"
                            + " '\"$0\"') format json)")
            .with("text_of_binary", "lower(rawtohex({0}))")
            .with("text_of_date", "formatdatetime({0}, 'uuuu-MM-dd')")
            .with("text_of_time", "formatdatetime({0}, 'HH:mm:ss.SSSSSS')")
            .with("text_of_timestamp", "(" + DATE_AND_TIME + ")")
            .with("text_of_instant", "formatdatetime({0} at time zone 'UTC', 'uuuu-MM-dd''T''HH:mm:ss.SSSSSS''Z''')");

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
