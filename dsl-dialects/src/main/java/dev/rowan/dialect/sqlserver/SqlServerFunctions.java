package dev.rowan.dialect.sqlserver;

import dev.rowan.render.Spellings;
import java.util.Map;

/**
 * The functions that SQL Server spells differently from the standard. Texts are {@code nvarchar(max)}, for others are cut at 4,000
 * characters in silence, and are taken by a collation that knows characters beyond the first plane; what comes of them compares by code
 * points.
 */
final class SqlServerFunctions {
    /** What compares and sorts texts by their code points. */
    static final String BINARY = "collate Latin1_General_100_BIN2";

    private static final String TEXT = "cast({0} as nvarchar(max)) collate Latin1_General_100_CS_AS_KS_WS_SC";

    /** {@code len} leaves out blanks at the end. */
    private static final String LENGTH =
            "(len(cast({0} as nvarchar(max)) collate Latin1_General_100_CS_AS_KS_WS_SC + N'.') - 1)";

    private static final Map<String, String> PARTS = Map.of("week", "iso_week");

    static final Spellings ALL = Spellings.standard()
            .with("concat", "(cast({0} as nvarchar(max)) + {1})")
            .with("char_length", "cast(" + LENGTH + " as int)")
            .with("substring", text("substring(" + TEXT + ", {1}, {2})"))
            .with("substring_from", text("substring(" + TEXT + ", {1}, 2147483647)"))
            .with("left", text("left(" + TEXT + ", {1})"))
            .with("right", text("right(" + TEXT + ", {1})"))
            .with(
                    "position",
                    "cast(case when {1} is null then null when datalength({0}) = 0 then 1 else"
                            + " charindex({0}, cast({1} as nvarchar(max)) " + BINARY + ") end as int)")
            .with("replace", "replace(cast({0} as nvarchar(max)) " + BINARY + ", {1}, {2})")
            .with(
                    "lpad",
                    text("(left(replicate(cast({2} as nvarchar(max)), {1}), greatest({1} - " + LENGTH + ", 0)) + left("
                            + TEXT + ", {1}))"))
            .with("rpad", text("left(" + TEXT + " + replicate(cast({2} as nvarchar(max)), {1}), {1})"))
            .with("repeat", "replicate(cast({0} as nvarchar(max)), {1})")
            .with("ceil", "ceiling({0})")
            .with("ln", "log({0})")
            .with("mod", "({0} % {1})")
            .with("divide", "(cast({0} as decimal(32, 12)) / {1})")
            .with("divide_double", "({0} / {1})")
            .with("current_timestamp", "cast(sysutcdatetime() as datetimeoffset(6))")
            .with("current_date", "cast(sysutcdatetime() as date)")
            .with("some", "cast(max(cast({0} as tinyint)) as bit)")
            .with("every", "cast(min(cast({0} as tinyint)) as bit)")
            .with("stddev_pop", "stdevp({0})")
            .with("stddev_samp", "stdev({0})")
            .with("var_pop", "varp({0})")
            .with("var_samp", "var({0})")
            .nullUnlessAll("greatest", "least")
            .rendered("string_agg")
            .refused("number the rows by rowNumber() in a derived table", "percentile_cont", "percentile_disc")
            .refused("find the text by like(…), or filter in Java", "regexp_like")
            .refused("fetch the values, and make the JSON in Java", "json_row", "json_rows", "json_member")
            .times("extract", (part, type) -> "datepart(" + part(part) + ", " + utc(type) + ")")
            .times("plus", (part, type) -> "dateadd(" + part + ", {1}, " + utc(type) + ")")
            .times("truncate", (part, type) -> "datetrunc(" + part(part) + ", " + utc(type) + ")");

    private SqlServerFunctions() {}

    private static String text(String function) {
        return function + " " + BINARY;
    }

    private static String part(String part) {
        return PARTS.getOrDefault(part, part);
    }

    private static String utc(String type) {
        return type.equals("instant") ? "switchoffset({0}, '+00:00')" : "{0}";
    }
}
