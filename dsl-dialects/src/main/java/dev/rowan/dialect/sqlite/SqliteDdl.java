package dev.rowan.dialect.sqlite;

import dev.rowan.definition.Change;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.TablePart;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.render.Catalog;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Dialect;
import dev.rowan.render.Support;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import dev.rowan.type.SqlType.Kind;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How SQLite defines what it holds. Its own types are few, and hold almost anything: a definition names {@code varchar(200)}, and
 * what is written is {@code text} with a constraint of that name.
 */
final class SqliteDdl extends DdlDialect {
    /** How the names of the constraints begin that hold a value to the range of its type. */
    static final String RANGE = "range of ";

    private static final Set<String> STRICT = Set.of("int", "integer", "real", "text", "blob", "any");

    SqliteDdl(Dialect dialect) {
        super(dialect);
    }

    @Override
    public Support support(DdlFeature feature) {
        return switch (feature) {
            case COMMENT, COLUMN_POSITION, SEQUENCE, ENUM_TYPE, SCHEMA -> Support.REFUSED;
            case ALTER_TABLE -> Support.EMULATED;
            default -> Support.NATIVE;
        };
    }

    /** Whoever writes first in a transaction locks the file; the others wait for it. */
    @Override
    public boolean lock(Connection connection, Duration wait) throws SQLException {
        busyTimeout(connection, wait);
        return true;
    }

    @Override
    public void unlock(Connection connection) throws SQLException {
        busyTimeout(connection, Duration.ofSeconds(3)); // the driver's default
    }

