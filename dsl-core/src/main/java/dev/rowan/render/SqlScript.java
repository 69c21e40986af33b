package dev.rowan.render;

import dev.rowan.error.MigrationException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements of a script, each without the semicolon that ends it. Knows strings, quoted names, comments, dollar quotes, the bodies of
 * triggers, and {@code delimiter} lines as the command line of MySQL has them. For one use.
 */
final class SqlScript {
    private static final Pattern DELIMITER = Pattern.compile("(?i)delimiter[ \\t]+(\\S+)[ \\t]*(\\R|$)");
    private static final Pattern DOLLARS = Pattern.compile("\\$([A-Za-z_]\\w*)?\\$");
    private static final Pattern TRIGGER = Pattern.compile(
            "(?is)\\s*create\\s+(temp\\s+|temporary\\s+|or\\s+replace\\s+)*(trigger|procedure|function|event)\\b.*\\bbegin\\b.*");
    private static final Pattern BLOCK =
            Pattern.compile("(?i)\\b(begin|case)\\b|\\bend\\s+(?:if|loop|while|repeat)\\b|\\b(end)\\b(?:\\s+case\\b)?");

    private final String text;
    private final boolean backslashes;
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private final StringBuilder code = new StringBuilder(); // of the statement, without what is in quotes
    private boolean hasCode;
    private String delimiter = ";";
    private int at;

    private SqlScript(String text, boolean backslashes) {
        this.text = text;
        this.backslashes = backslashes;
    }

    /**
     * Takes a script apart.
     *
     * @param backslashes whether a backslash escapes what follows it in a string
     */
    static List<String> statements(String text, boolean backslashes) {
        SqlScript script = new SqlScript(text.startsWith("\uFEFF") ? text.substring(1) : text, backslashes);
        script.read();
        return script.statements;
    }

    private void read() {
        while (at < text.length()) {
            if (!hasCode && isAtLineStart() && readDelimiter()) {
                continue;
            }
            char c = text.charAt(at);
            if (text.startsWith(delimiter, at) && !isWithinBody()) {
                at += delimiter.length();
                end();
            } else if (isLineComment(c)) {
                skip(endOfLine());
            } else if (text.startsWith("/*", at)) {
                hasCode |=
                        backslashes && (text.startsWith("!", at + 2) || text.startsWith("M!", at + 2)); // which is run
                take(endOfComment());
            } else if (c == '\'' || c == '"' || c == '`') {
                hasCode = true;
                take(endOfQuoted(c));
            } else if (c == '$' && dollarQuote() > 0) {
                hasCode = true;
                take(dollarQuote());
            } else {
                hasCode |= !Character.isWhitespace(c);
                code.append(c);
                take(at + 1);
            }
        }
        end();
    }

    /** MySQL takes two hyphens for a comment only before a blank. */
    private boolean isLineComment(char c) {
        if (!backslashes) {
            return text.startsWith("--", at);
        }
        return c == '#' || (text.startsWith("--", at) && (at + 2 == text.length() || text.charAt(at + 2) <= ' '));
    }

    private boolean isAtLineStart() {
        return at == 0 || text.charAt(at - 1) == '\n';
    }

    private boolean readDelimiter() {
        Matcher line = DELIMITER.matcher(text).region(at, text.length());
        if (!line.lookingAt()) {
            return false;
        }
        delimiter = line.group(1);
        at = line.end();
        return true;
    }

    /** The statements of a body end with semicolons too; the body ends with the {@code end} of its {@code begin}. */
    private boolean isWithinBody() {
        if (!delimiter.equals(";") || !TRIGGER.matcher(code).matches()) {
            return false;
        }
        int depth = 0;
        for (Matcher block = BLOCK.matcher(code); block.find(); ) {
            depth += block.group(1) != null ? 1 : block.group(2) != null ? -1 : 0;
        }
        return depth > 0;
    }

    private void take(int end) {
        statement.append(text, at, end);
        at = end;
    }

    private void skip(int end) {
        at = end;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private int endOfComment() {
        int depth = 1;
        int end = at + 2;
        while (end < text.length() && depth > 0) {
            if (text.startsWith("*/", end)) {
                depth--;
                end += 2;
            } else if (!backslashes && text.startsWith("/*", end)) {
                depth++;
                end += 2;
            } else {
                end++;
            }
        }
        if (depth > 0) {
            throw new MigrationException("expected the end of a comment, got the end of the script, after '"
                    + text.substring(at, Math.min(text.length(), at + 40)) + "'; close each /* with */");
        }
        return end;
    }

    private int endOfQuoted(char quote) {
        int end = at + 1;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '\\' && escapes(quote)) {
                end += 2;
            } else if (c == quote) {
                return end + 1; // a doubled one begins the next
            } else {
                end++;
            }
        }
        return text.length();
    }

    /** Also in PostgreSQL's {@code E'…'}. */
    private boolean escapes(char quote) {
        if (quote == '`') {
            return false;
        }
        boolean marked = quote == '\''
                && at > 0
                && (text.charAt(at - 1) == 'E' || text.charAt(at - 1) == 'e')
                && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)));
        return backslashes || marked;
    }

    /** Where a dollar quote ends that begins here; 0 if none does. */
    private int dollarQuote() {
        Matcher begin = DOLLARS.matcher(text).region(at, text.length());
        if (!begin.lookingAt() || (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))) {
            return 0;
        }
        int end = text.indexOf(begin.group(), begin.end());
        return end < 0 ? text.length() : end + begin.group().length();
    }

    private void end() {
        if (hasCode) {
            statements.add(statement.toString().strip());
        }
        statement.setLength(0);
        code.setLength(0);
        hasCode = false;
    }
}
