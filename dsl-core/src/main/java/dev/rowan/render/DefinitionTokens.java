package dev.rowan.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a definition, as a database tells of it. Comments are no words; whatever is not known is a symbol of its own, so
 * that any text has words. Immutable and thread-safe.
 */
public final class DefinitionTokens {
    private static final String OPERATORS = "+-*/<>=~!@#%^&|?:";

    private DefinitionTokens() {}

    /** What a word is. */
    public enum Kind {
        /** A name in quotes, without them. */
        NAME,
        /** A key word, or a name without quotes. */
        WORD,
        /** A text, without its quotes. */
        TEXT,
        /** A number without a sign. */
        NUMBER,
        /** An operator, a comma or a parenthesis. */
        SYMBOL,
        /** Anything that is written as it is: {@code x'00'}. */
        OTHER
    }

    /**
     * A word.
     *
     * @param text what it says; its quotes are removed
     * @param start where it starts
     * @param end where the next character stands
     */
    public record Token(Kind kind, String text, int start, int end) {
        /** Whether it is a key word or a symbol, in whatever case. */
        public boolean is(String word) {
            return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
        }
    }

    /**
     * The words of a text.
     *
     * @param backslashes whether a backslash in a text changes the character behind it
     */
    public static List<Token> of(String text, boolean backslashes) {
        return new Reader(text, backslashes).tokens();
    }

    private static final class Reader {
        private final String text;
        private final boolean backslashes;
        private final List<Token> tokens = new ArrayList<>();
        private int at;

        Reader(String text, boolean backslashes) {
            this.text = text;
            this.backslashes = backslashes;
        }

        List<Token> tokens() {
            while (at < text.length()) {
                int start = at;
                char c = text.charAt(at);
                if (Character.isWhitespace(c)) {
                    at++;
                } else if (text.startsWith("--", at)) {
                    at = endOf("\n");
                } else if (text.startsWith("/*", at)) {
                    at = endOf("*/");
                } else {
                    next(start, c);
                }
            }
            return tokens;
        }

        private int endOf(String mark) {
            int end = text.indexOf(mark, at + 2);
            return end < 0 ? text.length() : end + mark.length();
        }

        private void next(int start, char c) {
            if (c == '\'') {
                add(Kind.TEXT, quoted('\'', backslashes), start);
            } else if (c == '"' || c == '`') {
                add(Kind.NAME, quoted(c, false), start);
            } else if (Character.isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(at + 1))) {
                number();
                add(Kind.NUMBER, text.substring(start, at), start);
            } else if (Character.isLetter(c) || c == '_') {
                word(start);
            } else if (OPERATORS.indexOf(c) >= 0) {
                operator();
                add(Kind.SYMBOL, text.substring(start, at), start);
            } else {
                at++;
                add(Kind.SYMBOL, String.valueOf(c), start);
            }
        }

        private boolean isDigit(int index) {
            return Character.isDigit(text.charAt(index));
        }

        private void add(Kind kind, String says, int start) {
            tokens.add(new Token(kind, says, start, at));
        }

        /** Behind a prefix that changes how a text is read: {@code E'…'}, {@code U&'…'}, {@code U&"…"}, {@code _utf8mb4'…'}, {@code x'…'}. */
        private void word(int start) {
            while (at < text.length()
                    && (Character.isLetterOrDigit(text.charAt(at)) || "_$".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            String word = text.substring(start, at);
            String prefix = word.toUpperCase(Locale.ROOT);
            if (prefix.equals("U") && text.startsWith("&'", at)) {
                at++;
                add(Kind.TEXT, unicode(quoted('\'', false)), start);
            } else if (prefix.equals("U") && text.startsWith("&\"", at)) {
                at++;
                add(Kind.NAME, unicode(quoted('"', false)), start);
            } else if (at < text.length() && text.charAt(at) == '\'' && prefix.equals("E")) {
                add(Kind.TEXT, quoted('\'', true), start);
            } else if (at < text.length()
                    && text.charAt(at) == '\''
                    && (prefix.equals("N") || prefix.startsWith("_UTF8"))) {
                add(Kind.TEXT, quoted('\'', backslashes), start);
            } else if (at < text.length()
                    && text.charAt(at) == '\''
                    && (prefix.equals("X") || prefix.equals("B") || prefix.startsWith("_"))) {
                quoted('\'', backslashes);
                add(Kind.OTHER, text.substring(start, at), start);
            } else {
                add(Kind.WORD, word, start);
            }
        }

        private String quoted(char quote, boolean escapes) {
            StringBuilder says = new StringBuilder();
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (escapes && c == '\\' && at < text.length()) {
                    says.append(escaped(text.charAt(at++)));
                } else if (c != quote) {
                    says.append(c);
                } else if (at < text.length() && text.charAt(at) == quote) {
                    says.append(quote);
                    at++;
                } else {
                    break;
                }
            }
            return says.toString();
        }

        private static char escaped(char c) {
            return switch (c) {
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'b' -> '\b';
                case '0' -> '\0';
                case 'Z' -> '\u001a';
                default -> c;
            };
        }

        /** {@code \00e4} and {@code \+01f600}. */
        private static String unicode(String escaped) {
            StringBuilder says = new StringBuilder();
            for (int i = 0; i < escaped.length(); i++) {
                char c = escaped.charAt(i);
                if (c != '\\') {
                    says.append(c);
                } else if (escaped.startsWith("\\\\", i)) {
                    says.append('\\');
                    i++;
                } else {
                    boolean isLong = escaped.charAt(i + 1) == '+';
                    int from = i + (isLong ? 2 : 1);
                    int to = from + (isLong ? 6 : 4);
                    says.appendCodePoint(Integer.parseInt(escaped.substring(from, to), 16));
                    i = to - 1;
                }
            }
            return says.toString();
        }

        private void number() {
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                boolean isExponent = text.charAt(at) == 'e' || text.charAt(at) == 'E';
                at++;
                if (isExponent && at < text.length() && "+-".indexOf(text.charAt(at)) >= 0) {
                    at++;
                }
            }
        }

        private void operator() {
            while (at < text.length() && OPERATORS.indexOf(text.charAt(at)) >= 0) {
                boolean isSign = text.charAt(at) == '-' || text.charAt(at) == '+';
                at++;
                if (isSign && (at >= text.length() || text.charAt(at) != '>')) {
                    return;
                }
                if (at < text.length() && "+-".indexOf(text.charAt(at)) >= 0 && !text.startsWith("->", at)) {
                    return;
                }
            }
        }
    }
}
