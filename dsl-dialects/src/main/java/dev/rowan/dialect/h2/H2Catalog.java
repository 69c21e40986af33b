package dev.rowan.dialect.h2;

import dev.rowan.definition.CheckDefinition;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.SequenceDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.TablePart;
import dev.rowan.definition.UniqueDefinition;
import dev.rowan.definition.ViewDefinition;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DefinitionParser;
import dev.rowan.render.DefinitionTerm;
import dev.rowan.render.DefinitionTerm.Kind;
import dev.rowan.render.NormalizingCatalog;
import dev.rowan.schema.ConstraintNames;
import dev.rowan.schema.ReferentialAction;
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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What H2 tells of its tables in {@code information_schema}. */
final class H2Catalog extends NormalizingCatalog {
    private static final String COLUMNS =
            "select t.table_name, t.table_type, t.remarks, v.view_definition, c.column_name,"
                    + " data_type_sql(c.table_schema, c.table_name, 'TABLE', c.dtd_identifier) as type, c.is_nullable,"
                    + " c.column_default, c.is_identity, c.generation_expression, c.remarks as column_remarks"
                    + " from information_schema.tables t left join information_schema.columns c"
                    + " on c.table_schema = t.table_schema and c.table_name = t.table_name"
                    + " left join information_schema.views v on v.table_schema = t.table_schema and v.table_name = t.table_name"
                    + " where t.table_schema = ? order by t.table_name, c.ordinal_position";

    private static final String KEYS = "select c.table_name, c.constraint_name, c.constraint_type, k.column_name,"
            + " p.table_schema as target_schema, p.table_name as target, p.column_name as target_column,"
            + " r.delete_rule, r.update_rule"
            + " from information_schema.table_constraints c join information_schema.key_column_usage k"
            + " on k.constraint_schema = c.constraint_schema and k.constraint_name = c.constraint_name"
            + " left join information_schema.referential_constraints r"
            + " on r.constraint_schema = c.constraint_schema and r.constraint_name = c.constraint_name"
            + " left join information_schema.key_column_usage p on p.constraint_schema = r.unique_constraint_schema"
            + " and p.constraint_name = r.unique_constraint_name and p.ordinal_position = k.position_in_unique_constraint"
            + " where c.table_schema = ? order by c.constraint_name, k.ordinal_position";

    private static final String CHECKS = "select c.table_name, c.constraint_name, k.check_clause"
            + " from information_schema.table_constraints c join information_schema.check_constraints k"
            + " on k.constraint_schema = c.constraint_schema and k.constraint_name = c.constraint_name"
            + " where c.table_schema = ?";

    private static final String INDEXES =
            "select i.table_name, i.index_name, i.index_type_name, c.column_name, c.ordering_specification"
                    + " from information_schema.indexes i join information_schema.index_columns c"
                    + " on c.index_schema = i.index_schema and c.index_name = i.index_name"
                    + " where i.table_schema = ? and not i.is_generated"
                    + " order by i.index_name, c.ordinal_position";

    private static final String SEQUENCES = "select sequence_name, start_value, increment"
            + " from information_schema.sequences where sequence_schema = ?";

    H2Catalog(DdlDialect words) {
        super(words);
    }

    @Override
    public SchemaDefinition read(Connection connection, @Nullable String schema) throws SQLException {
        String own = schema == null ? Objects.requireNonNull(connection.getSchema()) : schema;
        List<String> in = List.of(own);
        Map<String, TableDefinition> tables = new TreeMap<>();
        Map<String, ViewDefinition> views = new TreeMap<>();
        each(connection, COLUMNS, in, row -> readColumn(row, tables, views));
        each(connection, KEYS, in, row -> readKey(row, tables, own));
        each(connection, CHECKS, in, row -> add(tables, row, new CheckDefinition(row.getString(2), row.getString(3))));
        each(connection, INDEXES, in, row -> readIndex(row, tables));
        List<SequenceDefinition> sequences = new ArrayList<>();
        each(
                connection,
                SEQUENCES,
                in,
                row -> sequences.add(
                        new SequenceDefinition(TableName.of(row.getString(1)), row.getLong(2), row.getLong(3))));
        return new SchemaDefinition(
                tables.values().stream().map(this::normalized).toList(),
                List.copyOf(views.values()),
                sequences,
                List.of());
    }

    private static void add(Map<String, TableDefinition> tables, ResultSet row, TablePart part) throws SQLException {
        tables.computeIfPresent(row.getString("table_name"), (name, before) -> before.with(part));
    }

    private void readColumn(ResultSet row, Map<String, TableDefinition> tables, Map<String, ViewDefinition> views)
            throws SQLException {
        String table = row.getString("table_name");
        String name = row.getString("column_name");
        if (row.getString("table_type").equals("BASE TABLE")) {
            String said = row.getString("remarks");
            tables.computeIfAbsent(
                    table,
                    any -> TableDefinition.of(TableName.of(any), List.of()).withComment(said));
            if (name != null) {
                add(tables, row, column(row, name));
            }
        } else if (row.getString("view_definition") != null) {
            ViewDefinition before = views.get(table);
            List<ColumnDefinition> columns = new ArrayList<>(before == null ? List.of() : before.columns());
            columns.add(column(row, name).withType(type(row.getString("type"))).withComment(null));
            views.put(table, new ViewDefinition(TableName.of(table), row.getString("view_definition"), columns));
        }
    }

