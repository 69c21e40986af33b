package dev.rowan.dialect.sqlserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of a text in T-SQL, read one after the other. */
final class TransactSqlTokens {
    private static final Pattern TOKEN = Pattern.compile("\\[(?:[^\\]]|\\]\\])+\\]|N'(?:[^']|'')*'|'(?:[^']|'')*'|@\\w+"
            + "|\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|[A-Za-z_]\\w*|<>|<=|>=|[-+*/%&|^(),.;=<>?]");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    TransactSqlTokens(String text) {
        this.text = text;
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find()) {
            if (!text.substring(end, token.start()).isBlank()) {
                throw new AssertionError("expected tokens of T-SQL, got " + text.substring(end) + " in: " + text);
            }
            tokens.add(token.group());
            end = token.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new AssertionError("expected tokens of T-SQL, got " + text.substring(end) + " in: " + text);
        }
    }

    int position() {
        return next;
    }

    void returnTo(int position) {
        next = position;
    }

    boolean isAtEnd() {
        return next == tokens.size();
    }

    String peek(int ahead) {
        return next + ahead < tokens.size() ? tokens.get(next + ahead) : "";
    }

    /** Whether the next token is this word or symbol. */
    boolean sees(String word) {
        return peek(0).equals(word);
    }

    /** Takes the words, if all of them come next. */
    boolean takes(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).equals(words[i])) {
                return false;
            }
        }
        next += words.length;
        return true;
    }

    void expect(String... words) {
        for (String word : words) {
            if (!takes(word)) {
                throw refusal(word);
            }
        }
    }

    String take() {
        return tokens.get(next++);
    }

    boolean seesName() {
        return peek(0).startsWith("[") || peek(0).equals("inserted") || peek(0).equals("deleted");
    }

    boolean seesWord() {
        return !peek(0).isEmpty() && Character.isLetter(peek(0).charAt(0)) && !peek(0).startsWith("N'");
    }

    boolean seesNumber() {
        return !peek(0).isEmpty() && Character.isDigit(peek(0).charAt(0));
    }

    boolean seesText() {
        return peek(0).startsWith("N'") || peek(0).startsWith("'");
    }

    AssertionError refusal(String expected) {
        String before = String.join(" ", tokens.subList(Math.max(0, next - 12), Math.min(next, tokens.size())));
        return new AssertionError("expected " + expected.toLowerCase(Locale.ROOT) + ", got "
                + (isAtEnd() ? "the end" : peek(0)) + " after … " + before + " in: " + text);
    }
}
