package dev.rowan.dialect.duckdb;

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
            .alike("to_json({0})", "json_of_number", "json_of_decimal", "json_of_text", "json_of_boolean")
            .with(
                    "json_of_double",
                    "cast(case when isfinite({0}) then to_json({0}) when isnan({0}) then '\"NaN\"' when {0} > 0"
                            + " then '\"Infinity\"' when {0} < 0 then '\"-Infinity\"' end as json)")
            .with("json_member", "to_json({0}) || ':' || coalesce({1}, 'null')")
            .with("json_object", "cast('{' || array_to_string([{...}], ',') || '}' as json)")
            .with(
                    "json_array_agg",
                    "cast('[' || string_agg(coalesce({0}, 'null'), ','{order}){filter}{over} || ']' as json)")
            .alike(
                    "case when isnan({0}) then 'NaN' when isinf({0}) then case when {0} > 0 then 'Infinity'"
                            + " else '-Infinity' end else cast(cast({0} as double) as varchar) end",
                    "text_of_real", "text_of_double")
            .with("text_of_date", iso("date", ""))
            .with("text_of_time", "strftime(" + moment("time") + ", '%H:%M:%S.%f')")
            .with("text_of_timestamp", iso("timestamp", "T%H:%M:%S.%f"))
            .with("text_of_instant", iso("instant", "T%H:%M:%S.%fZ"))
            .nullUnlessAll("greatest", "least")
            .times("extract", (part, type) -> "cast(extract(" + part + " from " + moment(type) + ") as integer)")
            .times("plus", (part, type) -> typed(type, moment(type) + " + {1} * interval '1 " + part + "'"))
            .times("truncate", (part, type) -> typed(type, "date_trunc('" + part + "', " + moment(type) + ")"));

    private DuckDbFunctions() {}

    private static String moment(String type) {
        return type.equals("time")
                ? "(date '2000-01-01' + {0})"
                : type.equals("instant") ? "({0} at time zone 'UTC')" : "{0}";
    }

    private static String iso(String type, String rest) {
        String year = "year(" + moment(type) + ")";
        return "coalesce(printf(case when " + year + " between 0 and 9999 then '%04d' else '%+05d' end, " + year
                + ") || strftime(" + moment(type) + ", '-%m-%d" + rest + "'), cast({0} as varchar))";
    }

    private static String typed(String type, String at) {
        return type.equals("instant") ? "((" + at + ") at time zone 'UTC')" : "cast(" + at + " as " + type + ")";
    }
}
