package dev.rowan.generate;

import dev.rowan.expression.RawText;
import dev.rowan.render.DefinitionParser;
import dev.rowan.render.DefinitionTerm;
import dev.rowan.render.DefinitionTerm.Kind;
import dev.rowan.type.SqlType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the database fills in, as a modifier of a column. For one source. */
final class DefaultText {
    private final SourceFile file;

    DefaultText(SourceFile file) {
        this.file = file;
    }

    /** A modifier; empty if Rowan has no word for it. */
    Optional<String> of(ColumnModel column, String text) {
        DefinitionTerm term = DefinitionParser.parse(text, false, name -> name)
                .map(DefaultText::bare)
                .orElse(null);
        String value = term == null ? null : literal(column, term);
        if (value != null) {
            return Optional.of(".defaultValue(" + value + ")");
        } else if (column.type().kind() == SqlType.Kind.INSTANT && isNow(text)) {
            return Optional.of(
                    ".defaultExpression(" + file.useStatic("dev.rowan.expression.Functions.currentTimestamp") + "())");
        }
        return raw(column, withoutParentheses(text)).map(raw -> ".defaultExpression(" + raw + ")");
    }

    /** The SQL of an expression, for columns that are computed. */
    Optional<String> raw(ColumnModel column, String sql) {
        String type = column.type().sqlType();
        if (type == null || sql.contains("{") || sql.contains("\\") || !isPlain(sql)) {
            return Optional.empty();
        }
        file.use("dev.rowan.type.SqlType");
        return Optional.of(file.useStatic("dev.rowan.query.Sql.raw") + "(" + type + ", " + JavaText.literal(sql) + ")");
    }

    private static boolean isPlain(String sql) {
        try {
            return RawText.parse(sql).parts().stream().allMatch(part -> part instanceof RawText.Plain);
        } catch (IllegalArgumentException unfinished) {
            return false;
        }
    }

    private static boolean isNow(String text) {
        return withoutParentheses(text).matches("(?i)(current_timestamp|now)(\\(\\d?\\))?");
    }

    /** Rowan puts parentheses around a default where the database wants them. */
    private static String withoutParentheses(String text) {
        String bare = text.strip();
        if (!bare.startsWith("(") || !bare.endsWith(")")) {
            return bare;
        }
        int depth = 0;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '\'' || c == '"' || (depth == 0 && i < bare.length() - 1)) {
                return bare;
            }
        }
        return withoutParentheses(bare.substring(1, bare.length() - 1));
    }

    private static DefinitionTerm bare(DefinitionTerm term) {
        return term.kind() == Kind.CAST ? bare(term.operand(0)) : term;
    }

    private @Nullable String literal(ColumnModel column, DefinitionTerm term) {
        String text = term.text();
        boolean isText = term.kind() == Kind.TEXT;
        EnumModel enumeration = column.enumeration();
        if (enumeration != null) {
            return isText
                    ? enumeration
                            .constantOf(text)
                            .map(name -> enumeration.name() + "." + name)
                            .orElse(null)
                    : null;
        } else if (column.type().column().equals("TextColumn")) {
            return isText && !text.contains("\\") ? JavaText.literal(text) : null;
        }
        boolean isNumber = term.kind() == Kind.NUMBER || (isText && text.matches("-?\\d+(\\.\\d+)?"));
        return switch (column.type().kind()) {
            case BOOLEAN ->
                text.equalsIgnoreCase("true") || text.equals("1")
                        ? "true"
                        : text.equalsIgnoreCase("false") || text.equals("0") ? "false" : null;
            case SMALLINT -> isNumber && text.matches("-?\\d{1,5}") ? "(short) " + text : null;
            case INTEGER -> isNumber && text.matches("-?\\d{1,9}") ? text : null;
            case BIGINT -> isNumber && text.matches("-?\\d{1,18}") ? text + "L" : null;
            case DECIMAL -> isNumber ? "new " + file.use("java.math.BigDecimal") + "(\"" + text + "\")" : null;
            case DOUBLE -> isNumber ? text + "d" : null;
            case REAL -> isNumber ? text + "f" : null;
            default -> null;
        };
    }
}
