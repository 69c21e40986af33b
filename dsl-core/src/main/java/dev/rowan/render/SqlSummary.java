package dev.rowan.render;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in two words what a statement does, so that there are few of them: {@code insert orders}. */
final class SqlSummary {
    private static final Pattern VERB =
            Pattern.compile("\\b(select|insert|update|delete|merge|create|values|explain)\\b");
    /** Before a write whose rows a select returns. */
    private static final Pattern ROWS_OF_WRITE = Pattern.compile("(?s)^.*?\\bfrom (?:final|old|new) table \\(");

    /** A from that names no table. */
    private static final Pattern OTHER_FROM =
            Pattern.compile("(?i)\\bextract\\s*\\(\\s*\\w+\\s+from\\b|\\bdistinct\\s+from\\b");

    private static final Pattern TABLE = Pattern.compile(
            "\\b(?:from|into|update|table) +((?:[\"`][^\"`]+[\"`]|[\\w$]+)(?:\\.(?:[\"`][^\"`]+[\"`]|[\\w$]+))*)");

    private SqlSummary() {}

    static String of(String text) {
        String plain =
                ROWS_OF_WRITE.matcher(text.replaceAll("'[^']*'", "''").strip()).replaceFirst("");
        Matcher verb = VERB.matcher(plain.toLowerCase(Locale.ROOT));
        String first = verb.find() ? verb.group(1) : plain.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        Matcher table = TABLE.matcher(OTHER_FROM.matcher(plain).replaceAll(""));
        return table.find() ? first + " " + table.group(1).replaceAll("[\"`]", "") : first;
    }
}
