package dev.rowan.dialect.mysql;

import dev.rowan.definition.ColumnDefinition;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DefinitionParser;
import dev.rowan.render.DefinitionTerm;
import dev.rowan.render.DefinitionTerm.Kind;
import dev.rowan.render.NormalizingCatalog;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The one spelling of the expressions of MySQL and MariaDB. */
abstract class MySqlFamilyExpressions extends NormalizingCatalog {
    private static final String ON_UPDATE = " on update ";

    MySqlFamilyExpressions(DdlDialect words) {
        super(words);
    }

    @Override
    protected final String type(String type) {
        return MySqlTypes.of(type);
    }

    @Override
    protected final Optional<DefinitionTerm> parsed(String text) {
        return DefinitionParser.parse(text, true, UnaryOperator.identity());
    }

    @Override
    protected final String textLiteral(String text) {
        return super.textLiteral(text.replace("\\", "\\\\"));
    }

    @Override
    protected final DefinitionTerm rewritten(DefinitionTerm term, Types types) {
        return switch (term.kind()) {
            case WORD ->
                term.text().equals("true")
                        ? DefinitionTerm.of(Kind.NUMBER, "1")
                        : term.text().equals("false") ? DefinitionTerm.of(Kind.NUMBER, "0") : term;
            case OPERATOR ->
                term.text().equals("%") || term.text().equals("mod")
                        ? DefinitionTerm.of(Kind.CALL, "mod", term.operand(0), term.operand(1))
                        : term;
            case PREFIX ->
                term.text().equals("-") && term.operand(0).kind() == Kind.NUMBER
                        ? DefinitionTerm.of(Kind.NUMBER, "-" + term.operand(0).text())
                        : term;
            case CALL ->
                switch (term.text()) {
                    case "lcase" -> call("lower", term);
                    case "ucase" -> call("upper", term);
                    case "character_length" -> call("char_length", term);
                    case "current_timestamp" ->
                        term.operands().isEmpty() ? DefinitionTerm.of(Kind.WORD, "current_timestamp") : term;
                    default -> term;
                };
            case CAST ->
                new DefinitionTerm(
                        Kind.CAST, term.text().toLowerCase(Locale.ROOT).replaceAll("\\s*,\\s*", ", "), term.operands());
            default -> term;
        };
    }

    private static DefinitionTerm call(String name, DefinitionTerm term) {
        return new DefinitionTerm(Kind.CALL, name, term.operands());
    }

    /** Values stand by themselves, and so does the current time; other expressions want parentheses. */
    @Override
    protected final @Nullable String defaultValue(ColumnDefinition column, String text) {
        int update = text.toLowerCase(Locale.ROOT).indexOf(ON_UPDATE);
        if (update > 0 && !text.startsWith("'")) {
            return defaultValue(column, text.substring(0, update))
                    + ON_UPDATE
                    + expression(text.substring(update + ON_UPDATE.length()), name -> null);
        }
        String bare = expression(text, name -> null);
        DefinitionTerm term = parsed(bare).orElse(null);
        if (bare.equals("null")) {
            return null;
        } else if (term == null) {
            return words().expression(bare);
        } else if (term.kind() == Kind.NUMBER || (term.kind() == Kind.TEXT && MySqlTypes.isNumber(column.type()))) {
            return MySqlTypes.number(column.type(), term.text());
        } else if (term.kind() == Kind.TEXT
                || bare.startsWith("current_timestamp")
                || (term.kind() == Kind.WORD && bare.contains("'"))) {
            return bare;
        }
        return words().expression(bare);
    }
}
