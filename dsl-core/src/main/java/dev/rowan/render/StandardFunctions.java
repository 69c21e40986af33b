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
            .with("array_agg", "array_agg({distinct}{0}{order})")
            .with("array_length", "cardinality({0})")
            .with("array_element", "({0})[{1}]")
            .with("array_concat", "({0} || {1})")
            .with("array_any", "({0} = any ({1}))")
            .with("array_equal", "({0} = {1})")
            .with("array_not_equal", "({0} <> {1})")
            .with("array_contains_all", "case when {0} is not null then {2} end")
            .with("array_overlaps", "case when {0} is not null then {2} end")
            .with("array_has", "array_contains({0}, {1})")
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
                    "json_array_agg",
                    "json_object",
                    "json_of_number",
                    "json_of_decimal",
                    "json_of_double",
                    "json_of_text",
                    "json_of_boolean")
            .with("json_member", "{0}, {1}")
            .with("json_row", "json_array({...} null on null)")
            .with("json_rows", "json_arrayagg({0}{order} null on null)")
            .alike("{0}", "json_nested", "text_of_varchar", "text_of_text")
            .alike("cast(cast({0} as double precision) as varchar)", "text_of_real", "text_of_double")
            .alike("cast({0} as varchar)", "text_of_decimal", "text_of_json")
            .with("text_of_binary", "lower(hex({0}))")
            .alike("cast({0} as varchar)", "text_of_uuid", "text_of_date", "text_of_time", "text_of_timestamp")
            .refused("find the words by contains(…), or in a search engine", "full_text_match", "full_text_score")
            .times("extract", (part, type) -> "extract(" + part + " from {0})")
            .times("plus", (part, type) -> "({0} + {1} * interval '1' " + part + ")")
            .times("truncate", (part, type) -> "date_trunc('" + part + "', {0})");

    private StandardFunctions() {}
}
