package dev.rowan.generate;

import java.util.Locale;

/** How texts stand in Java sources. */
final class JavaText {
    private JavaText() {}

    /** A text as a literal. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default ->
                    literal.append(isShown(c) ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return literal.append('"').toString();
    }

    private static boolean isShown(char c) {
        return !Character.isISOControl(c) && !Character.isSurrogate(c) && Character.getType(c) != Character.FORMAT;
    }

    /** A text as a comment on one line, in which nothing is a tag, the end or an escape. */
    static String comment(String text) {
        StringBuilder comment = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> comment.append("&amp;");
                case '<' -> comment.append("&lt;");
                case '>' -> comment.append("&gt;");
                case '@', '{', '}', '\\', '*', '/' ->
                    comment.append("&#").append((int) c).append(';');
                default -> comment.append(isShown(c) ? c : ' ');
            }
        }
        return comment.toString().strip();
    }

    /** A text as a comment behind two slashes. */
    static String lineComment(String text) {
        StringBuilder comment = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            comment.append(c == '\\' ? "\\ " : isShown(c) ? String.valueOf(c) : " ");
        }
        return comment.toString().strip();
    }
}
