package dev.rowan.render;

import dev.rowan.render.DefinitionTerm.Kind;
import dev.rowan.render.DefinitionTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes expressions of definitions apart, whichever database tells of them: by the precedence that the databases share. What it
 * does not know, it leaves to be compared as a text. For one use and one thread.
 */
public final class DefinitionParser {
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int OTHER = 5;
    private static final int SIGN = 8;
    private static final Map<String, Integer> BINARY = Map.ofEntries(
            Map.entry("or", 1),
            Map.entry("and", 2),
            Map.entry("=", COMPARISON),
            Map.entry("<>", COMPARISON),
            Map.entry("!=", COMPARISON),
            Map.entry("<", COMPARISON),
            Map.entry("<=", COMPARISON),
            Map.entry(">", COMPARISON),
            Map.entry(">=", COMPARISON),
            Map.entry("<=>", COMPARISON),
            Map.entry("regexp", COMPARISON),
            Map.entry("rlike", COMPARISON),
            Map.entry("+", 6),
            Map.entry("-", 6),
            Map.entry("*", 7),
            Map.entry("/", 7),
            Map.entry("%", 7),
            Map.entry("mod", 7),
            Map.entry("div", 7));
    private static final Set<String> CONSTANTS = Set.of(
            "null",
            "true",
            "false",
            "default",
            "unknown",
            "current_timestamp",
            "current_date",
            "current_time",
            "localtimestamp",
            "localtime",
            "current_user",
            "session_user",
            "user",
            "current_role",
            "current_schema");

    /** Key words between the arguments of some functions: {@code extract(year from x)}. */
    private static final Set<String> WITHIN_CALLS = Set.of(
            "from", "for", "in", "placing", "using", "both", "leading", "trailing", "as", "separator", "order", "by");

    private final String text;
    private final List<Token> tokens;
    private final UnaryOperator<String> unquotedNames;
    private int at;

    private DefinitionParser(String text, boolean backslashes, UnaryOperator<String> unquotedNames) {
        this.text = text;
        this.tokens = DefinitionTokens.of(text, backslashes);
        this.unquotedNames = unquotedNames;
    }

    /**
     * Takes an expression apart; empty if it holds what is not known.
     *
     * @param backslashes whether a backslash in a text changes the character behind it
     * @param unquotedNames what a name is called that stands without quotes
     */
    public static Optional<DefinitionTerm> parse(
            String text, boolean backslashes, UnaryOperator<String> unquotedNames) {
        DefinitionParser parser = new DefinitionParser(text, backslashes, unquotedNames);
        try {
            DefinitionTerm term = parser.expression(0);
            return parser.at == parser.tokens.size() ? Optional.of(term) : Optional.empty();
        } catch (Unknown unknown) {
            return Optional.empty();
        }
    }

