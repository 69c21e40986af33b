package dev.rowan.dialect.mysql;

import dev.rowan.definition.CheckDefinition;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.TablePart;
import dev.rowan.definition.UniqueDefinition;
import dev.rowan.definition.ViewDefinition;
import dev.rowan.render.DdlDialect;
import dev.rowan.schema.ConstraintNames;
import dev.rowan.schema.ReferentialAction;
import dev.rowan.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What MySQL and MariaDB tell of their tables in {@code information_schema}. */
public abstract class MySqlFamilyCatalog extends MySqlFamilyExpressions {
    private static final String TABLES = "select t.table_name, t.table_type, t.table_comment, v.view_definition"
            + " from information_schema.tables t left join information_schema.views v"
            + " on v.table_schema = t.table_schema and v.table_name = t.table_name"
            + " where t.table_schema = ? and t.table_type in ('BASE TABLE', 'VIEW')";

    private static final String COLUMNS =
            "select table_name, column_name, column_type, character_set_name, collation_name,"
                    + " is_nullable, column_default, extra, generation_expression, column_comment,"
                    + " collation_name = (select default_collation_name from information_schema.schemata where schema_name = table_schema)"
                    + " as usual from information_schema.columns where table_schema = ? order by table_name, ordinal_position";

    private static final String FOREIGN_KEYS =
            "select k.table_name, k.constraint_name, k.column_name, k.referenced_table_schema,"
                    + " k.referenced_table_name, k.referenced_column_name, r.delete_rule, r.update_rule"
                    + " from information_schema.key_column_usage k join information_schema.referential_constraints r"
                    + " on r.constraint_schema = k.constraint_schema and r.constraint_name = k.constraint_name"
                    + " and r.table_name = k.table_name"
                    + " where k.table_schema = ? and k.referenced_table_name is not null"
                    + " order by k.table_name, k.constraint_name, k.ordinal_position";

    /** Creates what belongs to a dialect. */
    protected MySqlFamilyCatalog(DdlDialect words) {
        super(words);
    }

    /** Yields the table, the name and the condition of each check of a schema. */
    protected abstract String checks();

    /** Yields {@code expression}, what an index sorts by that is no column. */
    protected abstract String indexExpression();

    /** A condition or an expression, as it is, out of what the catalog tells. */
    protected abstract String told(String expression);

    /** A default as a definition writes it, out of what the catalog tells. */
    protected abstract String toldDefault(String type, String text, String extra);

    @Override
    public final SchemaDefinition read(Connection connection, @Nullable String schema) throws SQLException {
        String own = schema == null ? Objects.requireNonNullElse(connection.getCatalog(), "") : schema;
        List<String> in = List.of(own);
        Map<String, TableDefinition> tables = new TreeMap<>();
        Map<String, ViewDefinition> views = new TreeMap<>();
        each(connection, TABLES, in, row -> readTable(row, own, tables, views));
        each(connection, COLUMNS, in, row -> readColumn(row, tables, views));
        each(connection, FOREIGN_KEYS, in, row -> readForeignKey(row, tables, own));
        each(connection, checks(), in, row -> readCheck(row, tables));
        each(connection, indexes(), in, row -> readIndex(row, tables));
        return new SchemaDefinition(
                tables.values().stream()
                        .map(table -> normalized(withoutOwn(table)))
                        .toList(),
                List.copyOf(views.values()),
                List.of(),
                List.of());
    }

    private String indexes() {
        return "select table_name, index_name, non_unique, column_name, collation, " + indexExpression()
                + " as expression from information_schema.statistics where table_schema = ? and index_type = 'BTREE'"
                + " order by table_name, index_name, seq_in_index";
    }

    private static void readTable(
            ResultSet row, String schema, Map<String, TableDefinition> tables, Map<String, ViewDefinition> views)
            throws SQLException {
        TableName name = TableName.of(row.getString("table_name"));
        if (row.getString("table_type").equals("VIEW")) {
            // A view that is created elsewhere reads the tables that are there.
            String query = Objects.requireNonNullElse(row.getString("view_definition"), "");
            views.put(name.name(), new ViewDefinition(name, query.replace("`" + schema + "`.", ""), List.of()));
        } else {
            tables.put(name.name(), TableDefinition.of(name, List.of()).withComment(row.getString("table_comment")));
        }
    }

    private void readColumn(ResultSet row, Map<String, TableDefinition> tables, Map<String, ViewDefinition> views)
            throws SQLException {
        String table = row.getString("table_name");
        ColumnDefinition column = column(row);
        tables.computeIfPresent(table, (name, before) -> before.with(column));
        ViewDefinition view = views.get(table);
        if (view != null) {
            List<ColumnDefinition> columns = new ArrayList<>(view.columns());
            columns.add(column.withType(type(column.type())).withDefault(null).withComment(null));
            views.put(table, new ViewDefinition(view.name(), view.query(), columns));
        }
    }

    private ColumnDefinition column(ResultSet row) throws SQLException {
        String type = row.getString("column_type");
        String charset = row.getString("character_set_name");
        boolean isListed = type.startsWith("enum(") || type.startsWith("set(");
        if (charset != null && !(isListed && row.getBoolean("usual"))) {
            type += " character set " + charset + " collate " + row.getString("collation_name");
        }
        String extra = row.getString("extra");
        String computed = row.getString("generation_expression");
        boolean isComputed = computed != null && !computed.isEmpty();
        String filled = row.getString("column_default");
        return new ColumnDefinition(
                row.getString("column_name"),
                type,
                row.getString("is_nullable").equals("YES"),
                isComputed || filled == null ? null : toldDefault(type(type), filled, extra),
                extra.contains("auto_increment"),
                isComputed ? told(computed) : null,
                row.getString("column_comment"));
    }