    private static ColumnDefinition column(ResultSet row, String name) throws SQLException {
        return new ColumnDefinition(
                name,
                row.getString("type"),
                row.getString("is_nullable").equals("YES"),
                row.getString("column_default"),
                row.getString("is_identity").equals("YES"),
                row.getString("generation_expression"),
                row.getString("column_remarks"));
    }

    private static void readKey(ResultSet row, Map<String, TableDefinition> tables, String schema) throws SQLException {
        TableDefinition table = tables.get(row.getString("table_name"));
        if (table == null) {
            return;
        }
        String name = row.getString("constraint_name");
        String column = row.getString("column_name");
        TablePart part = switch (row.getString("constraint_type")) {
            case "PRIMARY KEY" ->
                new PrimaryKeyDefinition(
                        table.primaryKey() == null
                                ? keyName(table, name)
                                : table.primaryKey().name(),
                        more(
                                table.primaryKey() == null
                                        ? List.of()
                                        : table.primaryKey().columns(),
                                column));
            case "UNIQUE" ->
                new UniqueDefinition(
                        name,
                        table.uniqueKeys().stream()
                                .filter(key -> key.name().equals(name))
                                .findFirst()
                                .map(key -> more(key.columns(), column))
                                .orElseGet(() -> List.of(column)));
            default -> foreignKey(row, table, schema);
        };
        tables.put(table.name().name(), table.without(part).with(part));
    }

    private static String keyName(TableDefinition table, String name) {
        return name.matches("CONSTRAINT_[0-9A-F_]+")
                ? ConstraintNames.ofPrimaryKey(table.name()).name()
                : name;
    }

    private static List<String> more(List<String> columns, String column) {
        List<String> all = new ArrayList<>(columns);
        all.add(column);
        return all;
    }

    private static ForeignKeyDefinition foreignKey(ResultSet row, TableDefinition table, String schema)
            throws SQLException {
        String name = row.getString("constraint_name");
        Optional<ForeignKeyDefinition> before = table.foreignKeys().stream()
                .filter(key -> key.name().equals(name))
                .findFirst();
        String targetSchema = row.getString("target_schema");
        return new ForeignKeyDefinition(
                name,
                more(before.map(ForeignKeyDefinition::columns).orElse(List.of()), row.getString("column_name")),
                new TableName(targetSchema.equals(schema) ? null : targetSchema, row.getString("target"), null),
                more(before.map(ForeignKeyDefinition::targetColumns).orElse(List.of()), row.getString("target_column")),
                action(row.getString("delete_rule")),
                action(row.getString("update_rule")),
                false);
    }

    private static ReferentialAction action(String rule) {
        return ReferentialAction.valueOf(rule.replace(' ', '_'));
    }

    /** H2 does what the standard calls no action as soon as what it calls restrict, and tells of both as the latter. */
    @Override
    protected ForeignKeyDefinition foreignKey(ForeignKeyDefinition key) {
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

    private static void readIndex(ResultSet row, Map<String, TableDefinition> tables) throws SQLException {
        TableDefinition table = tables.get(row.getString("table_name"));
        String kind = row.getString("index_type_name");
        if (table == null || !(kind.equals("INDEX") || kind.equals("UNIQUE INDEX"))) {
            return;
        }
        String name = row.getString("index_name");
        List<IndexDefinition.Key> keys = new ArrayList<>(table.indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .map(IndexDefinition::keys)
                .orElse(List.of()));
        keys.add(new IndexDefinition.Key(
                row.getString("column_name"), true, "DESC".equals(row.getString("ordering_specification"))));
        IndexDefinition index = new IndexDefinition(name, kind.startsWith("UNIQUE"), keys, null);
        tables.put(table.name().name(), table.without(index).with(index));
    }

    @Override
    protected String type(String type) {
        return H2Types.of(type);
    }

    @Override
    protected Optional<DefinitionTerm> parsed(String text) {
        return DefinitionParser.parse(text, false, name -> name.toUpperCase(Locale.ROOT));
    }

    /** H2 gives numbers the type of what they are compared with. */
    @Override
    protected DefinitionTerm rewritten(DefinitionTerm term, Types types) {
        if (term.is(Kind.OPERATOR, "and") || term.is(Kind.OPERATOR, "or")) {
            return ConjunctiveForm.of(term, this::written);
        } else if (term.kind() == Kind.CAST) {
            return new DefinitionTerm(Kind.CAST, H2Types.of(term.text()), term.operands());
        } else if (term.isComparison() || term.text().endsWith("distinct from")) {
            return term.withOperands(
                    term.operands().stream().map(H2Catalog::number).toList());
        } else if (term.kind() == Kind.IN) {
            DefinitionTerm list = term.withOperands(
                    term.operands().stream().map(H2Catalog::number).toList());
            return ConjunctiveForm.of(list, this::written);
        }
        return term;
    }

    private static DefinitionTerm number(DefinitionTerm term) {
        return term.kind() == Kind.CAST && term.operand(0).kind() == Kind.NUMBER ? term.operand(0) : term;
    }
}
