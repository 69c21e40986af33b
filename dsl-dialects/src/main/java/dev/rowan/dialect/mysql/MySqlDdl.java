package dev.rowan.dialect.mysql;

import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.TablePart;
import dev.rowan.definition.UniqueDefinition;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.render.Catalog;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Support;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How MySQL and MariaDB define what they hold. */
final class MySqlDdl extends DdlDialect {
    private static final String LOCK = "concat('rowan migrations ', sha1(database()))";

    private final MySqlFamilyDialect dialect;
    private final String collation;

    MySqlDdl(MySqlFamilyDialect dialect) {
        super(dialect);
        this.dialect = dialect;
        this.collation = " character set utf8mb4 collate " + dialect.binaryCollation();
    }

    @Override
    public Support support(DdlFeature feature) {
        return switch (feature) {
            case PARTIAL_INDEX, SEQUENCE, ENUM_TYPE, DEFERRABLE, SET_DEFAULT, TRANSACTIONAL_DDL -> Support.REFUSED;
            case EXPRESSION_INDEX -> dialect.indexesExpressions() ? Support.NATIVE : Support.REFUSED;
            default -> Support.NATIVE;
        };
    }

    @Override
    public boolean createsIndexesOnline() {
        return true;
    }

    @Override
    public boolean indexesForeignKeys() {
        return true;
    }

    @Override
    public boolean identityNeedsKey() {
        return true;
    }

    @Override
    protected boolean escapesByBackslash() {
        return true;
    }

    @Override
    public boolean lock(Connection connection, Duration wait) throws SQLException {
        return isOne(connection, "select get_lock(" + LOCK + ", " + wait.toSeconds() + ")");
    }

    /** A migration may have left another current database, and so another name of the lock. */
    @Override
    public void unlock(Connection connection) throws SQLException {
        if (!isOne(connection, "select release_lock(" + LOCK + ")")) {
            isOne(connection, "select release_all_locks()");
        }
    }

    private static boolean isOne(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getInt(1) == 1;
        }
    }

    @Override
    public Catalog catalog() {
        return dialect.catalog(this);
    }

    /** Values of long columns can be filled in by expressions only. */
    @Override
    protected String defaultValue(ColumnDefinition column) {
        String text = super.defaultValue(column);
        boolean isLong = column.type().matches("(?s)(tiny|medium|long)?(text|blob)\\b.*|json");
        return isLong && text.startsWith(" default '") ? " default (" + column.defaultValue() + ")" : text;
    }

    @Override
    public String typeName(SqlType<?> type) {
        return switch (type.kind()) {
            case VARCHAR -> super.typeName(type) + collation;
            case TEXT -> "longtext" + collation; // text holds only 64 KiB
            case REAL -> "double"; // see RealCodec
            case TIMESTAMP, INSTANT -> "datetime(6)"; // timestamp ends in 2038, and follows the session's zone
            case UUID -> "binary(16)"; // the type uuid of MariaDB does not take every value
            case BINARY -> "longblob";
            default -> super.typeName(type);
        };
    }

    /** Whether a backslash stands for itself depends on the session's SQL mode, so none may occur. */
    @Override
    public String textLiteral(String text) {
        if (text.indexOf('\\') >= 0) {
            throw new UnsupportedFeatureException(
                    "default value with a backslash", toString(), "set the value in each insert");
        }
        return super.textLiteral(text);
    }

    @Override
    public String expression(String text) {
        return "(" + text + ")";
    }

    @Override
    protected String identity(TableName table, ColumnDefinition column) {
        return " auto_increment";
    }

    @Override
    protected String column(TableName table, ColumnDefinition column) {
        return super.column(table, column)
                + (column.comment() == null ? "" : " comment " + textLiteral(column.comment()));
    }

    @Override
    protected List<String> comments(TableDefinition table) {
        return table.comment() == null ? List.of() : List.of(commentOnTable(table.name(), table.comment()));
    }

    @Override
    protected String commentOnTable(TableName table, @Nullable String comment) {
        return alterTable(table) + "comment = " + textLiteral(comment == null ? "" : comment);
    }

    /** What is counted up must be a key at once. */
    @Override
    protected List<String> addColumn(TableName table, ColumnDefinition column, @Nullable String after) {
        return List.of(alterTable(table) + "add column " + column(table, column)
                + (column.identity() ? " primary key" : "")
                + (after == null ? "" : " after " + quoted(after)));
    }

    /** A column is altered as a whole. */
    @Override
    protected List<String> alter(TableName table, ColumnDefinition before, ColumnDefinition after) {
        return List.of(alterTable(table) + "modify column " + column(table, after));
    }

    @Override
    protected String drop(TableName table, TablePart part) {
        if (part instanceof PrimaryKeyDefinition) {
            return alterTable(table) + "drop primary key";
        } else if (part instanceof ForeignKeyDefinition) {
            return alterTable(table) + "drop foreign key " + quoted(part.name());
        } else if (part instanceof UniqueDefinition || part instanceof IndexDefinition) {
            return alterTable(table) + "drop index " + quoted(part.name());
        }
        return super.drop(table, part);
    }

    /** A number without a sign is of the next wider type; a {@code timestamp} is what the session's zone shows. */
    @Override
    public Optional<SqlType<?>> sqlType(ColumnDefinition column) {
        String type = column.type().toLowerCase(Locale.ROOT);
        boolean isUnsigned = type.contains(" unsigned");
        return switch (type.replaceFirst("[ (].*", "")) {
            case "tinyint" -> Optional.of(SqlType.SMALLINT);
            case "smallint" -> Optional.of(isUnsigned ? SqlType.INTEGER : SqlType.SMALLINT);
            case "mediumint", "year" -> Optional.of(SqlType.INTEGER);
            case "integer", "int" -> Optional.of(isUnsigned ? SqlType.BIGINT : SqlType.INTEGER);
            case "bigint" -> Optional.of(isUnsigned ? SqlType.decimal(20, 0) : SqlType.BIGINT);
            case "float" -> Optional.of(SqlType.REAL);
            case "double", "decimal" -> super.sqlType(column.withType(type.replaceFirst(" (unsigned|zerofill).*", "")));
            case "bit" -> type.equals("bit(1)") ? Optional.of(SqlType.BOOLEAN) : Optional.empty();
            case "tinytext", "mediumtext", "longtext", "set" -> Optional.of(SqlType.TEXT);
            case "tinyblob", "mediumblob", "longblob" -> Optional.of(SqlType.BINARY);
            case "datetime" -> Optional.of(SqlType.TIMESTAMP);
            default -> super.sqlType(column);
        };
    }
}
