package dev.rowan.dialect.mysql;

import dev.rowan.render.Spellings;
import java.util.Map;

/** The functions that MySQL and MariaDB spell differently from the standard. */
final class MySqlFunctions {
    private static final Map<String, String> FIRST_MOMENTS = Map.of(
            "year", "%Y-01-01 00:00:00",
            "month", "%Y-%m-01 00:00:00",
            "day", "%Y-%m-%d 00:00:00",
            "hour", "%Y-%m-%d %H:00:00",
            "minute", "%Y-%m-%d %H:%i:00",
            "second", "%Y-%m-%d %H:%i:%s");

    static final Spellings ALL = Spellings.standard()
            .with("concat", "concat({0}, {1})") // || is a logical or
            .with("position", "locate({0}, {1})")
            .with("bit_and", "cast({0} & {1} as signed)") // unsigned by itself
            .with("bit_or", "cast({0} | {1} as signed)")
            .with("bit_xor", "cast({0} ^ {1} as signed)")
            .with("divide", "(cast({0} as decimal(65, 20)) / {1})")
            .with("div", "({0} div {1})")
            .with("every", "min({0})")
            .with("some", "max({0})")
            .with("regexp_like", "regexp_like({0}, cast({1} as char) collate utf8mb4_0900_bin, 'c')")
            .with("full_text_match", "(match ({...}) against ({0} in boolean mode) > 0)")
            .with("full_text_score", "match ({...}) against ({0})")
            .with("current_timestamp", "utc_timestamp(6)")
            .with("current_date", "utc_date()")
            .refused("number the rows by rowNumber() in a derived table", "percentile_cont", "percentile_disc")
            .and(MySqlJson.FUNCTIONS)
            .times("extract", (part, type) -> part.equals("week") ? "week({0}, 3)" : "extract(" + part + " from {0})")
            .times("plus", MySqlFunctions::moved)
            .times("truncate", MySqlFunctions::truncated);

    private MySqlFunctions() {}

    private static String moved(String part, String type) {
        return type.equals("time")
                ? "time(date_add(timestamp('2000-01-01', {0}), interval {1} " + part + "))"
                : "date_add({0}, interval {1} " + part + ")";
    }

    private static String truncated(String part, String type) {
        if (type.equals("time")) {
            String first = FIRST_MOMENTS.getOrDefault(part, "%H:%i:%s").replaceAll("^.* ", "");
            return "cast(time_format({0}, '" + first + "') as time(6))";
        }
        String first = switch (part) {
            case "quarter" -> "makedate(year({0}), 1) + interval (quarter({0}) - 1) quarter";
            case "week" -> "date({0}) - interval weekday({0}) day";
            default -> "date_format({0}, '" + FIRST_MOMENTS.get(part) + "')";
        };
        return "cast(" + first + " as " + (type.equals("date") ? "date)" : "datetime(6))");
    }
}
