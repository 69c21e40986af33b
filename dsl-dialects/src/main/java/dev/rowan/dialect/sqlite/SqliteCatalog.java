package dev.rowan.dialect.sqlite;

import dev.rowan.definition.CheckDefinition;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.TablePart;
import dev.rowan.definition.ViewDefinition;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DefinitionTerm;
import dev.rowan.render.DefinitionTokens;
import dev.rowan.render.DefinitionTokens.Kind;
import dev.rowan.render.DefinitionTokens.Token;
import dev.rowan.render.NormalizingCatalog;
import dev.rowan.schema.ConstraintNames;
import dev.rowan.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What SQLite tells of its tables: pragmas for columns, and its own text, which it keeps as it was, for everything else. */
final class SqliteCatalog extends NormalizingCatalog {
    private static final Set<String> OWN_TYPES = Set.of("int", "text", "real", "blob", "any");

    SqliteCatalog(DdlDialect words) {
        super(words);
    }

    @Override
    public SchemaDefinition read(Connection connection, @Nullable String schema) throws SQLException {
        String own = schema == null ? "main" : schema;
        String quoted = '"' + own.replace("\"", "\"\"") + '"';
        Map<String, TableDefinition> tables = new TreeMap<>();
        Map<String, ViewDefinition> views = new TreeMap<>();
        Map<String, SqliteTableText> texts = new TreeMap<>();
        String columns =
                "select m.name as table_name, m.sql, l.type as kind, x.name as column_name, x.type, x.\"notnull\","
                        + " x.dflt_value, x.pk, x.hidden from " + quoted + ".sqlite_schema m"
                        + " join pragma_table_list l on l.name = m.name and l.schema = ?"
                        + " join pragma_table_xinfo(m.name, ?) x"
                        + " where l.type in ('table', 'view') and m.type in ('table', 'view') and m.name not like 'sqlite\\_%' escape '\\'"
                        + " order by m.name, x.cid";
        each(connection, columns, List.of(own, own), row -> readColumn(row, tables, views, texts));
        texts.forEach((name, text) -> tables.computeIfPresent(name, (same, table) -> constrained(table, text)));
        String indexes =
                "select tbl_name, name, sql from " + quoted + ".sqlite_schema where type = 'index' and sql is not null";
        each(connection, indexes, List.of(), row -> {
            IndexDefinition index = SqliteIndexText.of(row.getString("name"), row.getString("sql"));
            tables.computeIfPresent(row.getString("tbl_name"), (name, table) -> table.with(index));
        });
        return new SchemaDefinition(
                tables.values().stream()
                        .map(table -> normalized(pointing(table, tables)))
                        .toList(),
                List.copyOf(views.values()),
                List.of(),
                List.of());
    }

    private void readColumn(
            ResultSet row,
            Map<String, TableDefinition> tables,
            Map<String, ViewDefinition> views,
            Map<String, SqliteTableText> texts)
            throws SQLException {
        String table = row.getString("table_name");
        String sql = row.getString("sql");
        if (row.getString("kind").equals("view")) {
            ViewDefinition before = views.get(table);
            List<ColumnDefinition> columns = new ArrayList<>(before == null ? List.of() : before.columns());
            columns.add(ColumnDefinition.of(row.getString("column_name"), type(row.getString("type"))));
            views.put(table, new ViewDefinition(TableName.of(table), query(sql), columns));
            return;
        }
        SqliteTableText text = texts.computeIfAbsent(table, name -> SqliteTableText.of(name, sql));
        ColumnDefinition column = column(row, text);
        TableDefinition before = tables.getOrDefault(table, TableDefinition.of(TableName.of(table), List.of()));
        tables.put(table, before.with(column));
    }

    /** What stands behind the first {@code as}. */
    private static String query(String sql) {
        for (Token token : DefinitionTokens.of(sql, false)) {
            if (token.is("as")) {
                return sql.substring(token.end()).strip();
            }
        }
        return sql;
    }

