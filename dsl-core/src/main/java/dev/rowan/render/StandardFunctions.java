package dev.rowan.render;

/** The functions that standard SQL does not spell as {@code name(arguments)}. */
final class StandardFunctions {
    static final Spellings ALL = Spellings.none()
            .with("concat", "({0} || {1})")
            .with("substring", "substring({0} from {1} for {2})")
            .with("substring_from", "substring({0} from {1})")
            .with("position", "position({0} in {1})")
            .with("current_timestamp", "current_timestamp")
            .with("current_date", "current_date")
            .with("negate", "(-{0})")
            .with("divide", "({0} / {1})")
            .with("divide_double", "({0} / {1})")
            .with("div", "({0} / {1})")
            .with("bit_and", "({0} & {1})")
            .with("bit_or", "({0} | {1})")
            .with("bit_xor", "({0} ^ {1})")
            .with("some", "bool_or({0})")
            .with("every", "bool_and({0})")
            .with("string_agg", "string_agg({distinct}{0}, {1}{order})")
            .with("percentile_cont", "percentile_cont({1}) within group (order by {0})")
            .with("percentile_disc", "percentile_disc({1}) within group (order by {0})")
            .refused(
                    "fetch the JSON, and compute in Java",
                    "json_key",
                    "json_index",
                    "json_text",
                    "json_int",
                    "json_long",
                    "json_decimal",
                    "json_boolean",
                    "json_is_null",
                    "json_is_object",
                    "json_is_array",
                    "json_equal",
                    "json_not_equal",
                    "json_distinct",
                    "json_not_distinct",
                    "json_contains",
                    "json_array_has",
                    "json_set",
                    "json_remove",
                    "json_array_agg")
            .times("extract", (part, type) -> "extract(" + part + " from {0})")
            .times("plus", (part, type) -> "({0} + {1} * interval '1' " + part + ")")
            .times("truncate", (part, type) -> "date_trunc('" + part + "', {0})");

    private StandardFunctions() {}
}
