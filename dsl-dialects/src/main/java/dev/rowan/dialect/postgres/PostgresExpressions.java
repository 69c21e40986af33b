package dev.rowan.dialect.postgres;

import dev.rowan.render.DefinitionTerm;
import dev.rowan.render.DefinitionTerm.Kind;
import dev.rowan.render.NormalizingCatalog.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what PostgreSQL adds to an expression that it stores: conversions that it would add again, and operators in the place
 * of key words. A conversion that changes what an operator does is kept.
 */
final class PostgresExpressions {
    private static final Map<String, String> OPERATORS =
            Map.of("~~", "like", "!~~", "not like", "~~*", "ilike", "!~~*", "not ilike");
    private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%");

    private final Types types;

    PostgresExpressions(Types types) {
        this.types = types;
    }

    DefinitionTerm rewritten(DefinitionTerm term) {
        return switch (term.kind()) {
            case CAST -> cast(term);
            case OPERATOR -> operator(term);
            case IN -> alike(term);
            case BETWEEN -> between(term);
            case CALL -> call(term);
            case FRAME ->
                term.text().equals("trim(both from \0)") ? DefinitionTerm.of(Kind.CALL, "trim", term.operand(0)) : term;
            case ARRAY ->
                term.withOperands(term.operands().stream()
                        .map(element -> isCastOf(element, Kind.WORD)
                                        && element.operand(0).text().equals("null")
                                ? element.operand(0)
                                : element)
                        .toList());
            default -> term;
        };
    }

    private static boolean isCastOf(DefinitionTerm term, Kind kind) {
        return term.kind() == Kind.CAST && term.operand(0).kind() == kind;
    }

    private DefinitionTerm cast(DefinitionTerm term) {
        String type = PostgresTypes.of(term.text());
        String bare = PostgresTypes.bare(type);
        DefinitionTerm operand = term.operand(0);
        boolean isSized = type.contains("(");
        if (operand.kind() == Kind.TEXT && PostgresTypes.isText(bare) && !isSized) {
            return operand;
        } else if (operand.kind() == Kind.TEXT && !isSized && PostgresTypes.isNumber(bare)) {
            return bare.equals("integer") || bare.equals("bigint") || bare.equals("numeric")
                    ? DefinitionTerm.of(Kind.NUMBER, operand.text())
                    : new DefinitionTerm(Kind.CAST, type, term.operands());
        } else if (PostgresTypes.isText(bare) && !isSized && isText(operand)) {
            return operand;
        } else if (operand.kind() == Kind.ARRAY && bare.equals("text array")) {
            return operand;
        }
        return new DefinitionTerm(Kind.CAST, type, term.operands());
    }

    private boolean isText(DefinitionTerm term) {
        String type = type(term);
        return type != null && PostgresTypes.isText(type);
    }

    private DefinitionTerm operator(DefinitionTerm term) {
        String keyword = OPERATORS.get(term.text());
        if (keyword != null) {
            DefinitionTerm pattern = term.operand(1);
            DefinitionTerm escaped = pattern.is(Kind.CALL, "like_escape")
                    ? DefinitionTerm.of(Kind.OPERATOR, "escape", pattern.operand(0), pattern.operand(1))
                    : pattern;
            return DefinitionTerm.of(Kind.OPERATOR, keyword, term.operand(0), escaped);
        }
        return term.isComparison()
                        || ARITHMETIC.contains(term.text())
                        || term.text().contains("distinct")
                ? alike(term)
                : term;
    }

    /** Without the conversions that PostgreSQL adds where one operand is of another type than the next. */
    private DefinitionTerm alike(DefinitionTerm term) {
        String natural = natural(term.operands());
        if (natural == null) {
            return term;
        }
        List<DefinitionTerm> operands = new ArrayList<>();
        for (DefinitionTerm operand : term.operands()) {
            operands.add(converted(operand, natural) ? operand.operand(0) : operand);
        }
        return term.withOperands(operands);
    }

