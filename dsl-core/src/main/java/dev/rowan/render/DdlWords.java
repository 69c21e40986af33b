package dev.rowan.render;

import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Condition;
import dev.rowan.expression.ExpressionNode;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.Precedence;
import dev.rowan.query.RowQuery;
import dev.rowan.schema.Rule;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of definitions: how types, values, conditions and names are spelled in them; the part of {@link DdlDialect} that knows no statements. */
public abstract class DdlWords {
    private final Dialect dialect;

    DdlWords(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The dialect. */
    protected final Dialect dialect() {
        return dialect;
    }

    /** The name of a type. */
    public String typeName(SqlType<?> type) {
        return switch (type.kind()) {
            case BOOLEAN -> "boolean";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL -> "real";
            case DOUBLE -> "double precision";
            case DECIMAL -> "decimal(" + type.size() + ", " + type.scale() + ")";
            case VARCHAR -> "varchar(" + type.size() + ")";
            case TEXT -> "character large object";
            case DATE -> "date";
            case TIME -> "time(6)";
            case TIMESTAMP -> "timestamp(6)";
            case INSTANT -> "timestamp(6) with time zone";
            case UUID -> "uuid";
            case BINARY -> "binary large object";
            case JSON -> "json";
            case ARRAY -> arrayName(type);
        };
    }

    /**
     * What a column's type is to Rowan, out of what a catalog tells: the narrowest type that holds every value, or empty if it has none.
     * The way back from {@link #typeName}, which more names than one lead to.
     */
    public Optional<SqlType<?>> sqlType(ColumnDefinition column) {
        return TypeNames.of(column.type());
    }

    /** The values that a type lists by itself, {@code enum('a', 'b')}, in their order; empty if it lists none. */
    public List<String> listedValues(String type) {
        return TypeNames.listedValues(type);
    }

    private String arrayName(SqlType<?> type) {
        dialect.require(Feature.ARRAY);
        return elementName(type.element()) + " array";
    }

    /** The name of the type of an array's elements. */
    protected String elementName(SqlType<?> element) {
        return typeName(element);
    }

    /**
     * A value, as a column of a type holds it, in the text of a definition.
     *
     * @throws UnsupportedFeatureException if it cannot be written there
     */
    public String literal(SqlType<?> type, Object value) {
        if (value instanceof Boolean || value instanceof Number) {
            return value.toString();
        } else if (value instanceof String text) {
            return textLiteral(text);
        } else if (value instanceof List<?> array) {
            return "cast(array["
                    + array.stream()
                            .map(element -> element == null ? "null" : literal(type, element))
                            .collect(Collectors.joining(", "))
                    + "] as " + arrayName(type) + ")";
        }
        throw new UnsupportedFeatureException(
                "value of type " + type + " in a definition",
                dialect.toString(),
                "use a number, a text, a truth value or an enum, or set the value in each insert");
    }

    /** A text between single quotes. */
    public String textLiteral(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** An expression as a default, which some databases want in parentheses. */
    public String expression(String text) {
        return text;
    }

    /**
     * A condition or an expression of columns of one table, which stand there by their own names, with its values in it.
     *
     * @throws UnsupportedFeatureException if it holds a value that cannot be written, or needs what the database lacks
     */
    public final String text(ExpressionNode expression) {
        SqlWriter writer = new DefinitionWriter(dialect, this);
        dialect.renderer(writer).write(expression);
        return writer.text();
    }

    /**
     * A condition where the grammar asks for one, as {@link #text} writes it.
     *
     * @throws UnsupportedFeatureException if it holds a value that cannot be written, or needs what the database lacks
     */
    public final String conditionText(Condition condition) {
        SqlWriter writer = new DefinitionWriter(dialect, this);
        dialect.renderer(writer).condition(condition, Precedence.OR);
        return writer.text();
    }

    /** A query, with its values in it. */
    public final String query(RowQuery<?> query) {
        SqlWriter writer = new DefinitionWriter(dialect, this);
        query.accept(dialect.renderer(writer));
        return writer.text();
    }

    /** An expression of columns in which one has another name. */
    public final String renamed(String text, String column, String to) {
        StringBuilder renamed = new StringBuilder(text);
        List<DefinitionTokens.Token> tokens = DefinitionTokens.of(text, escapesByBackslash());
        for (int i = tokens.size() - 1; i >= 0; i--) {
            DefinitionTokens.Token token = tokens.get(i);
            boolean isName = token.kind() == DefinitionTokens.Kind.NAME || token.kind() == DefinitionTokens.Kind.WORD;
            if (isName && token.text().equals(column)) {
                renamed.replace(token.start(), token.end(), quoted(to));
            }
        }
        return renamed.toString();
    }

    /** Whether a backslash in a string escapes what follows it. */
    protected boolean escapesByBackslash() {
        return false;
    }

    /** What a rule says of a column, as a condition. */
    final String condition(Identifier column, SqlType<?> type, Rule.Constraint constraint) {
        String name = quoted(column);
        if (constraint instanceof Rule.Constraint.Range range) {
            String number = number(type, name);
            String least =
                    range.least() == null ? "" : number + " >= " + range.least().toPlainString();
            String most =
                    range.most() == null ? "" : number + " <= " + range.most().toPlainString();
            return least + (least.isEmpty() || most.isEmpty() ? "" : " and ") + most;
        } else if (constraint instanceof Rule.Constraint.Length length) {
            return characters(name) + " between " + length.least() + " and " + length.most();
        } else if (constraint instanceof Rule.Constraint.OneOf one) {
            return name + one.values().stream().map(this::textLiteral).collect(Collectors.joining(", ", " in (", ")"));
        }
        return "trim(" + name + ") <> ''";
    }

    /** A column as a number that is compared. */
    protected String number(SqlType<?> type, String name) {
        return name;
    }

    /** How many characters a text has. */
    protected String characters(String text) {
        return "char_length(" + text + ")";
    }

    /**
     * A name in quotes.
     *
     * @throws dev.rowan.error.InvalidQueryException if the name is longer than the server allows
     */
    public final String quoted(Identifier name) {
        dialect.requireLength(name);
        return name.quoted(dialect.quotes());
    }

    /** A name in quotes. */
    public final String quoted(String name) {
        return quoted(Identifier.of(name));
    }

    /** The names of several columns, in quotes, with commas between them. */
    public final String quoted(List<String> names) {
        return names.stream().map(this::quoted).collect(Collectors.joining(", "));
    }

    /** The name of a table in quotes. */
    public final String quoted(TableName name) {
        return quoted(name.identifier());
    }

    /** What a declared table is defined as. */
    public final TableDefinition define(Table<?> table) {
        return TableDefinitions.of(table, this);
    }

    /** The dialect. */
    @Override
    public final String toString() {
        return dialect.toString();
    }
}