    /** What is left to be compared as a text. */
    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unknown() {
            super(null, null, false, false);
        }
    }

    private boolean sees(String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }

    private boolean sees(String first, String second) {
        return sees(first) && at + 1 < tokens.size() && tokens.get(at + 1).is(second);
    }

    private boolean take(String word) {
        boolean found = sees(word);
        at += found ? 1 : 0;
        return found;
    }

    private void require(String word) {
        if (!take(word)) {
            throw new Unknown();
        }
    }

    private Token next() {
        if (at >= tokens.size()) {
            throw new Unknown();
        }
        return tokens.get(at++);
    }

    private DefinitionTerm expression(int least) {
        DefinitionTerm left = prefix();
        while (at < tokens.size()) {
            DefinitionTerm more = least <= COMPARISON ? predicate(left) : null;
            if (more == null) {
                more = binary(left, least);
            }
            if (more == null) {
                break;
            }
            left = more;
        }
        return left;
    }

    private DefinitionTerm prefix() {
        if (take("not")) {
            return DefinitionTerm.of(Kind.PREFIX, "not", expression(NOT));
        } else if (take("!")) {
            return DefinitionTerm.of(Kind.PREFIX, "not", expression(SIGN));
        } else if (sees("-") || sees("~")) {
            String operator = next().text();
            DefinitionTerm operand = expression(SIGN);
            return operator.equals("-")
                            && operand.kind() == Kind.NUMBER
                            && !operand.text().startsWith("-")
                    ? DefinitionTerm.of(Kind.NUMBER, "-" + operand.text())
                    : DefinitionTerm.of(Kind.PREFIX, operator, operand);
        }
        return suffixed(primary());
    }

    private DefinitionTerm suffixed(DefinitionTerm operand) {
        DefinitionTerm term = operand;
        while (true) {
            if (take("::")) {
                term = DefinitionTerm.of(Kind.CAST, castType(), term);
            } else if (take("collate")) {
                Token name = next();
                term = DefinitionTerm.of(Kind.SUFFIX, "collate " + text.substring(name.start(), name.end()), term);
            } else if (sees("at", "time")) {
                at += 2;
                require("zone");
                term = DefinitionTerm.of(Kind.OPERATOR, "at time zone", term, suffixed(primary()));
            } else {
                return term;
            }
        }
    }

    private @Nullable DefinitionTerm predicate(DefinitionTerm left) {
        int start = at;
        if (take("is")) {
            return is(left);
        }
        String not = take("not") ? "not " : "";
        if (take("in")) {
            require("(");
            List<DefinitionTerm> operands = new ArrayList<>(List.of(left));
            operands.addAll(list(")"));
            return new DefinitionTerm(Kind.IN, not + "in", operands);
        } else if (take("between")) {
            DefinitionTerm low = expression(OTHER);
            require("and");
            return DefinitionTerm.of(Kind.BETWEEN, not + "between", left, low, expression(OTHER));
        } else if (sees("like") || sees("ilike") || sees("glob")) {
            String operator = not + next().text().toLowerCase(Locale.ROOT);
            DefinitionTerm pattern = expression(OTHER);
            return take("escape")
                    ? DefinitionTerm.of(
                            Kind.OPERATOR,
                            operator,
                            left,
                            DefinitionTerm.of(Kind.OPERATOR, "escape", pattern, expression(OTHER)))
                    : DefinitionTerm.of(Kind.OPERATOR, operator, left, pattern);
        }
        at = start;
        return null;
    }

    private DefinitionTerm is(DefinitionTerm left) {
        String is = take("not") ? "is not " : "is ";
        if (take("distinct")) {
            require("from");
            return DefinitionTerm.of(Kind.OPERATOR, is + "distinct from", left, expression(OTHER));
        }
        for (String word : List.of("null", "true", "false", "unknown", "json")) {
            if (take(word)) {
                return DefinitionTerm.of(Kind.SUFFIX, is + word, left);
            }
        }
        throw new Unknown();
    }

    private @Nullable DefinitionTerm binary(DefinitionTerm left, int least) {
        Token token = tokens.get(at);
        String operator = token.text().toLowerCase(Locale.ROOT);
        Integer precedence = BINARY.get(operator);
        if (precedence == null && token.kind() == DefinitionTokens.Kind.SYMBOL && !"(),[]:".contains(operator)) {
            precedence = OTHER;
        }
        if (precedence == null
                || token.kind() == DefinitionTokens.Kind.NAME
                || precedence < least
                || token.kind() == DefinitionTokens.Kind.TEXT) {
            return null;
        }
        at++;
        if (operator.equals("=") || operator.equals("<>")) {
            DefinitionTerm quantified = quantified(left, operator);
            if (quantified != null) {
                return quantified;
            }
        }
        DefinitionTerm right = expression(precedence + 1);
        operator = operator.equals("!=") ? "<>" : operator;
        if (operator.equals("and") || operator.equals("or")) {
            List<DefinitionTerm> operands = new ArrayList<>(joined(left, operator));
            operands.addAll(joined(right, operator));
            return new DefinitionTerm(Kind.OPERATOR, operator, operands);
        }
        return DefinitionTerm.of(Kind.OPERATOR, operator, left, right);
    }

    private static List<DefinitionTerm> joined(DefinitionTerm term, String operator) {
        return term.is(Kind.OPERATOR, operator) ? term.operands() : List.of(term);
    }

    /** {@code = any (array[…])} is {@code in (…)}, and {@code <> all (array[…])} is not. */
    private @Nullable DefinitionTerm quantified(DefinitionTerm left, String operator) {
        String word = operator.equals("=") ? "any" : "all";
        if (!sees(word, "(")) {
            return null;
        }
        at += 2;
        DefinitionTerm array = expression(0);
        require(")");
        DefinitionTerm bare = array.kind() == Kind.CAST ? array.operand(0) : array;
        if (bare.kind() != Kind.ARRAY) {
            return DefinitionTerm.of(Kind.FRAME, "\0 " + operator + " " + word + " (\0)", left, array);
        }
        List<DefinitionTerm> operands = new ArrayList<>(List.of(left));
        operands.addAll(bare.operands());
        return new DefinitionTerm(Kind.IN, operator.equals("=") ? "in" : "not in", operands);
    }

    private List<DefinitionTerm> list(String end) {
        List<DefinitionTerm> operands = new ArrayList<>();
        if (take(end)) {
            return operands;
        }
        do {
            operands.add(expression(0));
        } while (take(","));
        require(end);
        return operands;
    }

    private DefinitionTerm primary() {
        Token token = next();
        return switch (token.kind()) {
            case NUMBER -> DefinitionTerm.of(Kind.NUMBER, token.text());
            case TEXT -> DefinitionTerm.of(Kind.TEXT, token.text());
            case OTHER -> DefinitionTerm.of(Kind.WORD, text.substring(token.start(), token.end()));
            case NAME -> named(token);
            case SYMBOL -> enclosed(token);
            case WORD -> word(token, token.text().toLowerCase(Locale.ROOT));
        };
    }

    private DefinitionTerm named(Token token) {
        if (sees("(")) {
            return call(text.substring(token.start(), token.end()));
        }
        return sees(".") ? qualified(token) : DefinitionTerm.of(Kind.NAME, token.text());
    }

    private DefinitionTerm enclosed(Token token) {
        if (!token.is("(")) {
            throw new Unknown();
        }
        DefinitionTerm inner = expression(0);
        require(")");
        return inner;
    }

    private DefinitionTerm word(Token token, String lower) {
        if (sees("(")) {
            return lower.equals("cast") ? cast() : call(lower);
        } else if (lower.equals("case")) {
            return caseTerm();
        } else if (lower.equals("array") && take("[")) {
            return new DefinitionTerm(Kind.ARRAY, "array", list("]"));
        } else if (CONSTANTS.contains(lower)) {
            return DefinitionTerm.of(Kind.WORD, lower);
        } else if (sees(".")) {
            return qualified(token);
        } else if (at < tokens.size() && tokens.get(at).kind() == DefinitionTokens.Kind.TEXT) {
            String value = next().text();
            return DefinitionTerm.of(Kind.CAST, lower, DefinitionTerm.of(Kind.TEXT, value)); // date '2020-01-01'
        }
        return DefinitionTerm.of(Kind.NAME, unquotedNames.apply(token.text()));
    }

    private DefinitionTerm qualified(Token first) {
        int end = first.end();
        while (take(".")) {
            end = next().end();
        }
        String whole = text.substring(first.start(), end);
        return sees("(") ? call(whole) : DefinitionTerm.of(Kind.WORD, whole);
    }

    private DefinitionTerm cast() {
        require("(");
        DefinitionTerm operand = expression(0);
        require("as");
        int start = at;
        int depth = 0;
        while (depth > 0 || !sees(")")) {
            Token token = next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        String type = words(start, at);
        require(")");
        return DefinitionTerm.of(Kind.CAST, type, operand);
    }

    /** The type behind {@code ::}, which ends where the next operator stands. */
    private String castType() {
        int start = at;
        Token first = next();
        while (take(".")) {
            next();
        }
        if (first.is("character") || first.is("bit")) {
            take("varying");
        } else if (first.is("double")) {
            take("precision");
        }
        if (take("(")) {
            while (!take(")")) {
                next();
            }
        }
        if (first.is("timestamp") || first.is("time")) {
            if (take("with") || take("without")) {
                at += 2;
            }
        }
        while (sees("[", "]")) {
            at += 2;
        }
        return words(start, at);
    }

    private String words(int from, int to) {
        StringBuilder words = new StringBuilder();
        for (Token token : tokens.subList(from, to)) {
            String word = text.substring(token.start(), token.end());
            boolean follows = words.length() == 0
                    || "(),[].".contains(word)
                    || "([.".indexOf(words.charAt(words.length() - 1)) >= 0;
            words.append(follows ? "" : " ").append(word);
        }
        return words.toString();
    }

    private DefinitionTerm call(String name) {
        require("(");
        StringBuilder frame = new StringBuilder(name).append('(');
        List<DefinitionTerm> operands = new ArrayList<>();
        boolean isPlain = true;
        while (!take(")")) {
            Token token = tokens.get(Math.min(at, tokens.size() - 1));
            if (take(",")) {
                frame.append(", ");
            } else if (token.kind() == DefinitionTokens.Kind.WORD
                    && WITHIN_CALLS.contains(token.text().toLowerCase(Locale.ROOT))) {
                isPlain = false;
                frame.append("( ".indexOf(frame.charAt(frame.length() - 1)) >= 0 ? "" : " ")
                        .append(next().text().toLowerCase(Locale.ROOT))
                        .append(' ');
            } else if (name.equals("extract") && operands.isEmpty() && isPlain) {
                isPlain = false;
                frame.append(next().text().toLowerCase(Locale.ROOT));
            } else if (take("*")) {
                isPlain = false;
                frame.append('*');
            } else {
                operands.add(expression(name.equals("position") ? OTHER : 0)); // position(a in b)
                frame.append('\0');
            }
        }
        return isPlain
                ? new DefinitionTerm(Kind.CALL, name, operands)
                : new DefinitionTerm(Kind.FRAME, frame.append(')').toString(), operands);
    }

    private DefinitionTerm caseTerm() {
        StringBuilder frame = new StringBuilder("case");
        List<DefinitionTerm> operands = new ArrayList<>();
        while (!take("end")) {
            if (sees("when") || sees("then") || sees("else")) {
                frame.append(' ').append(next().text().toLowerCase(Locale.ROOT));
            } else {
                operands.add(expression(0));
                frame.append(" \0");
            }
        }
        return new DefinitionTerm(Kind.FRAME, frame.append(" end").toString(), operands);
    }
}
