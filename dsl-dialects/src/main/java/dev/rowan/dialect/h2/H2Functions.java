package dev.rowan.dialect.h2;

import dev.rowan.render.Spellings;

/** The functions that H2 spells differently from the standard. */
final class H2Functions {
    static final Spellings ALL = Spellings.standard()
            .with("position", "locate({0}, {1})")
            .with("bit_and", "bitand({0}, cast({1} as bigint))")
            .with("bit_or", "bitor({0}, cast({1} as bigint))")
            .with("bit_xor", "bitxor({0}, cast({1} as bigint))")
            .with("divide", "(cast({0} as decfloat(60)) / cast({1} as decfloat(60)))")
            // its own takes the first character of the filling only
            .with("lpad", "(left(repeat({2}, {1}), greatest({1} - char_length({0}), 0)) || left({0}, {1}))")
            .with("rpad", "left({0} || repeat({2}, {1}), {1})")
            .with("regexp_like", "regexp_like({0}, {1}, 'c')")
            .with("array_element", "case when {1} between 1 and cardinality({0}) then ({0})[{1}] end")
            // its own = of arrays is unknown where both have a NULL
            .with("array_equal", sameUnlessNull("is not distinct from"))
            .with("array_not_equal", sameUnlessNull("is distinct from"))
            .with("some", "any({0})")
            .with("every", "every({0})")
            // a cast by itself would go by the session's zone
            .with("current_date", "cast(left(cast(current_timestamp at time zone 'UTC' as varchar), 10) as date)")
            .refused("select a literal in each part of unionAll(…)", "grouping")
            .nullUnlessAll("greatest", "least")
            .and(H2Json.FUNCTIONS)
            .times("extract", H2Functions::extracted)
            .times("plus", (part, type) -> "dateadd(" + part + ", {1}, " + utc(type) + ")")
            .times("truncate", (part, type) -> "date_trunc(" + isoPart(part) + ", " + utc(type) + ")");

    private H2Functions() {}

    private static String sameUnlessNull(String operator) {
        return "case when {0} is not null and {1} is not null then {0} " + operator + " {1} end";
    }

    private static String extracted(String part, String type) {
        String extracted = "extract(" + isoPart(part) + " from " + utc(type) + ")";
        return part.equals("second") ? "cast(floor(" + extracted + ") as integer)" : extracted;
    }

    private static String isoPart(String part) {
        return part.equals("week") ? "iso_week" : part;
    }

    private static String utc(String type) {
        return type.equals("instant") ? "({0} at time zone 'UTC')" : "{0}";
    }
}
