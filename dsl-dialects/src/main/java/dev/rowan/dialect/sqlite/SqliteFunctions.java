package dev.rowan.dialect.sqlite;

import dev.rowan.render.Spellings;
import java.util.List;
import java.util.Map;

/** The functions that SQLite spells differently from the standard. */
final class SqliteFunctions {
    /** How many times the text {@code {2}}, or whatever follows the call. */
    private static final String REPEATED = "replace(hex(zeroblob({1})), '00', ";

    private static final Map<String, String> FORMATS = Map.of(
            "year", "%Y", "month", "%m", "week", "%V", "day", "%d", "hour", "%H", "minute", "%M", "second", "%S");

    static final Spellings ALL = Spellings.standard()
            .with("char_length", "length({0})")
            .with("substring", "substr({0}, {1}, {2})")
            .with("substring_from", "substr({0}, {1})")
            .with("left", "substr({0}, 1, {1})")
            .with("right", "case when {1} = 0 then '' else substr({0}, -{1}) end")
            .with("position", "instr({1}, {0})")
            .with("repeat", REPEATED + "{0})")
            .with("lpad", "substr(substr(" + REPEATED + "{2}), 1, max({1} - length({0}), 0)) || {0}, 1, {1})")
            .with("rpad", "substr({0} || " + REPEATED + "{2}), 1, {1})")
            .with("bit_xor", "(({0} | {1}) - ({0} & {1}))")
            .with("mod", "({0} % {1})")
            .with("divide", "({0} * 1.0 / {1})")
            .with("greatest", "max({0}, {1})")
            .with("least", "min({0}, {1})")
            .with("every", "min({0})")
            .with("some", "max({0})")
            .rendered("full_text_match", "full_text_score")
            .with("current_timestamp", "(strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z')")
            .with("current_date", "date('now')")
            .refused("use like(…), or filter in Java", "regexp_like")
            .refused("select a literal in each part of unionAll(…)", "grouping")
            .refused(
                    "compute it in Java, or from sums of the squares",
                    "stddev_pop",
                    "stddev_samp",
                    "var_pop",
                    "var_samp")
            .refused("number the rows by rowNumber() in a derived table", "percentile_cont", "percentile_disc")
            .and(SqliteJson.FUNCTIONS)
            .times("extract", (part, type) -> extracted(part))
            .times("plus", SqliteFunctions::moved)
            .times("truncate", SqliteFunctions::truncated);

    private SqliteFunctions() {}

    private static String extracted(String part) {
        return part.equals("quarter")
                ? "((cast(strftime('%m', {0}) as integer) + 2) / 3)"
                : "cast(strftime('" + FORMATS.get(part) + "', {0}) as integer)";
    }

    /** The date functions know milliseconds only, so they are given whole seconds, and the digits after the point stay. */
    private static String moved(String part, String type) {
        String amount = switch (part) {
            case "week" -> "({1} * 7) || ' day'";
            case "quarter" -> "({1} * 3) || ' month'";
            default -> "{1} || ' " + part + "'";
        };
        return switch (type) {
            case "date" -> "date({0}, " + amount + ", 'floor')";
            case "time" -> "(strftime('%H:%M:%S', substr({0}, 1, 8), " + amount + ") || substr({0}, 9))";
            default ->
                "(strftime('%Y-%m-%dT%H:%M:%S', substr({0}, 1, 19), " + amount + ", 'floor') || substr({0}, 20))";
        };
    }

    private static String truncated(String part, String type) {
        if (type.equals("time")) {
            return switch (part) {
                case "hour" -> "(substr({0}, 1, 2) || ':00:00.000000')";
                case "minute" -> "(substr({0}, 1, 5) || ':00.000000')";
                default -> "(substr({0}, 1, 8) || '.000000')";
            };
        }
        String first = switch (part) {
            case "year" -> "substr({0}, 1, 4) || '-01-01'";
            case "quarter" ->
                "substr({0}, 1, 5) || substr('01040710', (cast(substr({0}, 6, 2) as integer) + 2) / 3 * 2 - 1, 2)"
                        + " || '-01'";
            case "month" -> "substr({0}, 1, 7) || '-01'";
            case "week" -> "date(substr({0}, 1, 10), 'weekday 0', '-6 days')";
            case "hour" -> "substr({0}, 1, 13) || ':00:00.000000'";
            case "minute" -> "substr({0}, 1, 16) || ':00.000000'";
            case "second" -> "substr({0}, 1, 19) || '.000000'";
            default -> "substr({0}, 1, 10)";
        };
        boolean ofDate = List.of("year", "quarter", "month", "week", "day").contains(part);
        String midnight = ofDate && !type.equals("date") ? " || 'T00:00:00.000000'" : "";
        return "(" + first + midnight + (type.equals("instant") ? " || 'Z')" : ")");
    }
}
