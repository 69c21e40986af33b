package dev.rowan.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a table declares beside its columns, and what its columns declare of the kind. For one table. */
final class Constraints<R> {
    private final Table<R> table;
    private List<UniqueKey<R>> uniqueKeys = List.of();
    private List<Index<R>> indexes = List.of();
    private List<TableCheck> checks = List.of();
    private List<Supplier<Reference>> references = List.of(); // of several columns

    Constraints(Table<R> table) {
        this.table = table;
    }

    UniqueKey<R> add(UniqueKey<R> key) {
        table.requireOpen("key", key);
        uniqueKeys = with(uniqueKeys, key);
        return key;
    }

    Index<R> add(Index<R> index) {
        table.requireOpen("index", index);
        indexes = with(indexes, index);
        return index;
    }

    TableCheck add(TableCheck check) {
        table.requireOpen("check", check.name());
        checks = with(checks, check);
        return check;
    }

    void add(String name, Supplier<Reference> reference) {
        table.requireOpen("foreign key", name);
        references = with(references, reference);
    }

    /** Most tables that a query makes declare nothing, and shall hold no lists. */
    static <T> List<T> with(List<T> list, T added) {
        List<T> longer = new ArrayList<>(list);
        longer.add(added);
        return List.copyOf(longer);
    }

    /** Those that are declared as such, and those of columns that say {@code unique()}. */
    List<UniqueKey<R>> uniqueKeys() {
        List<UniqueKey<R>> all = new ArrayList<>();
        for (Column<R, ?> column : table.columns()) {
            List<Column<R, ?>> alone = List.of(column);
            if (column.isUnique()
                    && uniqueKeys.stream().noneMatch(key -> key.columns().equals(alone))) {
                all.add(new UniqueKey<>(table, ConstraintNames.of(table, alone, "key"), alone));
            }
        }
        all.addAll(uniqueKeys);
        return all;
    }

    /** Those of columns that say {@code references(…)}, and those of several columns. */
    List<Reference> references() {
        List<Reference> all = new ArrayList<>();
        for (Column<R, ?> column : table.columns()) {
            column.references()
                    .ifPresent(target -> all.add(new Reference(
                            column.foreignKeyName(), List.of(column), List.of(target), column.referenceRules())));
        }
        references.forEach(reference -> all.add(reference.get()));
        return all;
    }

    List<Index<R>> indexes() {
        return indexes;
    }

    List<TableCheck> checks() {
        return checks;
    }
}
