package dev.rowan.migrate;

import dev.rowan.definition.Change;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.render.DdlDialect;
import dev.rowan.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An order in which tables can be created: those that others point at first. Where tables point at each other, a foreign key comes later.
 *
 * @param tables in order, some without a foreign key
 * @param later the foreign keys that come when all tables are there
 */
record CreationOrder(List<TableDefinition> tables, List<Change> later) {

    /**
     * Finds the order; the same for the same tables.
     *
     * @param existing the tables that are there
     */
    static CreationOrder of(List<TableDefinition> tables, DdlDialect ddl, Set<TableName> existing) {
        Map<TableName, TableDefinition> left = new LinkedHashMap<>();
        tables.stream()
                .sorted(Comparator.comparing(table -> table.name().toString()))
                .forEach(table -> left.put(table.name(), table));
        Set<TableName> made = new HashSet<>(existing);
        List<TableDefinition> order = new ArrayList<>();
        List<Change> later = new ArrayList<>();
        while (!left.isEmpty()) {
            TableDefinition next = left.values().stream()
                    .filter(table -> awaited(table, left, made).isEmpty())
                    .findFirst()
                    .orElseGet(() -> fewestAwaited(left, made));
            left.remove(next.name());
            made.add(next.name());
            TableDefinition complete = next;
            for (ForeignKeyDefinition key : complete.foreignKeys()) {
                Change add = new Change.Add(next.name(), key);
                if (!made.contains(key.target()) && left.containsKey(key.target()) && ddl.altersInPlace(add)) {
                    next = next.without(key);
                    later.add(add);
                }
            }
            order.add(next);
        }
        return new CreationOrder(order, later);
    }

    private static TableDefinition fewestAwaited(Map<TableName, TableDefinition> left, Set<TableName> made) {
        return left.values().stream()
                .min(Comparator.comparing(table -> awaited(table, left, made).size()))
                .orElseThrow();
    }

    private static Set<TableName> awaited(
            TableDefinition table, Map<TableName, TableDefinition> left, Set<TableName> made) {
        Set<TableName> awaited = new HashSet<>();
        for (ForeignKeyDefinition key : table.foreignKeys()) {
            if (!key.target().equals(table.name()) && !made.contains(key.target()) && left.containsKey(key.target())) {
                awaited.add(key.target());
            }
        }
        return awaited;
    }
}