    /** The type of the operand that is of its type without a conversion, or else the first conversion, which then stays. */
    private @Nullable String natural(List<DefinitionTerm> operands) {
        for (DefinitionTerm operand : operands) {
            String type = type(operand);
            if (operand.kind() != Kind.CAST
                    && type != null
                    && operands.stream().anyMatch(other -> converted(other, type))) {
                return type;
            }
        }
        DefinitionTerm first = operands.get(0);
        return first.kind() == Kind.CAST
                        && first.operand(0).kind() != Kind.NUMBER
                        && operands.stream().skip(1).allMatch(other -> isCastOf(other, Kind.NUMBER))
                ? "only literals of " + PostgresTypes.bare(first.text())
                : null;
    }

    private boolean converted(DefinitionTerm operand, String natural) {
        if (operand.kind() != Kind.CAST) {
            return false;
        }
        String type = PostgresTypes.bare(operand.text());
        DefinitionTerm inner = operand.operand(0);
        if (natural.startsWith("only literals of ")) {
            return inner.kind() == Kind.NUMBER && natural.endsWith(" " + type);
        }
        if (!type.equals(natural) || operand.text().contains("(")) {
            return false;
        }
        String from = type(inner);
        return inner.kind() == Kind.TEXT
                || inner.kind() == Kind.NUMBER
                || (from != null && PostgresTypes.isNumber(from) && PostgresTypes.isNumber(type));
    }

    private DefinitionTerm between(DefinitionTerm term) {
        DefinitionTerm like = alike(term);
        boolean is = like.text().equals("between");
        return DefinitionTerm.of(
                Kind.OPERATOR,
                is ? "and" : "or",
                DefinitionTerm.of(Kind.OPERATOR, is ? ">=" : "<", like.operand(0), like.operand(1)),
                DefinitionTerm.of(Kind.OPERATOR, is ? "<=" : ">", like.operand(0), like.operand(2)));
    }

    private DefinitionTerm call(DefinitionTerm term) {
        return switch (term.text()) {
            case "btrim" -> term.operands().size() == 1 ? DefinitionTerm.of(Kind.CALL, "trim", term.operand(0)) : term;
            case "pg_catalog.btrim" -> DefinitionTerm.of(Kind.CALL, "trim", term.operand(0));
            case "coalesce", "greatest", "least", "nullif", "mod" -> alike(term);
            default -> term;
        };
    }

    /** The type of a term without its size, or null if nobody knows. */
    private @Nullable String type(DefinitionTerm term) {
        return switch (term.kind()) {
            case NAME -> {
                String type = types.of(term.text());
                yield type == null ? null : PostgresTypes.bare(type);
            }
            case NUMBER -> numberType(term.text());
            case CAST -> PostgresTypes.bare(term.text());
            case OPERATOR -> operatorType(term);
            case PREFIX -> term.text().equals("-") ? type(term.operand(0)) : null;
            case CALL ->
                switch (term.text()) {
                    case "char_length", "length", "octet_length", "position", "strpos" -> "integer";
                    case "lower", "upper", "trim", "replace", "substring", "concat" -> "text";
                    case "coalesce", "greatest", "least", "nullif", "mod", "abs" -> type(term.operand(0));
                    default -> null;
                };
            default -> null;
        };
    }

    private static String numberType(String number) {
        if (!number.matches("-?\\d+")) {
            return "numeric";
        }
        java.math.BigInteger whole = new java.math.BigInteger(number);
        return whole.bitLength() < 32 ? "integer" : whole.bitLength() < 64 ? "bigint" : "numeric";
    }

    private @Nullable String operatorType(DefinitionTerm term) {
        if (term.text().equals("||")) {
            return "text";
        } else if (!ARITHMETIC.contains(term.text())) {
            return null;
        }
        String left = type(term.operand(0));
        String right = type(term.operand(1));
        if (left == null || right == null || !PostgresTypes.isNumber(left) || !PostgresTypes.isNumber(right)) {
            return null;
        }
        List<String> order = List.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
        return order.get(Math.max(order.indexOf(left), order.indexOf(right)));
    }
}
