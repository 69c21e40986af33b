package dev.rowan.dialect.h2;

import dev.rowan.definition.Change;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.TablePart;
import dev.rowan.render.Catalog;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Dialect;
import dev.rowan.render.Support;
import dev.rowan.schema.ConstraintNames;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How H2 defines what it holds. */
final class H2Ddl extends DdlDialect {
    H2Ddl(Dialect dialect) {
        super(dialect);
    }

    @Override
    public Support support(DdlFeature feature) {
        return switch (feature) {
            case PARTIAL_INDEX, EXPRESSION_INDEX, ENUM_TYPE, DEFERRABLE, TRANSACTIONAL_DDL -> Support.REFUSED;
            default -> Support.NATIVE;
        };
    }

    @Override
    public boolean indexesForeignKeys() {
        return true;
    }

    @Override
    public boolean lock(Connection connection, Duration wait) throws SQLException {
        return H2SchemaLock.lock(connection, wait);
    }

    @Override
    public void unlock(Connection connection) throws SQLException {
        H2SchemaLock.unlock(connection);
    }

    @Override
    public Catalog catalog() {
        return new H2Catalog(this);
    }

    /** A key is named where its name is not the one that Rowan would give it. */
    @Override
    protected String primaryKey(TableDefinition table, PrimaryKeyDefinition key) {
        return key.name().equals(ConstraintNames.ofPrimaryKey(table.name()).name())
                ? super.primaryKey(table, key)
                : constraint(key);
    }

    /** Arrays cannot hold large objects. */
    @Override
    protected String elementName(SqlType<?> element) {
        return switch (element.kind()) {
            case TEXT -> "varchar";
            case BINARY -> "varbinary";
            default -> super.elementName(element);
        };
    }

    @Override
    protected String computed(String expression) {
        return " generated always as (" + expression + ")";
    }

    @Override
    protected List<String> addColumn(TableName table, ColumnDefinition column, @Nullable String after) {
        List<String> statements = super.addColumn(table, column, after);
        if (after == null) {
            return statements;
        }
        List<String> placed = new ArrayList<>(statements);
        placed.set(0, statements.get(0) + " after " + quoted(after));
        return placed;
    }

    @Override
    protected String drop(TableName table, TablePart part) {
        return part instanceof PrimaryKeyDefinition ? alterTable(table) + "drop primary key" : super.drop(table, part);
    }

    @Override
    protected String renameColumn(Change.RenameColumn rename) {
        return alterTable(rename.table()) + "alter column " + quoted(rename.column()) + " rename to "
                + quoted(rename.to());
    }

    /** Only a whole definition makes a column count up, which begins at one whatever the rows hold. */
    @Override
    protected List<String> alter(TableName table, ColumnDefinition before, ColumnDefinition after) {
        if (before.identity() || !after.identity()) {
            return super.alter(table, before, after);
        }
        List<String> statements = new ArrayList<>(super.alter(table, before, after.withIdentity(false)));
        statements.add(alterTable(table) + "alter column " + quoted(after.name()) + " " + typeName(after)
                + identity(table, after));
        statements.add(
                alterTable(table) + "alter column " + quoted(after.name()) + " restart with (select coalesce(max("
                        + quoted(after.name()) + "), 0) + 1 from " + quoted(table) + ")");
        return statements;
    }

    @Override
    public Optional<SqlType<?>> sqlType(ColumnDefinition column) {
        String type = column.type().toLowerCase(Locale.ROOT);
        if (type.startsWith("varchar_ignorecase")) {
            return super.sqlType(column.withType(type.replace("_ignorecase", "")));
        }
        return switch (type.replaceFirst("\\(.*", "")) {
            case "tinyint" -> Optional.of(SqlType.SMALLINT);
            case "float" -> Optional.of(SqlType.DOUBLE);
            default -> super.sqlType(column);
        };
    }
}
