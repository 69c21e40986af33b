package dev.rowan.migrate;

import dev.rowan.definition.CheckDefinition;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.TablePart;
import dev.rowan.definition.UniqueDefinition;
import dev.rowan.error.MigrationException;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Identifier;
import dev.rowan.render.DdlDialect;
import dev.rowan.schema.ReferenceRules;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table that a migration creates or alters. Valid within the function that it was handed to. */
public final class TableEditor {
    private final DdlDialect ddl;
    private final Map<String, ColumnEditor<?>> edited = new LinkedHashMap<>();
    private final List<IndexEditor> indexes = new ArrayList<>();
    private final Map<String, String> renamed = new LinkedHashMap<>();
    private TableDefinition table;
    private boolean rebuild;

    TableEditor(DdlDialect ddl, TableDefinition table) {
        this.ddl = ddl;
        this.table = table;
    }

    /** Adds a column: {@code t.add("discount_code", SqlType.varchar(40)).notNull().defaultValue("")}. */
    public <T> ColumnEditor<T> add(String column, SqlType<T> type) {
        return edit(column, type, ColumnDefinition.of(column, ddl.typeName(type)), true);
    }

    /**
     * Adds a column of an enum that {@link Schema#createEnum} has made.
     *
     * @throws dev.rowan.error.UnsupportedFeatureException if the database has none
     */
    public ColumnEditor<String> addEnum(String column, String enumName) {
        String type = ddl.quoted(enumName);
        return edit(column, SqlType.TEXT, ColumnDefinition.of(column, type), true);
    }

    /** Alters a column, which becomes of a type: {@code t.alter("price", SqlType.BIGINT)}; what else is not said stays as it is. */
    public <T> ColumnEditor<T> alter(String column, SqlType<T> type) {
        return edit(column, type, known(column).withType(ddl.typeName(type)), false);
    }

    /** Alters a column without its type: {@code t.alter("price").notNull()}. */
    public ColumnEditor<String> alter(String column) {
        return edit(column, SqlType.TEXT, known(column), false);
    }

    private <T> ColumnEditor<T> edit(String name, SqlType<T> type, ColumnDefinition column, boolean added) {
        if (edited.containsKey(name) || (added && table.column(name).isPresent())) {
            throw new MigrationException("expected each column of " + table.name() + " once, got " + name + " twice");
        }
        ColumnEditor<T> editor = new ColumnEditor<>(ddl, type, column);
        edited.put(name, editor);
        return editor;
    }

    private ColumnDefinition known(String column) {
        return table.column(column)
                .orElseThrow(() -> new MigrationException("expected a column of " + table.name() + ", got " + column
                        + "; it has "
                        + table.columns().stream().map(ColumnDefinition::name).toList()));
    }

    /** A column in a condition or an expression: {@code t.check("orders_total_check", number(t.column("total", SqlType.INTEGER)).ge(0))}. */
    public <T> Expression<@Nullable T> column(String name, SqlType<T> type) {
        return new Mentioned(table.name()).of(name, type);
    }

    /** A table of columns that are mentioned. */
    private static final class Mentioned extends Table<Object> {
        Mentioned(TableName name) {
            super(name, Object.class, Mentioned::new);
        }

        <T> Expression<@Nullable T> of(String name, SqlType<T> type) {
            return column(name, type);
        }
    }

    /** Renames a column; what is made of it follows. */
    public void rename(String column, String to) {
        if (edited.containsKey(column)) {
            throw new MigrationException("expected a column of " + table.name()
                    + " to be renamed before it is altered, got " + column + " altered already; call rename first");
        }
        ColumnDefinition known = known(column);
        table = table.withColumns(table.columns().stream()
                .map(other -> other.equals(known) ? known.withName(to) : other)
                .toList());
        String origin = renamed.entrySet().stream()
                .filter(rename -> rename.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(column); // what it was called before all that
        renamed.put(origin, to);
        keysFollow(column, to);
    }

    private void keysFollow(String column, String to) {
        PrimaryKeyDefinition key = table.primaryKey();
        table = table.withKeys(
                        key == null ? null : new PrimaryKeyDefinition(key.name(), renamed(key.columns(), column, to)),
                        table.uniqueKeys().stream()
                                .map(unique ->
                                        new UniqueDefinition(unique.name(), renamed(unique.columns(), column, to)))
                                .toList(),
                        table.foreignKeys().stream()
                                .map(foreign -> renamed(foreign, column, to))
                                .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> renamed(index, column, to))
                        .toList())
                .withChecks(table.checks().stream()
                        .map(check -> new CheckDefinition(check.name(), ddl.renamed(check.condition(), column, to)))
                        .toList())
                .withColumns(table.columns().stream()
                        .map(other -> other.computed() == null
                                ? other
                                : other.withComputed(ddl.renamed(other.computed(), column, to)))
                        .toList());
    }

    private static List<String> renamed(List<String> columns, String column, String to) {
        return columns.stream().map(name -> name.equals(column) ? to : name).toList();
    }

    private ForeignKeyDefinition renamed(ForeignKeyDefinition key, String column, String to) {
        return new ForeignKeyDefinition(
                key.name(),
                renamed(key.columns(), column, to),
                key.target(),
                key.target().equals(table.name()) ? renamed(key.targetColumns(), column, to) : key.targetColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.deferrable());
    }

