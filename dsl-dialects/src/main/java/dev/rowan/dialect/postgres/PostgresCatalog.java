package dev.rowan.dialect.postgres;

import static dev.rowan.schema.ReferentialAction.CASCADE;
import static dev.rowan.schema.ReferentialAction.NO_ACTION;
import static dev.rowan.schema.ReferentialAction.RESTRICT;
import static dev.rowan.schema.ReferentialAction.SET_DEFAULT;
import static dev.rowan.schema.ReferentialAction.SET_NULL;

import dev.rowan.definition.CheckDefinition;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.EnumDefinition;
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
import dev.rowan.render.NormalizingCatalog;
import dev.rowan.schema.ReferentialAction;
import dev.rowan.schema.TableName;
import java.sql.Array;
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

/** What PostgreSQL tells of its tables in {@code pg_catalog}. */
final class PostgresCatalog extends NormalizingCatalog {
    private static final String OWN =
            " not exists (select from pg_depend x where x.objid = %1$s.oid and x.deptype = 'e'"
                    + " and x.classid = '%2$s'::regclass)";

    private static final String COLUMNS =
            "select c.relname, c.relkind in ('r', 'p') as is_table, obj_description(c.oid, 'pg_class') as said,"
                    + " case when c.relkind = 'v' then pg_get_viewdef(c.oid) end as query, a.attname,"
                    + " format_type(a.atttypid, a.atttypmod) || case when a.attcollation <> t.typcollation then ' collate '"
                    + " || case when l.collnamespace = 'pg_catalog'::regnamespace then '' else l.collnamespace::regnamespace || '.' end"
                    + " || '\"' || replace(l.collname, '\"', '\"\"') || '\"' else '' end as type,"
                    + " a.attnotnull, a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid) as filled,"
                    + " col_description(c.oid, a.attnum) as column_said"
                    + " from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
                    + " left join pg_type t on t.oid = a.atttypid left join pg_collation l on l.oid = a.attcollation"
                    + " left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum"
                    + " where c.relnamespace = ?::regnamespace and c.relkind in ('r', 'p', 'v') and not c.relispartition and"
                    + String.format(OWN, "c", "pg_class") + " order by c.relname, a.attnum";

    private static final String CONSTRAINTS =
            "select c.relname, k.conname, k.contype, pg_get_expr(k.conbin, k.conrelid) as condition,"
                    + " (select array_agg(a.attname::text order by u.n) from unnest(k.conkey) with ordinality u(num, n)"
                    + " join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num) as columns,"
                    + " (select array_agg(a.attname::text order by u.n) from unnest(k.confkey) with ordinality u(num, n)"
                    + " join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num) as target_columns,"
                    + " f.relname as target, case when f.relnamespace <> c.relnamespace then fn.nspname end as target_schema,"
                    + " k.confdeltype, k.confupdtype, k.condeferrable"
                    + " from pg_constraint k join pg_class c on c.oid = k.conrelid left join pg_class f on f.oid = k.confrelid"
                    + " left join pg_namespace fn on fn.oid = f.relnamespace"
                    + " where c.relnamespace = ?::regnamespace and k.contype in ('p', 'u', 'f', 'c') and k.conparentid = 0";

    private static final String INDEXES =
            "select c.relname, i.relname as name, x.indisunique, pg_get_expr(x.indpred, x.indrelid) as filter,"
                    + " n, x.indkey[n - 1] <> 0 as is_column, coalesce(a.attname, pg_get_indexdef(x.indexrelid, n, false)) as key,"
                    + " (x.indoption[n - 1] & 1) = 1 as descending"
                    + " from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid"
                    + " join pg_am m on m.oid = i.relam cross join generate_series(1, x.indnkeyatts::int) n"
                    + " left join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[n - 1]"
                    + " where c.relnamespace = ?::regnamespace and m.amname = 'btree' and not i.relispartition"
                    + " and not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))"
                    + " order by c.relname, i.relname, n";

    private static final String SEQUENCES = "select c.relname, s.seqstart, s.seqincrement"
            + " from pg_sequence s join pg_class c on c.oid = s.seqrelid where c.relnamespace = ?::regnamespace"
            + " and not exists (select from pg_depend x where x.objid = c.oid and x.deptype in ('i', 'e')"
            + " and x.classid = 'pg_class'::regclass)";

    private static final String ENUMS =
            "select t.typname, array_agg(e.enumlabel::text order by e.enumsortorder) as values"
                    + " from pg_type t join pg_enum e on e.enumtypid = t.oid where t.typnamespace = ?::regnamespace and"
                    + String.format(OWN, "t", "pg_type") + " group by t.typname";

    PostgresCatalog(DdlDialect words) {
        super(words);
    }

    @Override
    public SchemaDefinition read(Connection connection, @Nullable String schema) throws SQLException {
        String before = setting(connection, "select current_setting('search_path')");
        String current = setting(connection, "select current_schema()::text");
        if (schema == null && current == null) {
            return SchemaDefinition.EMPTY;
        } else if (schema == null || schema.equals(current)) {
            return told(connection, quoted(Objects.requireNonNull(current)));
        }
        // Names of types and functions are told without their schema only if it is the current one.
        String own = quoted(schema);
        each(connection, "select set_config('search_path', ?, false)", List.of(own), row -> {});
        try {
            return told(connection, own);
        } finally {
            each(
                    connection,
                    "select set_config('search_path', ?, false)",
                    List.of(Objects.requireNonNull(before)),
                    row -> {});
        }
    }

