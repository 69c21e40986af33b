package dev.rowan.definition;

import dev.rowan.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table. Its columns keep their order; keys, checks and indexes are sorted by name, for their order means nothing.
 *
 * @param primaryKey null for none
 * @param comment what is said of it, or null
 */
public record TableDefinition(
        TableName name,
        List<ColumnDefinition> columns,
        @Nullable PrimaryKeyDefinition primaryKey,
        List<UniqueDefinition> uniqueKeys,
        List<ForeignKeyDefinition> foreignKeys,
        List<CheckDefinition> checks,
        List<IndexDefinition> indexes,
        @Nullable String comment)
        implements SchemaObject {
    /** Creates a definition. */
    public TableDefinition {
        columns = List.copyOf(columns);
        uniqueKeys = sorted(uniqueKeys);
        foreignKeys = sorted(foreignKeys);
        checks = sorted(checks);
        indexes = sorted(indexes);
    }

    private static <E extends TablePart> List<E> sorted(List<E> parts) {
        return parts.stream().sorted(Comparator.comparing(TablePart::name)).toList();
    }

    /** A table of columns, without anything else. */
    public static TableDefinition of(TableName name, List<ColumnDefinition> columns) {
        return new TableDefinition(name, columns, null, List.of(), List.of(), List.of(), List.of(), null);
    }

    /** The column of a name. */
    public Optional<ColumnDefinition> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    /** All that it is made of, columns first, in an order in which they can be added. */
    public List<TablePart> parts() {
        List<TablePart> parts = new ArrayList<>(columns);
        if (primaryKey != null) {
            parts.add(primaryKey);
        }
        parts.addAll(uniqueKeys);
        parts.addAll(checks);
        parts.addAll(indexes);
        parts.addAll(foreignKeys);
        return parts;
    }

    /** The same with one more part, the last of its kind; a primary key takes the place of the one before. */
    public TableDefinition with(TablePart part) {
        if (part instanceof ColumnDefinition column) {
            return withColumns(added(columns, column));
        } else if (part instanceof PrimaryKeyDefinition key) {
            return withKeys(key, uniqueKeys, foreignKeys);
        } else if (part instanceof UniqueDefinition key) {
            return withKeys(primaryKey, added(uniqueKeys, key), foreignKeys);
        } else if (part instanceof ForeignKeyDefinition key) {
            return withKeys(primaryKey, uniqueKeys, added(foreignKeys, key));
        } else if (part instanceof CheckDefinition check) {
            return withChecks(added(checks, check));
        }
        return withIndexes(added(indexes, (IndexDefinition) part));
    }

    /** The same without a part, found by its kind and its name. */
    public TableDefinition without(TablePart part) {
        Predicate<TablePart> others = other -> !other.name().equals(part.name());
        if (part instanceof ColumnDefinition) {
            return withColumns(columns.stream().filter(others).toList());
        } else if (part instanceof PrimaryKeyDefinition) {
            return withKeys(null, uniqueKeys, foreignKeys);
        } else if (part instanceof UniqueDefinition) {
            return withKeys(primaryKey, uniqueKeys.stream().filter(others).toList(), foreignKeys);
        } else if (part instanceof ForeignKeyDefinition) {
            return withKeys(
                    primaryKey, uniqueKeys, foreignKeys.stream().filter(others).toList());
        } else if (part instanceof CheckDefinition) {
            return withChecks(checks.stream().filter(others).toList());
        }
        return withIndexes(indexes.stream().filter(others).toList());
    }

    private static <E> List<E> added(List<E> list, E last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }

    /** The same under another name. */
    public TableDefinition withName(TableName newName) {
        return new TableDefinition(newName, columns, primaryKey, uniqueKeys, foreignKeys, checks, indexes, comment);
    }

    /** The same with other columns. */
    public TableDefinition withColumns(List<ColumnDefinition> newColumns) {
        return new TableDefinition(name, newColumns, primaryKey, uniqueKeys, foreignKeys, checks, indexes, comment);
    }

    /** The same with other keys. */
    public TableDefinition withKeys(
            @Nullable PrimaryKeyDefinition newPrimaryKey,
            List<UniqueDefinition> newUniqueKeys,
            List<ForeignKeyDefinition> newForeignKeys) {
        return new TableDefinition(
                name, columns, newPrimaryKey, newUniqueKeys, newForeignKeys, checks, indexes, comment);
    }

    /** The same with other checks. */
    public TableDefinition withChecks(List<CheckDefinition> newChecks) {
        return new TableDefinition(name, columns, primaryKey, uniqueKeys, foreignKeys, newChecks, indexes, comment);
    }

    /** The same with other indexes. */
    public TableDefinition withIndexes(List<IndexDefinition> newIndexes) {
        return new TableDefinition(name, columns, primaryKey, uniqueKeys, foreignKeys, checks, newIndexes, comment);
    }

    /** The same of which something else is said; null for nothing. */
    public TableDefinition withComment(@Nullable String newComment) {
        return new TableDefinition(name, columns, primaryKey, uniqueKeys, foreignKeys, checks, indexes, newComment);
    }

    @Override
    public TableDefinition in(String schema) {
        List<ForeignKeyDefinition> keys =
                foreignKeys.stream().map(key -> key.in(schema)).toList();
        return withName(name.orIn(schema)).withKeys(primaryKey, uniqueKeys, keys);
    }
}
