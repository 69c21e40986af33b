package dev.rowan.dialect.sqlserver;

import dev.rowan.definition.Change;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.TablePart;
import dev.rowan.definition.UniqueDefinition;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Dialect;
import dev.rowan.render.Support;
import dev.rowan.schema.ReferentialAction;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Texts are {@code nvarchar} of a binary collation. A default is a constraint, which has a name, and a unique key takes only one NULL
 * there, so that one of columns that can be NULL is an index of the rows without.
 */
final class SqlServerDdl extends DdlDialect {
    private static final int LONGEST_VARCHAR = 4_000;
    private static final String COLLATION = " " + SqlServerFunctions.BINARY;

    SqlServerDdl(Dialect dialect) {
        super(dialect);
    }

    @Override
    public Support support(DdlFeature feature) {
        return switch (feature) {
            case COMMENT, EXPRESSION_INDEX, COLUMN_POSITION, ENUM_TYPE, DEFERRABLE -> Support.REFUSED;
            default -> Support.NATIVE;
        };
    }

    /** The type of a text of limited length, without its collation. */
    static String varchar(SqlType<?> type) {
        return type.size() > LONGEST_VARCHAR ? "nvarchar(max)" : "nvarchar(" + type.size() + ")";
    }

    static String withoutCollation(String type) {
        return type.replace(COLLATION, "");
    }

    @Override
    public String typeName(SqlType<?> type) {
        return switch (type.kind()) {
            case BOOLEAN -> "bit";
            case INTEGER -> "int";
            case DOUBLE -> "float";
            case VARCHAR -> varchar(type) + COLLATION;
            case TEXT, JSON -> "nvarchar(max)" + COLLATION;
            case TIMESTAMP -> "datetime2(6)";
            case INSTANT -> "datetimeoffset(6)";
            case UUID -> "uniqueidentifier";
            case BINARY -> "varbinary(max)";
            default -> super.typeName(type);
        };
    }

    @Override
    public String literal(SqlType<?> type, Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "1" : "0";
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : super.literal(type, value);
    }

    @Override
    public String textLiteral(String text) {
        return "N" + super.textLiteral(text);
    }

    @Override
    public String expression(String text) {
        return "(" + text + ")";
    }

    @Override
    protected String characters(String text) {
        return "len(" + text + " + N'.') - 1";
    }

    @Override
    public String createTable(TableDefinition table) {
        List<UniqueDefinition> open = new ArrayList<>(table.uniqueKeys());
        open.removeIf(key -> key.columns().stream()
                .noneMatch(name ->
                        table.column(name).map(ColumnDefinition::nullable).orElse(false)));
        TableDefinition closed = table;
        for (UniqueDefinition key : open) {
            closed = closed.without(key);
        }
        return super.createTable(closed)
                + open.stream().map(key -> "; " + index(table.name(), key)).collect(Collectors.joining());
    }

    private String index(TableName table, UniqueDefinition key) {
        return createIndex(
                table,
                new IndexDefinition(
                        key.name(),
                        true,
                        key.columns().stream()
                                .map(column -> new IndexDefinition.Key(column, true, false))
                                .toList(),
                        null));
    }

    /** Rows that hold a NULL are unique to the standard. */
    @Override
    protected String createIndex(TableName table, IndexDefinition index) {
        if (!index.unique()) {
            return super.createIndex(table, index);
        }
        String known = index.keys().stream()
                .filter(IndexDefinition.Key::isColumn)
                .map(key -> quoted(key.text()) + " is not null")
                .collect(Collectors.joining(" and "));
        return super.createIndex(
                table,
                new IndexDefinition(
                        index.name(),
                        true,
                        index.keys(),
                        index.where() == null ? known : index.where() + " and " + known));
    }

    @Override
    protected String column(TableName table, ColumnDefinition column) {
        if (column.computed() != null) {
            return quoted(column.name()) + " as (" + column.computed() + ") persisted"
                    + (column.nullable() ? "" : " not null");
        }
        String name = column.defaultValue() == null ? "" : " constraint " + defaultName(table, column);
        return quoted(column.name()) + " " + typeName(column) + (column.identity() ? identity(table, column) : "")
                + name + defaultValue(column) + (column.nullable() ? " null" : " not null");
    }

    private String defaultName(TableName table, ColumnDefinition column) {
        return quoted("df_" + table.name() + "_" + column.name());
    }

    @Override
    protected String identity(TableName table, ColumnDefinition column) {
        return " identity(1, 1)";
    }

    /** There is no {@code restrict}; no action at all is checked at once. */
    @Override
    protected String constraint(TablePart part) {
        return part instanceof ForeignKeyDefinition key
                ? super.constraint(new ForeignKeyDefinition(
                        key.name(),
                        key.columns(),
                        key.target(),
                        key.targetColumns(),
                        plain(key.onDelete()),
                        plain(key.onUpdate()),
                        key.deferrable()))
                : super.constraint(part);
    }

    private static ReferentialAction plain(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
    }

    @Override
    protected List<String> addColumn(TableName table, ColumnDefinition column, @Nullable String after) {
        if (column.comment() != null) {
            require(DdlFeature.COMMENT);
        }
        return List.of(alterTable(table) + "add " + column(table, column));
    }

    @Override
    protected String drop(TableName table, TablePart part) {
        if (part instanceof ColumnDefinition column) {
            return alterTable(table) + "drop constraint if exists " + defaultName(table, column) + ", column "
                    + quoted(column.name());
        }
        return part instanceof IndexDefinition
                ? "drop index " + quoted(part.name()) + " on " + quoted(table)
                : super.drop(table, part);
    }

    @Override
    protected List<String> statements(Change change) {
        return change instanceof Change.RenameTable rename
                ? List.of("exec sp_rename " + textLiteral(quoted(rename.table())) + ", " + textLiteral(rename.to()))
                : super.statements(change);
    }

    @Override
    protected String renameColumn(Change.RenameColumn rename) {
        return "exec sp_rename " + textLiteral(quoted(rename.table()) + "." + quoted(rename.column())) + ", "
                + textLiteral(rename.to()) + ", N'COLUMN'";
    }

    @Override
    protected List<String> alter(TableName table, ColumnDefinition before, ColumnDefinition after) {
        if (before.identity() != after.identity()) {
            throw new UnsupportedFeatureException(
                    "alteration of a column that is counted up", toString(), "add another column, and drop this one");
        }
        boolean changed = !before.type().equals(after.type()) || before.nullable() != after.nullable();
        List<String> statements = new ArrayList<>();
        if (before.defaultValue() != null) {
            statements.add(alterTable(table) + "drop constraint " + defaultName(table, before));
        }
        if (changed) {
            statements.add(alterTable(table) + "alter column " + quoted(after.name()) + " " + after.type()
                    + (after.nullable() ? " null" : " not null"));
        }
        if (after.defaultValue() != null) {
            statements.add(alterTable(table) + "add constraint " + defaultName(table, after) + " default "
                    + after.defaultValue() + " for " + quoted(after.name()));
        }
        return statements;
    }
}
