package dev.rowan.dialect.trino;

import dev.rowan.render.Spellings;

/** The functions that Trino spells differently from the standard. */
final class TrinoFunctions {
    private static final String MOMENT = "({0} at time zone 'UTC')";

    static final Spellings ALL = Spellings.standard()
            .with("divide", "(cast({0} as decimal(38, 12)) / {1})")
            .with("mod", "({0} % {1})")
            .with("bit_and", "bitwise_and({0}, {1})")
            .with("bit_or", "bitwise_or({0}, {1})")
            .with("bit_xor", "bitwise_xor({0}, {1})")
            .with("char_length", "length({0})")
            .with("left", "substr({0}, 1, {1})")
            .with("right", "reverse(substr(reverse({0}), 1, {1}))")
            .with("trim", "trim(both ' ' from {0})")
            .with("ltrim", "trim(leading ' ' from {0})")
            .with("rtrim", "trim(trailing ' ' from {0})")
            .with("repeat", "case when {0} is not null then array_join(repeat({0}, {1}), '') end")
            .with("current_date", "cast(current_timestamp at time zone 'UTC' as date)")
            .with(
                    "string_agg",
                    "array_join(nullif(filter(array_agg({distinct}{0}{order}){filter}{over}, e -> e is not null), array[]), {1})")
            .and(TrinoJson.FUNCTIONS)
            .refused("sort the values, and take one by its place", "percentile_cont", "percentile_disc")
            .times("extract", (part, type) -> "cast(extract(" + part + " from " + moment(type) + ") as integer)")
            .times("plus", (part, type) -> "date_add('" + part + "', {1}, " + moment(type) + ")")
            .times("truncate", (part, type) -> "date_trunc('" + part + "', " + moment(type) + ")");

    private TrinoFunctions() {}

    private static String moment(String type) {
        return type.equals("instant") ? MOMENT : "{0}";
    }
}
