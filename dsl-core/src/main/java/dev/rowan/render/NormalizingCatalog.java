package dev.rowan.render;

import dev.rowan.definition.CheckDefinition;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.render.DefinitionTerm.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A catalog that brings what was declared and what the database tells into one form: both are taken apart, rewritten by the same
 * rules and written again. Made for extension: a dialect adds its rules. Immutable and thread-safe.
 */
public abstract class NormalizingCatalog implements Catalog {
    private static final Map<String, String> OPPOSITES = Map.ofEntries(
            Map.entry("=", "<>"),
            Map.entry("<>", "="),
            Map.entry("<", ">="),
            Map.entry(">=", "<"),
            Map.entry(">", "<="),
            Map.entry("<=", ">"),
            Map.entry("in", "not in"),
            Map.entry("not in", "in"),
            Map.entry("between", "not between"),
            Map.entry("not between", "between"),
            Map.entry("like", "not like"),
            Map.entry("not like", "like"),
            Map.entry("is null", "is not null"),
            Map.entry("is not null", "is null"),
            Map.entry("is distinct from", "is not distinct from"),
            Map.entry("is not distinct from", "is distinct from"),
            Map.entry("and", "or"),
            Map.entry("or", "and"));

    private final DdlDialect words;

    /** Creates what belongs to a dialect. */
    protected NormalizingCatalog(DdlDialect words) {
        this.words = words;
    }

    /** The words of the dialect. */
    protected final DdlDialect words() {
        return words;
    }

    /** The one spelling of a type. */
    protected abstract String type(String type);

    /** A part of an expression by the dialect's rules, its operands being rewritten already. */
    protected abstract DefinitionTerm rewritten(DefinitionTerm term, Types types);

    /** Takes an expression apart; empty if it is only to be compared as a text. */
    protected abstract Optional<DefinitionTerm> parsed(String text);

    /** The types of the columns that an expression names, in their one spelling. */
    public interface Types {
        /** The type of a column; null if there is none of that name. */
        @Nullable
        String of(String column);
    }

    @Override
    public final TableDefinition normalized(TableDefinition definition) {
        TableDefinition table = prepared(definition);
        PrimaryKeyDefinition key = table.primaryKey();
        List<String> keyed = key == null ? List.of() : key.columns();
        List<ColumnDefinition> typed = table.columns().stream()
                .map(column -> column(column.withType(type(column.type())), keyed.contains(column.name())))
                .toList();
        Map<String, String> types =
                typed.stream().collect(Collectors.toMap(ColumnDefinition::name, ColumnDefinition::type, (a, b) -> a));
        Types known = types::get;
        List<ColumnDefinition> columns =
                typed.stream().map(column -> expressions(column, known)).toList();
        return new TableDefinition(
                table.name(),
                columns,
                key == null ? null : primaryKey(table, key),
                table.uniqueKeys(),
                table.foreignKeys().stream().map(this::foreignKey).toList(),
                table.checks().stream()
                        .map(check -> new CheckDefinition(check.name(), expression(check.condition(), known)))
                        .toList(),
                table.indexes().stream().map(index -> index(index, known)).toList(),
                comment(table.comment()));
    }

    /** A table whose parts are of the kinds that the database knows. */
    protected TableDefinition prepared(TableDefinition table) {
        return table;
    }

    /**
     * A column, whose type has its one spelling already.
     *
     * @param isKey whether it belongs to the primary key
     */
    protected ColumnDefinition column(ColumnDefinition column, boolean isKey) {
        return isKey || column.identity() ? column.withNullable(false) : column;
    }

    private ColumnDefinition expressions(ColumnDefinition column, Types types) {
        return column.withDefault(column.defaultValue() == null ? null : defaultValue(column, column.defaultValue()))
                .withComputed(column.computed() == null ? null : expression(column.computed(), types))
                .withComment(comment(column.comment()));
    }

    /** An empty comment is none. */
    private static @Nullable String comment(@Nullable String comment) {
        return comment == null || comment.isEmpty() ? null : comment;
    }

    /** A default; null if it is as good as none. */
    protected @Nullable String defaultValue(ColumnDefinition column, String text) {
        String normalized = expression(text, name -> null);
        return normalized.equals("null") ? null : words.expression(normalized);
    }

    /** The primary key. */
    protected PrimaryKeyDefinition primaryKey(TableDefinition table, PrimaryKeyDefinition key) {
        return key;
    }

    /** A foreign key. */
    protected ForeignKeyDefinition foreignKey(ForeignKeyDefinition key) {
        return key;
    }

    private IndexDefinition index(IndexDefinition index, Types types) {
        List<IndexDefinition.Key> keys = index.keys().stream()
                .map(key -> key.isColumn()
                        ? key
                        : new IndexDefinition.Key(expression(key.text(), types), false, key.descending()))
                .toList();
        String where = index.where();
        return new IndexDefinition(index.name(), index.unique(), keys, where == null ? null : expression(where, types));
    }

    /** An expression in its one spelling. */
    protected String expression(String text, Types types) {
        return parsed(text)
                .map(term -> written(simplified(term.rewritten(part -> rewritten(simplified(part), types)))))
                .orElseGet(text::strip);
    }

    /** The text of a term. */
    protected final String written(DefinitionTerm term) {
        return term.written(words::quoted, this::textLiteral);
    }

    /** A text between quotes, whatever it holds. */
    protected String textLiteral(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static DefinitionTerm simplified(DefinitionTerm term) {
        if (term.kind() == Kind.IN && term.operands().size() == 2) {
            return DefinitionTerm.of(
                    Kind.OPERATOR, term.text().equals("in") ? "=" : "<>", term.operand(0), term.operand(1));
        } else if (term.is(Kind.PREFIX, "not")) {
            return negated(term.operand(0));
        } else if (term.is(Kind.OPERATOR, "and") || term.is(Kind.OPERATOR, "or")) {
            return term.withOperands(term.operands().stream()
                    .flatMap(operand -> operand.is(Kind.OPERATOR, term.text())
                            ? operand.operands().stream()
                            : java.util.stream.Stream.of(operand))
                    .toList());
        }
        return term;
    }

    /** The opposite, within which {@code not} stands as far inside as it can. */
    private static DefinitionTerm negated(DefinitionTerm term) {
        String opposite = OPPOSITES.get(term.text());
        if (term.is(Kind.PREFIX, "not")) {
            return term.operand(0);
        } else if (opposite == null || term.kind() == Kind.NAME || term.kind() == Kind.TEXT) {
            return DefinitionTerm.of(Kind.PREFIX, "not", term);
        } else if (opposite.equals("and") || opposite.equals("or")) {
            return simplified(new DefinitionTerm(
                    Kind.OPERATOR,
                    opposite,
                    term.operands().stream().map(NormalizingCatalog::negated).toList()));
        }
        return new DefinitionTerm(term.kind(), opposite, term.operands());
    }

    /** What is done with each row of a result. */
    @FunctionalInterface
    protected interface RowUse {
        /** Reads one row. */
        void read(ResultSet row) throws SQLException;
    }

    /** Runs a query whose parameters are texts, and reads its rows. */
    protected static void each(Connection connection, String sql, List<String> parameters, RowUse use)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setString(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    use.read(rows);
                }
            }
        }
    }
}
