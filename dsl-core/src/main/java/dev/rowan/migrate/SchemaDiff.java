package dev.rowan.migrate;

import dev.rowan.definition.Change;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.EnumDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.SchemaObject;
import dev.rowan.definition.SequenceDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.render.DdlDialect;
import dev.rowan.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes one schema of another, both in the words of the catalog, in an order in which it can be done. For one use. */
final class SchemaDiff {
    private final DdlDialect ddl;
    private final SchemaDefinition before;
    private final SchemaDefinition after;
    private final Renames renames;
    private final List<Change> changes = new ArrayList<>();

    private SchemaDiff(DdlDialect ddl, SchemaDefinition before, SchemaDefinition after, Renames renames) {
        this.ddl = ddl;
        this.before = before;
        this.after = after;
        this.renames = renames;
    }

    static List<Change> between(DdlDialect ddl, SchemaDefinition before, SchemaDefinition after, Renames renames) {
        SchemaDiff diff = new SchemaDiff(ddl, before, after, renames);
        diff.find();
        return List.copyOf(diff.changes);
    }

    private void find() {
        replaced(before.views(), after.views()).forEach(view -> changes.add(new Change.Remove(view)));
        Map<TableName, TableName> renamed = new HashMap<>(renames.tables());
        renamed.keySet().removeIf(name -> before.table(name).isEmpty());
        Renames.inOrder(renamed)
                .forEach(rename -> changes.add(new Change.RenameTable(
                        rename.getKey(), rename.getValue().name())));
        List<TableDefinition> known = before.tables().stream()
                .map(table -> table.withName(renamed.getOrDefault(table.name(), table.name())))
                .toList();
        enums();
        List<SequenceDefinition> gone = replaced(before.sequences(), after.sequences());
        known = known.stream().map(table -> withoutNumbersOf(gone, table)).toList();
        gone.forEach(sequence -> changes.add(new Change.Remove(sequence)));
        replaced(after.sequences(), before.sequences()).forEach(added -> changes.add(new Change.Create(added)));
        tables(known.stream().map(this::retargeted).toList());
        before.enums().stream()
                .filter(old -> find(after.enums(), old.name()) == null)
                .forEach(old -> changes.add(new Change.Remove(old)));
        replaced(after.views(), before.views()).forEach(view -> changes.add(new Change.Create(view)));
    }

    /** A table whose defaults no longer need sequences that go; what goes with its table or column could not be dropped after it. */
    private TableDefinition withoutNumbersOf(List<SequenceDefinition> gone, TableDefinition table) {
        TableDefinition left = table;
        for (ColumnDefinition column : table.columns()) {
            String filled = column.defaultValue();
            if (filled != null
                    && gone.stream()
                            .anyMatch(sequence -> Mentions.of(sequence.name().name(), filled))) {
                ColumnDefinition empty = column.withDefault(null);
                changes.add(new Change.Alter(table.name(), column, empty));
                left = left.withColumns(left.columns().stream()
                        .map(other -> other.equals(column) ? empty : other)
                        .toList());
            }
        }
        return left;
    }

    /** Those of one list that the other does not have as they are. */
    private static <E extends SchemaObject> List<E> replaced(List<E> these, List<E> others) {
        return these.stream().filter(object -> !others.contains(object)).toList();
    }

