package dev.rowan.dialect;

import dev.rowan.render.DdlFeature;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** What the dialects support, as {@code docs/dialects.md} shows it. */
final class SupportTable {
    private static final Map<String, String> MANUALS = Map.of(
            "H2", "https://www.h2database.com/html/commands.html#select",
            "PostgreSQL", "https://www.postgresql.org/docs/current/functions-window.html",
            "MySQL", "https://dev.mysql.com/doc/refman/8.0/en/select.html",
            "MariaDB", "https://mariadb.com/kb/en/select/",
            "SQLite", "https://www.sqlite.org/lang_select.html",
            "DuckDB", "https://duckdb.org/docs/current/sql/query_syntax/select",
            "Trino", "https://trino.io/docs/current/sql/select.html",
            "SQL Server", "https://learn.microsoft.com/en-us/sql/t-sql/queries/select-transact-sql");

    private static final Set<String> NOT_RUN = Set.of("SQL Server");

    private static final Map<String, Map<Feature, String>> PAGES = Map.of(
            "MySQL",
                    Map.ofEntries(
                            Map.entry(Feature.FULL_JOIN, "https://dev.mysql.com/doc/refman/8.0/en/join.html"),
                            Map.entry(
                                    Feature.SIMULTANEOUS_ASSIGNMENT,
                                    "https://dev.mysql.com/doc/refman/8.0/en/update.html"),
                            Map.entry(
                                    Feature.CONFLICT_OF_ONE_KEY,
                                    "https://dev.mysql.com/doc/refman/8.0/en/insert-on-duplicate.html"),
                            Map.entry(
                                    Feature.RETURNING_OF_UPSERT, "https://dev.mysql.com/doc/refman/8.0/en/insert.html"),
                            Map.entry(Feature.CUBE, "https://dev.mysql.com/doc/refman/8.0/en/group-by-modifiers.html"),
                            Map.entry(
                                    Feature.GROUPING_SETS,
                                    "https://dev.mysql.com/doc/refman/8.0/en/group-by-modifiers.html"),
                            Map.entry(
                                    Feature.GROUPS_FRAME,
                                    "https://dev.mysql.com/doc/refman/8.0/en/window-functions-frames.html"),
                            Map.entry(
                                    Feature.FRAME_EXCLUSION,
                                    "https://dev.mysql.com/doc/refman/8.0/en/window-functions-frames.html"),
                            Map.entry(
                                    Feature.DISTINCT_OVER_WINDOW,
                                    "https://dev.mysql.com/doc/refman/8.0/en/window-functions-usage.html"),
                            Map.entry(
                                    Feature.IGNORE_NULLS,
                                    "https://dev.mysql.com/doc/refman/8.0/en/window-function-descriptions.html"),
                            Map.entry(Feature.MATERIALIZATION, "https://dev.mysql.com/doc/refman/8.0/en/with.html"),
                            Map.entry(Feature.EXACT_JSON_NUMBERS, "https://dev.mysql.com/doc/refman/8.0/en/json.html"),
                            Map.entry(
                                    Feature.READ_OF_WRITTEN_TABLE_IN_SET,
                                    "https://dev.mysql.com/doc/refman/8.0/en/update.html"),
                            Map.entry(
                                    Feature.READ_OF_WRITTEN_TABLE_IN_VALUES,
                                    "https://dev.mysql.com/doc/refman/8.0/en/insert.html"),
                            Map.entry(
                                    Feature.COMMON_TABLE_IN_VALUES,
                                    "https://dev.mysql.com/doc/refman/8.0/en/with.html"),
                            Map.entry(
                                    Feature.WRITE_IN_COMMON_TABLE,
                                    "https://dev.mysql.com/doc/refman/8.0/en/with.html")),
            "MariaDB",
                    Map.ofEntries(
                            Map.entry(Feature.FULL_JOIN, "https://mariadb.com/kb/en/join-syntax/"),
                            Map.entry(Feature.LATERAL, "https://mariadb.com/kb/en/join-syntax/"),
                            Map.entry(Feature.SIMULTANEOUS_ASSIGNMENT, "https://mariadb.com/kb/en/update/"),
                            Map.entry(
                                    Feature.CONFLICT_OF_ONE_KEY,
                                    "https://mariadb.com/kb/en/insert-on-duplicate-key-update/"),
                            Map.entry(Feature.RETURNING_OF_UPSERT, "https://mariadb.com/kb/en/insertreturning/"),
                            Map.entry(Feature.CUBE, "https://mariadb.com/kb/en/select-with-rollup/"),
                            Map.entry(Feature.GROUPING_SETS, "https://mariadb.com/kb/en/select-with-rollup/"),
                            Map.entry(Feature.GROUPS_FRAME, "https://mariadb.com/kb/en/window-frames/"),
                            Map.entry(Feature.FRAME_EXCLUSION, "https://mariadb.com/kb/en/window-frames/"),
                            Map.entry(
                                    Feature.DISTINCT_OVER_WINDOW,
                                    "https://mariadb.com/kb/en/window-functions-overview/"),
                            Map.entry(Feature.IGNORE_NULLS, "https://mariadb.com/kb/en/window-functions-overview/"),
                            Map.entry(Feature.MATERIALIZATION, "https://mariadb.com/kb/en/with/"),
                            Map.entry(Feature.LOCK_OF_TABLES, "https://mariadb.com/kb/en/for-update/"),
                            Map.entry(Feature.WRITE_IN_COMMON_TABLE, "https://mariadb.com/kb/en/with/"),
                            Map.entry(Feature.READ_OF_WRITTEN_TABLE_IN_VALUES, "https://mariadb.com/kb/en/insert/")),
            "SQLite",
                    Map.ofEntries(
                            Map.entry(Feature.DISTINCT_OVER_WINDOW, "https://www.sqlite.org/windowfunctions.html"),
                            Map.entry(Feature.IGNORE_NULLS, "https://www.sqlite.org/windowfunctions.html"),
                            Map.entry(Feature.QUANTIFIED_COMPARISON, "https://www.sqlite.org/lang_expr.html"),
                            Map.entry(Feature.FOR_UPDATE, "https://www.sqlite.org/lang_transaction.html"),
                            Map.entry(Feature.FOR_SHARE, "https://www.sqlite.org/lang_transaction.html"),
                            Map.entry(Feature.LOCK_OF_TABLES, "https://www.sqlite.org/lang_transaction.html"),
                            Map.entry(Feature.NO_WAIT, "https://www.sqlite.org/lang_transaction.html"),
                            Map.entry(Feature.SKIP_LOCKED, "https://www.sqlite.org/lang_transaction.html"),
                            Map.entry(Feature.READ_OF_WRITTEN_TABLE_IN_SET, "https://www.sqlite.org/lang_update.html"),
                            Map.entry(Feature.WRITE_IN_COMMON_TABLE, "https://www.sqlite.org/lang_with.html")),
            "PostgreSQL",
                    Map.ofEntries(Map.entry(
                            Feature.UPDATE_ON_ANY_CONFLICT, "https://www.postgresql.org/docs/current/sql-insert.html")),
            "H2",
                    Map.ofEntries(
                            Map.entry(
                                    Feature.UPDATE_ON_ANY_CONFLICT,
                                    "https://www.h2database.com/html/commands.html#merge_using"),
                            Map.entry(
                                    Feature.FULL_JOIN, "https://www.h2database.com/html/grammar.html#table_expression"),
                            Map.entry(Feature.RECURSIVE_UNION, "https://www.h2database.com/html/commands.html#with"),
                            Map.entry(Feature.MATERIALIZATION, "https://www.h2database.com/html/commands.html#with"),
                            Map.entry(
                                    Feature.WRITE_IN_COMMON_TABLE,
                                    "https://www.h2database.com/html/commands.html#with")));