    private static @Nullable String setting(Connection connection, String query) throws SQLException {
        List<@Nullable String> found = new ArrayList<>();
        each(connection, query, List.of(), row -> found.add(row.getString(1)));
        return found.get(0);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private SchemaDefinition told(Connection connection, String schema) throws SQLException {
        List<String> in = List.of(schema);
        Map<String, TableDefinition> tables = new TreeMap<>();
        Map<String, ViewDefinition> views = new TreeMap<>();
        each(connection, COLUMNS, in, row -> readColumn(row, tables, views));
        each(connection, CONSTRAINTS, in, row -> add(tables, row.getString("relname"), constraint(row)));
        each(connection, INDEXES, in, row -> readIndex(row, tables));
        List<SequenceDefinition> sequences = new ArrayList<>();
        each(
                connection,
                SEQUENCES,
                in,
                row -> sequences.add(
                        new SequenceDefinition(TableName.of(row.getString(1)), row.getLong(2), row.getLong(3))));
        List<EnumDefinition> enums = new ArrayList<>();
        each(
                connection,
                ENUMS,
                in,
                row -> enums.add(new EnumDefinition(TableName.of(row.getString(1)), texts(row.getArray(2)))));
        return new SchemaDefinition(
                tables.values().stream().map(this::normalized).toList(), List.copyOf(views.values()), sequences, enums);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static void add(Map<String, TableDefinition> tables, String table, TablePart part) {
        tables.computeIfPresent(table, (name, before) -> before.with(part));
    }

    private void readColumn(ResultSet row, Map<String, TableDefinition> tables, Map<String, ViewDefinition> views)
            throws SQLException {
        String table = row.getString("relname");
        String column = row.getString("attname");
        if (row.getBoolean("is_table")) {
            String said = row.getString("said");
            tables.computeIfAbsent(
                    table,
                    name -> TableDefinition.of(TableName.of(name), List.of()).withComment(said));
            if (column != null) {
                add(tables, table, column(row, column));
            }
            return;
        }
        ViewDefinition view = views.get(table);
        List<ColumnDefinition> columns = new ArrayList<>(view == null ? List.of() : view.columns());
        if (column != null) {
            columns.add(column(row, column).withType(type(row.getString("type"))));
        }
        String query = row.getString("query").strip();
        views.put(
                table,
                new ViewDefinition(
                        TableName.of(table),
                        query.endsWith(";") ? query.substring(0, query.length() - 1) : query,
                        columns));
    }

    private static ColumnDefinition column(ResultSet row, String name) throws SQLException {
        boolean isComputed = !row.getString("attgenerated").isEmpty();
        String filled = row.getString("filled");
        return new ColumnDefinition(
                name,
                row.getString("type"),
                !row.getBoolean("attnotnull"),
                isComputed ? null : filled,
                !row.getString("attidentity").isEmpty(),
                isComputed ? filled : null,
                row.getString("column_said"));
    }

    private static TablePart constraint(ResultSet row) throws SQLException {
        String name = row.getString("conname");
        String kind = row.getString("contype");
        if (kind.equals("c")) {
            return new CheckDefinition(name, row.getString("condition"));
        }
        List<String> columns = texts(row.getArray("columns"));
        return switch (kind) {
            case "p" -> new PrimaryKeyDefinition(name, columns);
            case "u" -> new UniqueDefinition(name, columns);
            default ->
                new ForeignKeyDefinition(
                        name,
                        columns,
                        new TableName(row.getString("target_schema"), row.getString("target"), null),
                        texts(row.getArray("target_columns")),
                        action(row.getString("confdeltype")),
                        action(row.getString("confupdtype")),
                        row.getBoolean("condeferrable"));
        };
    }

    private static ReferentialAction action(String letter) {
        return switch (letter) {
            case "r" -> RESTRICT;
            case "c" -> CASCADE;
            case "n" -> SET_NULL;
            case "d" -> SET_DEFAULT;
            default -> NO_ACTION;
        };
    }

    private static void readIndex(ResultSet row, Map<String, TableDefinition> tables) throws SQLException {
        TableDefinition table = tables.get(row.getString("relname"));
        if (table == null) {
            return;
        }
        String name = row.getString("name");
        IndexDefinition before = table.indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElse(null);
        List<IndexDefinition.Key> keys = new ArrayList<>(before == null ? List.of() : before.keys());
        keys.add(new IndexDefinition.Key(
                row.getString("key"), row.getBoolean("is_column"), row.getBoolean("descending")));
        IndexDefinition index = new IndexDefinition(name, row.getBoolean("indisunique"), keys, row.getString("filter"));
        tables.put(table.name().name(), (before == null ? table : table.without(before)).with(index));
    }

    @Override
    protected String type(String type) {
        return PostgresTypes.of(type);
    }

    @Override
    protected Optional<DefinitionTerm> parsed(String text) {
        return DefinitionParser.parse(text, false, name -> name.toLowerCase(Locale.ROOT));
    }

    @Override
    protected DefinitionTerm rewritten(DefinitionTerm term, Types types) {
        return new PostgresExpressions(types).rewritten(term);
    }

    /** What a default is converted to is the column's type anyway. */
    @Override
    protected @Nullable String defaultValue(ColumnDefinition column, String text) {
        String bare = PostgresTypes.bare(column.type());
        Optional<DefinitionTerm> term = parsed(text)
                .filter(cast -> !PostgresTypes.isNumber(bare))
                .filter(cast -> cast.kind() == DefinitionTerm.Kind.CAST
                        && PostgresTypes.bare(cast.text()).equals(bare)
                        && cast.operand(0).kind() != DefinitionTerm.Kind.ARRAY)
                .map(cast -> cast.operand(0))
                .filter(operand -> operand.kind() == DefinitionTerm.Kind.TEXT);
        return super.defaultValue(column, term.map(this::written).orElse(text));
    }
}