    private static <E extends SchemaObject> @Nullable E find(List<E> objects, TableName name) {
        return objects.stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Values that are called otherwise cannot be told from others; a migration can say so. */
    private void enums() {
        for (EnumDefinition wanted : after.enums()) {
            EnumDefinition old = find(before.enums(), wanted.name());
            if (old == null) {
                changes.add(new Change.Create(wanted));
            } else if (!old.equals(wanted)) {
                changes.add(new Change.AlterEnum(old, wanted, Map.of()));
            }
        }
    }

    /** A table whose foreign keys point at tables and columns by the names that these have afterwards. */
    private TableDefinition retargeted(TableDefinition table) {
        List<ForeignKeyDefinition> keys = table.foreignKeys().stream()
                .map(key -> {
                    TableName target = renames.tables().getOrDefault(key.target(), key.target());
                    Map<String, String> columns = target.equals(table.name()) ? Map.of() : renames.of(target);
                    return new ForeignKeyDefinition(
                            key.name(),
                            key.columns(),
                            target,
                            key.targetColumns().stream()
                                    .map(name -> columns.getOrDefault(name, name))
                                    .toList(),
                            key.onDelete(),
                            key.onUpdate(),
                            key.deferrable());
                })
                .toList();
        return table.withKeys(table.primaryKey(), table.uniqueKeys(), keys);
    }

    private void tables(List<TableDefinition> known) {
        Map<TableName, TableDefinition> old = new HashMap<>();
        known.forEach(table -> old.put(table.name(), table));
        List<TableDiff> diffs = new ArrayList<>();
        for (TableDefinition table : after.tables()) {
            TableDefinition origin = old.get(table.name());
            if (origin != null && !origin.equals(table)) {
                Map<String, String> renamed = new HashMap<>(renames.of(table.name()));
                renamed.keySet().removeIf(name -> origin.column(name).isEmpty());
                diffs.add(new TableDiff(ddl, origin, table, renamed, Map.of()));
            }
        }
        List<TableDefinition> gone = known.stream()
                .filter(table -> after.table(table.name()).isEmpty())
                .toList();
        List<TableDefinition> made = after.tables().stream()
                .filter(table -> !old.containsKey(table.name()))
                .toList();
        List<Change> detached = detached(diffs, old);
        diffs.forEach(diff -> changes.addAll(diff.referencesDropped()));
        detached.forEach(drop -> changes.add(drop));
        remove(gone);
        List<Change> awaiting = new ArrayList<>();
        CreationOrder order = CreationOrder.of(
                made.stream()
                        .map(table -> withoutAwaiting(table, diffs, awaiting))
                        .toList(),
                ddl,
                old.keySet());
        order.tables().forEach(table -> changes.add(new Change.Create(table)));
        diffs.forEach(diff -> changes.addAll(diff.changes()));
        diffs.forEach(diff -> changes.addAll(diff.referencesAdded()));
        detached.forEach(drop -> changes.add(attached((Change.Drop) drop)));
        changes.addAll(order.later());
        changes.addAll(awaiting);
    }

    /** A new table without the foreign keys that point at tables which are about to change, and may get the key for it only then. */
    private TableDefinition withoutAwaiting(TableDefinition table, List<TableDiff> diffs, List<Change> awaiting) {
        TableDefinition left = table;
        for (ForeignKeyDefinition key : table.foreignKeys()) {
            Change add = new Change.Add(table.name(), key);
            if (diffs.stream().anyMatch(diff -> diff.isOf(key.target())) && ddl.altersInPlace(add)) {
                left = left.without(key);
                awaiting.add(add);
            }
        }
        return left;
    }

    private Change attached(Change.Drop drop) {
        return new Change.Add(drop.table(), drop.part());
    }

    /** Foreign keys that stay, but point at a column that gets another type or key. */
    private List<Change> detached(List<TableDiff> diffs, Map<TableName, TableDefinition> known) {
        Set<String> dropped = new HashSet<>();
        diffs.forEach(diff -> diff.referencesDropped().forEach(drop -> dropped.add(reference((Change.Drop) drop))));
        List<Change> detached = new ArrayList<>();
        for (TableDiff diff : diffs) {
            for (TableDefinition other : after.tables()) {
                for (ForeignKeyDefinition key : other.foreignKeys()) {
                    Change.Drop drop = new Change.Drop(other.name(), key);
                    TableDefinition origin = known.get(other.name());
                    if (origin != null
                            && hasKey(origin, key.name())
                            && diff.isOf(key.target())
                            && key.targetColumns().stream().anyMatch(diff.disturbed()::contains)
                            && ddl.altersInPlace(drop)
                            && !dropped.contains(reference(drop))
                            && !detached.contains(drop)) {
                        detached.add(drop);
                    }
                }
            }
        }
        return detached;
    }

    private static String reference(Change.Drop drop) {
        return drop.table() + "." + drop.part().name();
    }

    private static boolean hasKey(TableDefinition table, String name) {
        return table.foreignKeys().stream().anyMatch(key -> key.name().equals(name));
    }

    /** Tables that go; foreign keys between them first, for they may point at each other. */
    private void remove(List<TableDefinition> gone) {
        CreationOrder order = CreationOrder.of(gone, ddl, Set.of());
        for (Change later : order.later()) {
            Change.Add add = (Change.Add) later;
            changes.add(new Change.Drop(add.table(), add.part()));
        }
        for (int i = order.tables().size() - 1; i >= 0; i--) {
            changes.add(new Change.Remove(order.tables().get(i)));
        }
    }
}