    private SupportTable() {}

    static String features(List<Dialect> dialects) {
        StringJoiner lines = new StringJoiner("\n");
        header(lines, dialects, "Feature");
        for (Feature feature : Feature.values()) {
            StringJoiner line = new StringJoiner(" | ", "| ", " |").add(feature.words());
            dialects.forEach(dialect -> line.add(cell(dialect, feature)));
            lines.add(line.toString());
        }
        return lines.toString();
    }

    static String definitions(List<Dialect> dialects) {
        StringJoiner lines = new StringJoiner("\n");
        header(lines, dialects, "Definition");
        for (DdlFeature feature : DdlFeature.values()) {
            StringJoiner line = new StringJoiner(" | ", "| ", " |").add(feature.words());
            dialects.forEach(dialect -> line.add(
                    switch (dialect.ddl().support(feature)) {
                        case REFUSED -> "**refused**";
                        case EMULATED -> "rebuilt";
                        default -> "yes";
                    }));
            lines.add(line.toString());
        }
        return lines.toString();
    }

    static String functions(List<Dialect> dialects) {
        StringJoiner lines = new StringJoiner("\n");
        header(lines, dialects, "Function");
        for (String function : refusedBySome(dialects)) {
            StringJoiner line = new StringJoiner(" | ", "| ", " |").add("`" + function + "`");
            dialects.forEach(dialect -> line.add(dialect.refuses(function) ? "**refused**" : "yes"));
            lines.add(line.toString());
        }
        return lines.toString();
    }

    private static List<String> refusedBySome(List<Dialect> dialects) {
        return dialects.stream()
                .flatMap(dialect -> dialect.refusedFunctions().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static void header(StringJoiner lines, List<Dialect> dialects, String first) {
        StringJoiner names = new StringJoiner(" | ", "| ", " |").add(first);
        StringJoiner rule = new StringJoiner("|", "|", "|").add("---");
        dialects.forEach(dialect -> {
            names.add(dialect + (NOT_RUN.contains(dialect.name()) ? ", rendered, not run" : ""));
            rule.add("---");
        });
        lines.add(names.toString()).add(rule.toString());
    }

    private static String cell(Dialect dialect, Feature feature) {
        String word = dialect.support(feature).name().toLowerCase(Locale.ROOT);
        return dialect.support(feature) == Support.REFUSED
                ? "[**" + word + "**](" + page(dialect.name(), feature) + ")"
                : word;
    }

    private static String page(String dialect, Feature feature) {
        return PAGES.getOrDefault(dialect, Map.of()).getOrDefault(feature, MANUALS.get(dialect));
    }
}
