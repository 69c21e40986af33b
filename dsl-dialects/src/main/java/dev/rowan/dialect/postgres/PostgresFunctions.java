package dev.rowan.dialect.postgres;

import dev.rowan.render.Spellings;

/** The functions that PostgreSQL spells differently from the standard. */
final class PostgresFunctions {
    static final Spellings ALL = Spellings.standard()
            .with("bit_xor", "({0} # {1})")
            // the digits of the dividend are the least there are
            .with("divide", "({0} * 1.0000000000 / {1})")
            .with("regexp_like", "({0} ~ {1})")
            .rendered("full_text_match", "full_text_score")
            .with("current_date", "cast(current_timestamp at time zone 'UTC' as date)")
            .with("array_contains_all", "({0} @> {1})")
            .with("array_overlaps", "({0} && {1})")
            // its own || takes NULL for an empty array
            .with("array_concat", "case when {0} is not null and {1} is not null then {0} || {1} end")
            .nullUnlessAll("greatest", "least")
            .and(PostgresJson.FUNCTIONS)
            .times("extract", (part, type) -> "cast(floor(extract(" + part + " from " + utc(type) + ")) as integer)")
            .times("plus", PostgresFunctions::moved)
            .times("truncate", PostgresFunctions::truncated);

    private PostgresFunctions() {}

    private static String utc(String type) {
        return type.equals("instant") ? "({0} at time zone 'UTC')" : "{0}";
    }

    private static String moved(String part, String type) {
        String sum = utc(type) + " + {1} * interval '" + (part.equals("quarter") ? "3 month'" : "1 " + part + "'");
        return switch (type) {
            case "date" -> "cast(" + sum + " as date)";
            case "instant" -> "((" + sum + ") at time zone 'UTC')";
            default -> "(" + sum + ")";
        };
    }

    private static String truncated(String part, String type) {
        return switch (type) {
            case "date" -> "cast(date_trunc('" + part + "', cast({0} as timestamp)) as date)";
            case "time" -> "cast(date_trunc('" + part + "', {0}) as time)";
            case "instant" -> "date_trunc('" + part + "', {0}, 'UTC')";
            default -> "date_trunc('" + part + "', {0})";
        };
    }
}
