package dev.rowan.render;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.RawText;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQL for the eyes of people; it is never sent. */
final class ReadableSql {
    /** Quoted texts and names, parentheses, and the words that begin a clause. */
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`|[()]|\\b("
            + String.join(
                    "|",
                    Arrays.asList(
                            "from",
                            "(?:left |right |full |cross )?join",
                            "where",
                            "group by",
                            "having",
                            "window",
                            "order by",
                            "offset",
                            "fetch first",
                            "limit",
                            "union(?: all)?",
                            "intersect(?: all)?",
                            "except(?: all)?",
                            "for update",
                            "for share",
                            "set",
                            "values"))
            + ")\\b");

    private ReadableSql() {}

    /** Each clause of the statement on a line of its own; what stands in parentheses stays as it is. */
    static String pretty(String sql) {
        StringBuilder text = new StringBuilder();
        Matcher token = TOKEN.matcher(sql);
        int depth = 0;
        int end = 0;
        while (token.find()) {
            if (token.group().equals("(")) {
                depth++;
            } else if (token.group().equals(")")) {
                depth--;
            } else if (token.group(1) != null && depth == 0 && token.start() > 0) {
                text.append(sql.substring(end, token.start()).stripTrailing()).append('\n');
                end = token.start();
            }
        }
        return text.append(sql.substring(end)).toString();
    }

    /** The text with the values in the place of their placeholders. */
    static String inlined(String sql, List<BoundValue<?>> binds) {
        StringBuilder text = new StringBuilder();
        Iterator<BoundValue<?>> values = binds.iterator();
        boolean escaped = false;
        List<RawText.Part> parts = RawText.parse(sql).parts();
        for (int i = 0; i < parts.size(); i++) {
            RawText.Part part = parts.get(i);
            if (part instanceof RawText.Plain plain) {
                text.append(plain.sql());
            } else if (part instanceof RawText.Parameter parameter) {
                text.append(':').append(parameter.name());
            } else if (i + 1 < parts.size() && parts.get(i + 1) instanceof RawText.QuestionMark && !escaped) {
                escaped = true; // the first of two is an operator
                continue;
            } else {
                text.append(escaped ? "?" : literal(values.next()));
            }
            escaped = false;
        }
        return text.toString();
    }

    private static <T extends @Nullable Object> String literal(BoundValue<T> bound) {
        T value = bound.value();
        Object plain = value == null ? null : bound.type().toColumn(value);
        if (plain == null || plain instanceof Number || plain instanceof Boolean) {
            return String.valueOf(plain);
        }
        String text = plain instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : plain.toString();
        return (plain instanceof byte[] ? "x'" : "'") + text.replace("'", "''") + "'";
    }
}