    private static void busyTimeout(Connection connection, Duration timeout) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = " + timeout.toMillis());
        }
    }

    @Override
    public Catalog catalog() {
        return new SqliteCatalog(this);
    }

    @Override
    public String typeName(SqlType<?> type) {
        return switch (type.kind()) {
            case BOOLEAN, SMALLINT, INTEGER, VARCHAR, JSON, ARRAY -> super.typeName(type); // of arrays a refusal
            case BIGINT -> "int";
            case REAL, DOUBLE -> "real";
            case DECIMAL, TEXT, DATE, TIME, TIMESTAMP, INSTANT, UUID -> "text";
            case BINARY -> "blob";
        };
    }

    @Override
    protected String number(SqlType<?> type, String name) {
        return type.kind() == Kind.DECIMAL ? "cast(" + name + " as numeric)" : name;
    }

    @Override
    protected String characters(String text) {
        return "length(" + text + ")";
    }

    @Override
    public String literal(SqlType<?> type, Object value) {
        return value instanceof BigDecimal decimal
                ? textLiteral(SqliteCodecs.canonical(decimal, type.scale()))
                : super.literal(type, value);
    }

    @Override
    public String expression(String text) {
        return "(" + text + ")";
    }

    @Override
    public String createTable(TableDefinition table) {
        return super.createTable(table) + (table.columns().stream().allMatch(this::isStrict) ? " strict" : "");
    }

    /** Whether a strict table takes a type; tables that were made elsewhere have others too. */
    private boolean isStrict(ColumnDefinition column) {
        String type = typeName(column).replaceFirst(" collate .*", "");
        return STRICT.contains(type.toLowerCase(Locale.ROOT));
    }

    @Override
    protected String column(TableName table, ColumnDefinition column) {
        String text = super.column(table, column);
        String range = range(column.type(), quoted(column.name()));
        return range == null ? text : text + " constraint \"" + RANGE + column.type() + "\" check (" + range + ")";
    }

    /** What holds a value to a type, or null for whatever the storage class holds. */
    private static @Nullable String range(String type, String name) {
        return switch (type.replaceFirst("\\(.*", "")) {
            case "boolean" -> name + " in (0, 1)";
            case "smallint" -> name + " between -32768 and 32767";
            case "integer" -> name + " between -2147483648 and 2147483647";
            case "varchar" -> "length(" + name + ") <= " + type.replaceAll("\\D", "");
            case "json" -> "json_valid(" + name + ")";
            default -> null;
        };
    }

    /** Only {@code integer} makes a primary key the number of the row, which would then replace a missing value too. */
    @Override
    protected String typeName(ColumnDefinition column) {
        if (column.identity()) {
            return "integer";
        }
        return switch (column.type().replaceFirst("\\(.*", "")) {
            case "boolean", "smallint", "integer" -> "int";
            case "varchar", "json" -> "text";
            default -> column.type();
        };
    }

    /** Without {@code autoincrement} the number of a deleted row would be given again. */
    @Override
    protected String identity(TableName table, ColumnDefinition column) {
        return " primary key autoincrement";
    }

    @Override
    protected String primaryKey(TableDefinition table, PrimaryKeyDefinition key) {
        if (table.columns().stream().noneMatch(ColumnDefinition::identity)) {
            return super.primaryKey(table, key);
        } else if (key.columns().size() > 1) {
            throw new UnsupportedFeatureException(
                    "identity in a primary key of several columns (" + table.name() + ")",
                    toString(),
                    "make the identity the primary key, and the others unique");
        }
        return "";
    }

    @Override
    public boolean altersInPlace(Change change) {
        if (change instanceof Change.Add add && add.part() instanceof ColumnDefinition column) {
            return column.computed() == null
                    && !column.identity()
                    && (column.nullable() || column.defaultValue() != null)
                    && (column.defaultValue() == null || !column.defaultValue().startsWith("("));
        } else if (change instanceof Change.Add add) {
            return add.part() instanceof IndexDefinition;
        } else if (change instanceof Change.Drop drop) {
            return drop.part() instanceof ColumnDefinition || drop.part() instanceof IndexDefinition;
        }
        return !(change instanceof Change.Alter);
    }

    @Override
    protected List<String> statements(Change change) {
        if (!altersInPlace(change)) {
            throw refusal(DdlFeature.ALTER_TABLE);
        } else if (change instanceof Change.Empty empty) {
            return List.of("delete from " + quoted(empty.table()));
        }
        return super.statements(change);
    }

    /** Dropping a table would delete what points at it. */
    @Override
    public void suspendForeignKeys(Connection connection, boolean suspended) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma foreign_keys = " + (suspended ? "off" : "on"));
        }
    }

    @Override
    public void requireForeignKeys(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet dangling = statement.executeQuery("pragma foreign_key_check")) {
            if (dangling.next()) {
                throw new SQLException("expected each row to point at one that is there, got a row of "
                        + dangling.getString(1) + " that points at none of " + dangling.getString(3)
                        + "; correct the rows first, for the table would be made anew without them");
            }
        }
    }

    /** The rows move to a new table, which takes the place of the old one; who points at it must not notice. */
    @Override
    protected List<String> rebuild(Change.Rebuild rebuild) {
        TableDefinition after = rebuild.after();
        TableName old = rebuild.before().name();
        TableName made = new TableName(old.schema(), old.name() + " made anew", null);
        List<String> statements = new ArrayList<>();
        statements.add(createTable(after.withName(made)));
        List<String> kept = after.columns().stream()
                .filter(column -> column.computed() == null && rebuild.columns().containsKey(column.name()))
                .map(ColumnDefinition::name)
                .toList();
        if (!kept.isEmpty()) {
            statements.add("insert into " + quoted(made) + " (" + quoted(kept) + ") select "
                    + kept.stream()
                            .map(name -> quoted(rebuild.columns().getOrDefault(name, name)))
                            .collect(Collectors.joining(", "))
                    + " from " + quoted(old));
        }
        if (counts(rebuild.before()) && counts(after)) {
            statements.addAll(counter(old, made.name()));
        }
        statements.add("drop table " + quoted(old));
        statements.add(alterTable(made) + "rename to " + quoted(after.name().name()));
        for (TablePart index : after.indexes()) {
            statements.addAll(statements(new Change.Add(after.name(), index)));
        }
        return statements;
    }

    private static boolean counts(TableDefinition table) {
        return table.columns().stream().anyMatch(ColumnDefinition::identity);
    }

    /** The last number that was given, which may be that of a deleted row. */
    private List<String> counter(TableName old, String made) {
        String counters = quoted(new TableName(old.schema(), "sqlite_sequence", null));
        return List.of(
                "delete from " + counters + " where name = " + textLiteral(made),
                "insert into " + counters + " (name, seq) select " + textLiteral(made) + ", seq from " + counters
                        + " where name = " + textLiteral(old.name()));
    }

    /** Types of other makers, in capitals, hold what their names say; each whole number has 64 bits. */
    @Override
    public Optional<SqlType<?>> sqlType(ColumnDefinition column) {
        String type = column.type().replaceFirst(" collate .*", "");
        String name = type.replaceFirst("\\s*\\(.*", "");
        if (name.equals("int") || (name.contains("INT") && !name.contains("POINT"))) {
            return Optional.of(SqlType.BIGINT);
        }
        return switch (name) {
            case "BOOL" -> Optional.of(SqlType.BOOLEAN);
            case "real", "REAL", "FLOAT" -> Optional.of(SqlType.DOUBLE);
            case "NVARCHAR", "VARYING CHARACTER", "NCHAR" ->
                super.sqlType(column.withType(type.replaceFirst(name, "VARCHAR")));
            case "CLOB" -> Optional.of(SqlType.TEXT);
            case "DATETIME" -> Optional.of(SqlType.TIMESTAMP);
            default -> super.sqlType(column);
        };
    }
}
