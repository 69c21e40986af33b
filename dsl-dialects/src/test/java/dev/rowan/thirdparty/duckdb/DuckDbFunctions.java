package dev.rowan.thirdparty.duckdb;

import dev.rowan.render.Spellings;

/** The functions that DuckDB spells differently from the standard. */
final class DuckDbFunctions {
    static final Spellings ALL = Spellings.standard()
            .with("divide", "cast({0} / nullif({1}, 0) as decimal(38, 12))")
            .with("divide_double", "({0} / nullif({1}, 0))")
            .with("div", "({0} // nullif({1}, 0))")
            .with("mod", "({0} % nullif({1}, 0))")
            .with("bit_xor", "xor({0}, {1})")
            .with("regexp_like", "regexp_matches({0}, {1})")
            .with("current_date", "cast(current_timestamp at time zone 'UTC' as date)")
            .nullUnlessAll("greatest", "least")
            .times("extract", (part, type) -> "cast(extract(" + part + " from " + moment(type) + ") as integer)")
            .times("plus", (part, type) -> typed(type, moment(type) + " + {1} * interval '1 " + part + "'"))
            .times("truncate", (part, type) -> typed(type, "date_trunc('" + part + "', " + moment(type) + ")"));

    private DuckDbFunctions() {}

    private static String moment(String type) {
        return switch (type) {
            case "time" -> "(date '2000-01-01' + {0})";
            case "instant" -> "({0} at time zone 'UTC')";
            default -> "{0}";
        };
    }

    private static String typed(String type, String moment) {
        return type.equals("instant")
                ? "((" + moment + ") at time zone 'UTC')"
                : "cast(" + moment + " as " + type + ")";
    }
}