    private IndexDefinition renamed(IndexDefinition index, String column, String to) {
        return new IndexDefinition(
                index.name(),
                index.unique(),
                index.keys().stream()
                        .map(key -> key.isColumn() && key.text().equals(column)
                                ? new IndexDefinition.Key(to, true, key.descending())
                                : key.isColumn()
                                        ? key
                                        : new IndexDefinition.Key(
                                                ddl.renamed(key.text(), column, to), false, key.descending()))
                        .toList(),
                index.where() == null ? null : ddl.renamed(index.where(), column, to));
    }

    /** Drops a column with its values, and the indexes and foreign keys of it alone. */
    public void drop(String column) {
        ColumnDefinition known = known(column);
        for (TablePart part : table.parts()) {
            if (isOf(part, column)) {
                table = table.without(part);
            }
        }
        table = table.without(known);
    }

    private static boolean isOf(TablePart part, String column) {
        List<String> alone = List.of(column);
        return (part instanceof IndexDefinition index
                        && index.columns().equals(alone)
                        && index.keys().size() == 1)
                || (part instanceof ForeignKeyDefinition key && key.columns().equals(alone));
    }

    /** The columns of the primary key, in place of those before. */
    public void primaryKey(String first, String... rest) {
        String name = (table.name().name() + "_pkey");
        table = table.with(new PrimaryKeyDefinition(name, listed(first, rest)));
    }

    /** Drops the primary key; its columns stay. */
    public void dropPrimaryKey() {
        table = table.withKeys(null, table.uniqueKeys(), table.foreignKeys());
    }

    /** Adds a constraint by which no two rows share the values of columns. */
    public void unique(String constraint, String first, String... rest) {
        table = table.with(new UniqueDefinition(constraint, listed(first, rest)));
    }

    /** Adds a condition that each row keeps: {@code t.check("orders_total_check", text(t.column("note", SqlType.TEXT)).ne(""))}. */
    public void check(String constraint, Condition condition) {
        table = table.with(new CheckDefinition(constraint, ddl.conditionText(condition)));
    }

    /** Adds a foreign key of one column: {@code t.foreignKey("orders_user_id_fkey", "user_id", "users", "id", ReferenceRules.DEFAULT)}. */
    public void foreignKey(String constraint, String column, String target, String targetColumn, ReferenceRules rules) {
        foreignKey(constraint, List.of(column), target, List.of(targetColumn), rules);
    }

    /** Adds a foreign key of several columns. */
    public void foreignKey(
            String constraint, List<String> columns, String target, List<String> targetColumns, ReferenceRules rules) {
        table = table.with(new ForeignKeyDefinition(
                constraint,
                columns,
                TableName.of(target),
                targetColumns,
                rules.onDelete(),
                rules.onUpdate(),
                rules.deferrable()));
    }

    /** Drops a unique key, a foreign key or a check. */
    public void dropConstraint(String constraint) {
        remove(
                constraint,
                table.parts().stream()
                        .filter(part -> part instanceof UniqueDefinition
                                || part instanceof ForeignKeyDefinition
                                || part instanceof CheckDefinition));
    }

    /** Adds an index of columns, or, without any, of what its editor is told. */
    public IndexEditor index(String index, String... columns) {
        IndexEditor editor = new IndexEditor(ddl, index, List.of(columns));
        indexes.add(editor);
        return editor;
    }

    /** Drops an index. */
    public void dropIndex(String index) {
        remove(index, table.indexes().stream());
    }

    private void remove(String name, Stream<? extends TablePart> among) {
        List<? extends TablePart> all = among.toList();
        TablePart found = all.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MigrationException("expected the name of what " + table.name() + " has, got "
                        + name + "; it has " + all.stream().map(TablePart::name).toList()));
        table = table.without(found);
    }

    /** What is said of the table, to people; null for nothing. */
    public void comment(@Nullable String text) {
        table = table.withComment(text);
    }

    /**
     * Allows the table to be made anew, with its rows, where the database cannot alter it: SQLite, which alters little. What points at it
     * stays.
     */
    public void rebuild() {
        rebuild = true;
    }

    private static List<String> listed(String first, String... rest) {
        return Stream.concat(Stream.of(first), Stream.of(rest)).toList();
    }

    boolean mayRebuild() {
        return rebuild;
    }

    Map<String, String> renames() {
        return renamed;
    }

    Map<String, String> places() {
        Map<String, String> places = new HashMap<>();
        edited.forEach((name, editor) -> {
            if (editor.place() != null) {
                places.put(name, editor.place());
            }
        });
        return places;
    }

    /** What the table becomes. */
    TableDefinition result() {
        Identifier.of(table.name().name());
        TableDefinition result = table;
        for (Map.Entry<String, ColumnEditor<?>> entry : edited.entrySet()) {
            ColumnDefinition column = entry.getValue().column();
            result = result.column(entry.getKey()).isEmpty()
                    ? result.with(column)
                    : result.withColumns(result.columns().stream()
                            .map(other -> other.name().equals(column.name()) ? column : other)
                            .toList());
        }
        for (IndexEditor index : indexes) {
            result = result.with(index.index());
        }
        return result;
    }
}