    private static ColumnDefinition column(ResultSet row, SqliteTableText text) throws SQLException {
        String name = row.getString("column_name");
        String collation = text.collation(name);
        String type = row.getString("type");
        String declared = type.replaceFirst("(?i)\\s*generated always$", "");
        return new ColumnDefinition(
                name,
                foreign(declared) + (collation == null ? "" : " collate " + collation),
                !row.getBoolean("notnull"),
                row.getString("dflt_value"),
                false,
                row.getInt("hidden") > 1 ? text.computed(name) : null,
                null);
    }

    /** A type that is not Rowan's, of whose words small letters are kept free. */
    private static String foreign(String declared) {
        String lower = declared.toLowerCase(Locale.ROOT);
        return OWN_TYPES.contains(lower) ? lower : declared.toUpperCase(Locale.ROOT);
    }

    private static TableDefinition constrained(TableDefinition table, SqliteTableText text) {
        List<TablePart> constraints = new ArrayList<>();
        Map<String, String> ranges = new TreeMap<>();
        for (TablePart part : text.constraints()) {
            if (part instanceof CheckDefinition check && check.name().startsWith(SqliteDdl.RANGE)) {
                ranges.put(columnOf(check), check.name().substring(SqliteDdl.RANGE.length()));
            } else {
                constraints.add(part);
            }
        }
        TableDefinition whole = SqliteTableText.with(table, constraints);
        PrimaryKeyDefinition key = whole.primaryKey();
        return whole.withColumns(whole.columns().stream()
                .map(column -> {
                    boolean isRow = key != null
                            && key.columns().equals(List.of(column.name()))
                            && column.type().equals("INTEGER");
                    String range = ranges.get(column.name());
                    return column.withIdentity(isRow).withType(range != null ? range : isRow ? "int" : column.type());
                })
                .toList());
    }

    /** The column that a range is said of: the only name in it. */
    private static String columnOf(CheckDefinition check) {
        return DefinitionTokens.of(check.condition(), false).stream()
                .filter(token -> token.kind() == Kind.NAME)
                .map(Token::text)
                .findFirst()
                .orElse("");
    }

    /** A foreign key without target columns points at the primary key. */
    private static TableDefinition pointing(TableDefinition table, Map<String, TableDefinition> tables) {
        TableDefinition whole = table;
        for (ForeignKeyDefinition key : table.foreignKeys()) {
            TableDefinition target = tables.get(key.target().name());
            if (key.targetColumns().isEmpty() && target != null && target.primaryKey() != null) {
                whole = whole.without(key)
                        .with(new ForeignKeyDefinition(
                                key.name(),
                                key.columns(),
                                key.target(),
                                target.primaryKey().columns(),
                                key.onDelete(),
                                key.onUpdate(),
                                key.deferrable()));
            }
        }
        return whole;
    }

    @Override
    protected String type(String type) {
        return type;
    }

    @Override
    protected ColumnDefinition column(ColumnDefinition column, boolean isKey) {
        return column.identity() ? column.withNullable(false) : column;
    }

    @Override
    protected PrimaryKeyDefinition primaryKey(TableDefinition table, PrimaryKeyDefinition key) {
        return new PrimaryKeyDefinition(
                ConstraintNames.ofPrimaryKey(table.name()).name(), key.columns());
    }

    @Override
    protected Optional<DefinitionTerm> parsed(String text) {
        return Optional.empty(); // the text is kept as it was
    }

    @Override
    protected DefinitionTerm rewritten(DefinitionTerm term, Types types) {
        return term;
    }

    /** SQLite tells of a default without its parentheses, which all but a value need. */
    @Override
    protected @Nullable String defaultValue(ColumnDefinition column, String text) {
        String bare = bare(text);
        boolean isValue = bare.matches("(?is)'(?:[^']|'')*'|x'[0-9a-f]*'|[+-]?[\\w.]+");
        return bare.equalsIgnoreCase("null") ? null : isValue ? bare : Objects.requireNonNull("(" + bare + ")");
    }

    /** A text without the parentheses around all of it. */
    static String bare(String text) {
        String bare = text.strip();
        List<Token> tokens = DefinitionTokens.of(bare, false);
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i == 0 || i < tokens.size() - 1 ? bare : bare(bare.substring(1, bare.length() - 1));
            }
        }
        return bare;
    }
}
