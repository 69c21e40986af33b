package dev.rowan.render;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An expression of a definition, taken apart, so that two texts that mean the same can be made equal. Immutable and thread-safe.
 *
 * @param text the operator, the name or the value
 * @param operands what it is made of
 */
public record DefinitionTerm(Kind kind, String text, List<DefinitionTerm> operands) {
    /** Creates a term. */
    public DefinitionTerm {
        operands = List.copyOf(operands);
    }

    /** What a term is. */
    public enum Kind {
        /** A column, by its name without quotes. */
        NAME,
        /** A text, without its quotes. */
        TEXT,
        /** A number, perhaps with a sign. */
        NUMBER,
        /** What stands there by itself: {@code null}, {@code current_timestamp}. */
        WORD,
        /** Operands with an operator between them: {@code and}, {@code =}, {@code +}, {@code like}. */
        OPERATOR,
        /** An operator before its operand: {@code not}, {@code -}. */
        PREFIX,
        /** An operator behind its operand: {@code is null}. */
        SUFFIX,
        /** The first operand, and the list that it is in, or not: {@code in}, {@code not in}. */
        IN,
        /** {@code between}, {@code not between}, of three operands. */
        BETWEEN,
        /** A function by its name, and its arguments. */
        CALL,
        /** An operand, and the type that it becomes. */
        CAST,
        /** {@code array[…]}. */
        ARRAY,
        /** Anything else: its text, with {@code \0} in place of each operand. */
        FRAME
    }

    /** A term. */
    public static DefinitionTerm of(Kind kind, String text, DefinitionTerm... operands) {
        return new DefinitionTerm(kind, text, List.of(operands));
    }

    /** An operand. */
    public DefinitionTerm operand(int index) {
        return operands.get(index);
    }

    /** The same of other operands. */
    public DefinitionTerm withOperands(List<DefinitionTerm> newOperands) {
        return new DefinitionTerm(kind, text, newOperands);
    }

    /** Whether it is of a kind and says something. */
    public boolean is(Kind aKind, String says) {
        return kind == aKind && text.equals(says);
    }

    /** Whether it is an operator that compares. */
    public boolean isComparison() {
        return kind == Kind.OPERATOR && List.of("=", "<>", "<", "<=", ">", ">=").contains(text);
    }

    /** The same with each part of it rewritten, the innermost first. */
    public DefinitionTerm rewritten(UnaryOperator<DefinitionTerm> rewrite) {
        return rewrite.apply(withOperands(
                operands.stream().map(operand -> operand.rewritten(rewrite)).toList()));
    }

    /**
     * Its text, in which parentheses stand around everything that is made of several, but for comparisons between {@code and} and
     * {@code or}.
     *
     * @param names how a name is quoted
     * @param texts how a text is quoted
     */
    public String written(UnaryOperator<String> names, UnaryOperator<String> texts) {
        return new Writing(names, texts).text(this);
    }

    private record Writing(UnaryOperator<String> names, UnaryOperator<String> texts) {
        String text(DefinitionTerm term) {
            List<DefinitionTerm> operands = term.operands();
            return switch (term.kind()) {
                case NAME -> names.apply(term.text());
                case TEXT -> texts.apply(term.text());
                case NUMBER, WORD -> term.text();
                case OPERATOR ->
                    operands.stream()
                            .map(operand -> operand(term, operand))
                            .collect(Collectors.joining(" " + term.text() + " "));
                case PREFIX -> term.text() + (term.text().equals("not") ? " " : "") + guarded(operands.get(0));
                case SUFFIX -> guarded(operands.get(0)) + " " + term.text();
                case IN ->
                    guarded(operands.get(0)) + " " + term.text() + " (" + list(operands.subList(1, operands.size()))
                            + ")";
                case BETWEEN ->
                    guarded(operands.get(0)) + " " + term.text() + " " + guarded(operands.get(1)) + " and "
                            + guarded(operands.get(2));
                case CALL -> term.text() + "(" + list(operands) + ")";
                case CAST -> "cast(" + text(operands.get(0)) + " as " + term.text() + ")";
                case ARRAY -> "array[" + list(operands) + "]";
                case FRAME -> framed(term);
            };
        }

        private String list(List<DefinitionTerm> operands) {
            return operands.stream().map(this::text).collect(Collectors.joining(", "));
        }

        private String operand(DefinitionTerm parent, DefinitionTerm operand) {
            boolean joins = parent.text().equals("and") || parent.text().equals("or");
            boolean isJoined = operand.is(Kind.OPERATOR, "and") || operand.is(Kind.OPERATOR, "or");
            boolean isEscape = operand.is(Kind.OPERATOR, "escape"); // belongs to like
            return (joins && !isJoined) || isEscape ? text(operand) : guarded(operand);
        }

        private String guarded(DefinitionTerm term) {
            return switch (term.kind()) {
                case OPERATOR, PREFIX, SUFFIX, IN, BETWEEN, FRAME -> "(" + text(term) + ")";
                case NUMBER -> term.text().startsWith("-") ? "(" + term.text() + ")" : term.text();
                default -> text(term);
            };
        }

        private String framed(DefinitionTerm term) {
            StringBuilder written = new StringBuilder();
            int next = 0;
            for (char c : term.text().toCharArray()) {
                if (c == '\0') {
                    written.append(text(term.operand(next++)));
                } else {
                    written.append(c);
                }
            }
            return written.toString();
        }
    }
}