    private static void readForeignKey(ResultSet row, Map<String, TableDefinition> tables, String schema)
            throws SQLException {
        String name = row.getString("constraint_name");
        TableDefinition table = tables.get(row.getString("table_name"));
        if (table == null) {
            return;
        }
        Optional<ForeignKeyDefinition> before = table.foreignKeys().stream()
                .filter(key -> key.name().equals(name))
                .findFirst();
        String target = row.getString("referenced_table_schema");
        ForeignKeyDefinition key = new ForeignKeyDefinition(
                name,
                more(before.map(ForeignKeyDefinition::columns).orElse(List.of()), row.getString("column_name")),
                new TableName(target.equals(schema) ? null : target, row.getString("referenced_table_name"), null),
                more(
                        before.map(ForeignKeyDefinition::targetColumns).orElse(List.of()),
                        row.getString("referenced_column_name")),
                ReferentialAction.valueOf(row.getString("delete_rule").replace(' ', '_')),
                ReferentialAction.valueOf(row.getString("update_rule").replace(' ', '_')),
                false);
        tables.put(table.name().name(), table.without(key).with(key));
    }

    private static List<String> more(List<String> columns, String column) {
        List<String> all = new ArrayList<>(columns);
        all.add(column);
        return all;
    }

    private void readCheck(ResultSet row, Map<String, TableDefinition> tables) throws SQLException {
        String condition = told(row.getString("check_clause"));
        TablePart check = new CheckDefinition(row.getString("constraint_name"), condition);
        tables.computeIfPresent(row.getString("table_name"), (name, table) -> withCheck(table, check, condition));
    }

    /** MariaDB's type {@code json} is a text with a check of the column's name. */
    private static TableDefinition withCheck(TableDefinition table, TablePart check, String condition) {
        Optional<ColumnDefinition> column = table.column(check.name());
        if (column.isEmpty() || !condition.equals("json_valid(`" + check.name().replace("`", "``") + "`)")) {
            return table.with(check);
        }
        return table.withColumns(table.columns().stream()
                .map(other -> other.equals(column.get()) ? other.withType("json") : other)
                .toList());
    }

    private void readIndex(ResultSet row, Map<String, TableDefinition> tables) throws SQLException {
        TableDefinition table = tables.get(row.getString("table_name"));
        if (table == null) {
            return;
        }
        String name = row.getString("index_name");
        String column = row.getString("column_name");
        if (name.equals("PRIMARY")) {
            PrimaryKeyDefinition key = table.primaryKey();
            tables.put(
                    table.name().name(),
                    table.with(new PrimaryKeyDefinition(
                            ConstraintNames.ofPrimaryKey(table.name()).name(),
                            more(key == null ? List.of() : key.columns(), column))));
            return;
        }
        List<IndexDefinition.Key> keys = new ArrayList<>(table.indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .map(IndexDefinition::keys)
                .orElse(List.of()));
        String expression = row.getString("expression");
        keys.add(new IndexDefinition.Key(
                column == null ? told(Objects.requireNonNull(expression)) : column,
                column != null,
                "D".equals(row.getString("collation"))));
        IndexDefinition index = new IndexDefinition(name, !row.getBoolean("non_unique"), keys, null);
        tables.put(table.name().name(), table.without(index).with(index));
    }

    /** Without the indexes that InnoDB made for foreign keys. */
    private static TableDefinition withoutOwn(TableDefinition table) {
        return table.withIndexes(table.indexes().stream()
                .filter(index -> table.foreignKeys().stream()
                        .noneMatch(key ->
                                key.name().equals(index.name()) && key.columns().equals(index.columns())))
                .toList());
    }

    /** A unique index of columns is a unique key; and no action is what restrict is. */
    @Override
    protected final TableDefinition prepared(TableDefinition table) {
        List<UniqueDefinition> keys = new ArrayList<>(table.uniqueKeys());
        List<IndexDefinition> indexes = new ArrayList<>();
        for (IndexDefinition index : table.indexes()) {
            if (index.unique() && index.keys().stream().allMatch(key -> key.isColumn() && !key.descending())) {
                keys.add(new UniqueDefinition(index.name(), index.columns()));
            } else {
                indexes.add(index);
            }
        }
        return table.withKeys(table.primaryKey(), keys, table.foreignKeys()).withIndexes(indexes);
    }

    @Override
    protected final PrimaryKeyDefinition primaryKey(TableDefinition table, PrimaryKeyDefinition key) {
        return new PrimaryKeyDefinition(
                ConstraintNames.ofPrimaryKey(table.name()).name(), key.columns());
    }

    @Override
    protected final ForeignKeyDefinition foreignKey(ForeignKeyDefinition key) {
        return new ForeignKeyDefinition(
                key.name(),
                key.columns(),
                key.target(),
                key.targetColumns(),
                once(key.onDelete()),
                once(key.onUpdate()),
                key.deferrable());
    }

    private static ReferentialAction once(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
    }
}
