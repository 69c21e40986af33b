package dev.rowan.dialect.sqlite;

import dev.rowan.definition.Change;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.TablePart;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Identifier;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.DdlRenderer;
import dev.rowan.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables that hold their columns to their types, which SQLite by itself does not; and that are made anew where they cannot be altered. */
final class SqliteDdlRenderer extends DdlRenderer {
    private static final Set<String> STRICT = Set.of("int", "integer", "real", "text", "blob", "any");

    SqliteDdlRenderer(DdlDialect dialect, @Nullable Identifier schema) {
        super(dialect, schema);
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
    protected String column(ColumnDefinition column) {
        String text = super.column(column);
        String range = range(column.type(), quoted(column.name()));
        return range == null
                ? text
                : text + " constraint \"" + SqliteDdl.RANGE + column.type() + "\" check (" + range + ")";
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
    protected String identity() {
        return " primary key autoincrement";
    }

    @Override
    protected String primaryKey(TableDefinition table, PrimaryKeyDefinition key) {
        if (table.columns().stream().noneMatch(ColumnDefinition::identity)) {
            return super.primaryKey(table, key);
        } else if (key.columns().size() > 1) {
            throw new UnsupportedFeatureException(
                    "identity in a primary key of several columns (" + table.name() + ")",
                    words().toString(),
                    "make the identity the primary key, and the others unique");
        }
        return "";
    }

    @Override
    public List<String> statements(Change change) {
        if (change instanceof Change.Alter
                || (change instanceof Change.Add add && !isNative(add.part()))
                || (change instanceof Change.Drop drop && !isNative(drop.part()))) {
            throw words().refusal(DdlFeature.ALTER_TABLE);
        } else if (change instanceof Change.Empty empty) {
            return List.of("delete from " + quoted(empty.table()));
        }
        return super.statements(change);
    }

    private static boolean isNative(TablePart part) {
        return part instanceof ColumnDefinition || part instanceof IndexDefinition;
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
            statements.add("insert into " + quoted(made) + " (" + words().quoted(kept) + ") select "
                    + kept.stream()
                            .map(name -> quoted(rebuild.columns().getOrDefault(name, name)))
                            .collect(Collectors.joining(", "))
                    + " from " + quoted(old));
        }
        statements.add("drop table " + quoted(old));
        statements.add(alterTable(made) + "rename to " + quoted(after.name().name()));
        for (TablePart index : after.indexes()) {
            statements.addAll(statements(new Change.Add(after.name(), index)));
        }
        return statements;
    }
}
