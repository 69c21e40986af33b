package dev.rowan.migrate;

import dev.rowan.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was called otherwise before: the difference of two schemas shows a name that is gone and one that is new, and cannot know that they
 * are the same. Immutable.
 *
 * <pre>{@code Renames.NONE.table("purchases", "orders").column("orders", "total", "total_in_cents")}</pre>
 *
 * @param tables the new name of a table, by its old one
 * @param columns the new names of columns by their old ones, by the new name of their table
 */
public record Renames(Map<TableName, TableName> tables, Map<TableName, Map<String, String>> columns) {
    /** Nothing was called otherwise. */
    public static final Renames NONE = new Renames(Map.of(), Map.of());

    /** Creates renames. */
    public Renames {
        tables = Map.copyOf(tables);
        columns = Map.copyOf(columns);
    }

    /** One more table that has another name now. */
    public Renames table(String before, String after) {
        Map<TableName, TableName> more = new HashMap<>(tables);
        more.put(TableName.of(before), TableName.of(after));
        return new Renames(more, columns);
    }

    /**
     * One more column that has another name now.
     *
     * @param table the table's new name, if that has changed too
     */
    public Renames column(String table, String before, String after) {
        Map<TableName, Map<String, String>> more = new HashMap<>(columns);
        Map<String, String> names = new HashMap<>(more.getOrDefault(TableName.of(table), Map.of()));
        names.put(before, after);
        more.put(TableName.of(table), Map.copyOf(names));
        return new Renames(tables, more);
    }

    /**
     * In an order in which each new name is free when it is given.
     *
     * @throws IllegalArgumentException if there is none
     */
    static <N> List<Map.Entry<N, N>> inOrder(Map<N, N> renamed) {
        List<Map.Entry<N, N>> left = new ArrayList<>(renamed.entrySet());
        left.sort(Comparator.comparing(rename -> String.valueOf(rename.getKey())));
        List<Map.Entry<N, N>> order = new ArrayList<>();
        while (!left.isEmpty()) {
            Map.Entry<N, N> next = left.stream()
                    .filter(rename ->
                            left.stream().noneMatch(other -> other.getKey().equals(rename.getValue())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("expected new names that are free, got a circle of "
                            + left + "; give one of them another name first"));
            left.remove(next);
            order.add(next);
        }
        return order;
    }

    /** The new names of a table's columns by their old ones. */
    Map<String, String> of(TableName table) {
        return columns.getOrDefault(table, Map.of());
    }
}
