package dev.rowan.generate;

import dev.rowan.render.DefinitionParser;
import dev.rowan.render.DefinitionTerm;
import dev.rowan.render.DefinitionTerm.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conditions of a table's rows in Rowan's words, as far as it has words for them. For one source. */
final class ConditionText {
    private static final Map<String, String> COMPARISONS =
            Map.of("=", "eq", "<>", "ne", "<", "lt", "<=", "le", ">", "gt", ">=", "ge");
    private static final Map<String, String> MIRRORED =
            Map.of("=", "=", "<>", "<>", "<", ">", "<=", ">=", ">", "<", ">=", "<=");

    private final TableModel table;

    ConditionText(TableModel table) {
        this.table = table;
    }

    /** A condition; empty if Rowan has no word for some of it. */
    Optional<String> of(String condition) {
        return DefinitionParser.parse(condition, false, name -> name).map(this::text);
    }

    private @Nullable String text(DefinitionTerm term) {
        if (term.is(Kind.OPERATOR, "and") || term.is(Kind.OPERATOR, "or")) {
            return joined(term);
        } else if (term.isComparison()) {
            return comparison(term.text(), bare(term.operand(0)), bare(term.operand(1)));
        } else if (term.kind() == Kind.SUFFIX) {
            ColumnModel column = column(bare(term.operand(0)));
            return column == null
                    ? null
                    : term.text().equals("is null")
                            ? column.field() + ".isNull()"
                            : term.text().equals("is not null") ? column.field() + ".isNotNull()" : null;
        } else if (term.is(Kind.IN, "in") || term.is(Kind.BETWEEN, "between")) {
            return call(term);
        }
        return null;
    }

    private @Nullable String joined(DefinitionTerm term) {
        List<String> parts = new ArrayList<>();
        for (DefinitionTerm operand : term.operands()) {
            String part = text(operand);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return parts.get(0)
                + String.join(
                        "",
                        parts.subList(1, parts.size()).stream()
                                .map(part -> "." + term.text() + "(" + part + ")")
                                .toList());
    }

    private static DefinitionTerm bare(DefinitionTerm term) {
        return term.kind() == Kind.CAST ? bare(term.operand(0)) : term;
    }

    private @Nullable ColumnModel column(DefinitionTerm term) {
        if (term.kind() != Kind.NAME) {
            return null;
        }
        return table.column(term.text())
                .or(() -> table.columns().stream()
                        .filter(column -> column.name().equalsIgnoreCase(term.text()))
                        .findFirst())
                .orElse(null);
    }

    private @Nullable String comparison(String operator, DefinitionTerm left, DefinitionTerm right) {
        ColumnModel column = column(left);
        ColumnModel other = column(right);
        if (column == null) {
            return other == null ? null : comparison(MIRRORED.getOrDefault(operator, operator), right, left);
        }
        String method = COMPARISONS.get(operator);
        String value = other == null ? value(column, right) : column.type().equals(other.type()) ? other.field() : null;
        boolean isOrdered = column.type().isNumber() || column.type().column().equals("TemporalColumn");
        boolean isEquality = operator.equals("=") || operator.equals("<>");
        return value == null || !(isOrdered || isEquality) ? null : column.field() + "." + method + "(" + value + ")";
    }

    private @Nullable String call(DefinitionTerm term) {
        ColumnModel column = column(bare(term.operand(0)));
        if (column == null) {
            return null;
        }
        List<String> values = new ArrayList<>();
        for (DefinitionTerm operand : term.operands().subList(1, term.operands().size())) {
            String value = value(column, bare(operand));
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return column.field() + "." + term.text() + "(" + String.join(", ", values) + ")";
    }

    /** A whole number or a text, for a column that holds such. */
    private static @Nullable String value(ColumnModel column, DefinitionTerm term) {
        if (term.kind() == Kind.NUMBER
                && column.type().isNumber()
                && term.text().matches("-?\\d{1,18}")) {
            return term.text().matches("-?\\d{1,9}") ? term.text() : term.text() + "L";
        }
        return term.kind() == Kind.TEXT && column.type().column().equals("TextColumn")
                ? JavaText.literal(term.text())
                : null;
    }
}
