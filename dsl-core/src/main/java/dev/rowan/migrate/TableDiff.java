package dev.rowan.migrate;

import dev.rowan.definition.Change;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.TablePart;
import dev.rowan.definition.UniqueDefinition;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.render.DdlDialect;
import dev.rowan.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What makes one table of another, both in the words of the catalog. What depends on a column that changes is taken away before and put
 * back after. For one use.
 */
final class TableDiff {
    private final DdlDialect ddl;
    private final TableDefinition before;
    private final TableDefinition after;
    private final Map<String, String> renamed; // old names to new ones
    private final Map<String, String> places;
    private final TableName table;
    private final Set<String> disturbed = new HashSet<>(); // old names of columns on which nothing may depend meanwhile
    private final List<Change> referencesDropped = new ArrayList<>();
    private final Set<String> unkeyed = new HashSet<>(); // old names of columns at which nothing can point meanwhile
    private final List<Change> drops = new ArrayList<>();
    private final List<Change> columnDrops = new ArrayList<>();
    private final List<Change> columnChanges = new ArrayList<>();
    private final List<Change> additions = new ArrayList<>();
    private final List<Change> referencesAdded = new ArrayList<>();

    /**
     * Finds the difference.
     *
     * @param before under the name of {@code after}, and with targets as they are called afterwards
     * @param places the column that a new one follows
     */
    TableDiff(
            DdlDialect ddl,
            TableDefinition before,
            TableDefinition after,
            Map<String, String> renamed,
            Map<String, String> places) {
        this.ddl = ddl;
        this.before = before;
        this.after = after;
        this.renamed = renamed;
        this.places = places;
        this.table = after.name();
        findDisturbed();
        columns();
        primaryKey();
        unique();
        checks();
        indexes();
        references();
        if (!Objects.equals(before.comment(), after.comment())) {
            additions.add(new Change.Comment(table, before.comment(), after.comment()));
        }
        if (!inPlace()) {
            rebuild();
        }
    }

    boolean isOf(TableName name) {
        return table.equals(name);
    }

    /** Names of columns that get another type or key, so that other tables must not point at them meanwhile. */
    Set<String> disturbed() {
        Set<String> names = new HashSet<>();
        disturbed.forEach(name -> names.add(now(name)));
        unkeyed.forEach(name -> names.add(now(name)));
        return names;
    }

    /** Foreign keys that must go before anything else. */
    List<Change> referencesDropped() {
        return referencesDropped;
    }

    /** What changes the table itself, in order. */
    List<Change> changes() {
        List<Change> all = new ArrayList<>(drops);
        columnDrops.stream().filter(TableDiff::isComputed).forEach(all::add);
        columnDrops.stream().filter(drop -> !isComputed(drop)).forEach(all::add);
        all.addAll(columnChanges);
        all.addAll(additions);
        return all;
    }

    /** What is computed goes before what it is computed of. */
    private static boolean isComputed(Change change) {
        return change instanceof Change.Drop drop
                && drop.part() instanceof ColumnDefinition column
                && column.computed() != null;
    }

    /** Foreign keys that come when all tables are there. */
    List<Change> referencesAdded() {
        return referencesAdded;
    }

    private boolean inPlace() {
        return changes().stream().allMatch(ddl::altersInPlace)
                && referencesDropped.stream().allMatch(ddl::altersInPlace)
                && referencesAdded.stream().allMatch(ddl::altersInPlace);
    }

    private void rebuild() {
        Map<String, String> origins = new HashMap<>();
        for (ColumnDefinition column : before.columns()) {
            String now = now(column.name());
            if (after.column(now).isPresent()) {
                origins.put(now, column.name());
            }
        }
        List.of(referencesDropped, drops, columnDrops, columnChanges, additions, referencesAdded)
                .forEach(List::clear);
        additions.add(new Change.Rebuild(before, after, origins));
    }

    private String now(String column) {
        return renamed.getOrDefault(column, column);
    }

    private List<String> now(List<String> columns) {
        return columns.stream().map(this::now).toList();
    }

    private @Nullable ColumnDefinition origin(ColumnDefinition column) {
        return before.columns().stream()
                .filter(old -> now(old.name()).equals(column.name()))
                .findFirst()
                .orElse(null);
    }

    private void findDisturbed() {
        for (ColumnDefinition column : after.columns()) {
            ColumnDefinition old = origin(column);
            if (old != null && (!old.type().equals(column.type()) || countsOtherwise(old, column))) {
                disturbed.add(old.name());
            }
        }
    }

    /** Where an identity is part of what its key is, nothing may point at the column while it comes or goes. */
    private boolean countsOtherwise(ColumnDefinition old, ColumnDefinition column) {
        return ddl.identityNeedsKey() && old.identity() != column.identity();
    }

    /** Whether a text mentions a column that is renamed, retyped or gone. */
    private boolean isDisturbed(@Nullable String text) {
        return text != null
                && before.columns().stream()
                        .map(ColumnDefinition::name)
                        .filter(name -> disturbed.contains(name)
                                || renamed.containsKey(name)
                                || after.column(now(name)).isEmpty())
                        .anyMatch(name -> Mentions.of(name, text));
    }

    private void columns() {
        for (ColumnDefinition old : before.columns()) {
            ColumnDefinition kept = after.column(now(old.name())).orElse(null);
            if (kept == null || isComputedAnew(old, kept)) {
                columnDrops.add(new Change.Drop(table, old));
            }
        }
        Renames.inOrder(renamed)
                .forEach(rename ->
                        columnChanges.add(new Change.RenameColumn(table, rename.getKey(), rename.getValue())));
        for (ColumnDefinition column : after.columns()) {
            ColumnDefinition old = origin(column);
            if (old == null || isComputedAnew(old, column)) {
                columnChanges.add(new Change.Add(table, column, places.get(column.name())));
            } else if (!old.withName(column.name()).equals(column)) {
                alter(old.withName(column.name()), column);
            }
        }
    }

    /** An identity must have its key where the database wants it so. */
    private void alter(ColumnDefinition old, ColumnDefinition column) {
        if (ddl.identityNeedsKey() && column.identity() && !old.identity()) {
            additions.add(new Change.Alter(table, old, column));
        } else {
            columnChanges.add(new Change.Alter(table, old, column));
        }
    }

    private boolean isComputedAnew(ColumnDefinition old, ColumnDefinition column) {
        return !Objects.equals(old.computed(), column.computed())
                || (old.computed() != null
                        && (isDisturbed(old.computed()) || !old.type().equals(column.type())));
    }

    private void primaryKey() {
        PrimaryKeyDefinition old = before.primaryKey();
        PrimaryKeyDefinition key = after.primaryKey();
        if (old != null && key != null && now(old.columns()).equals(key.columns())) {
            return; // whatever they are called
        }
        if (old != null) {
            withoutIdentity();
            drops.add(new Change.Drop(table, old));
            unkeyed.addAll(old.columns());
        }
        if (key != null && !comesWithIdentity(key)) {
            additions.add(0, new Change.Add(table, key));
        }
    }

    /** Whether the key comes with a new column that the database counts up, which may not be without. */
    private boolean comesWithIdentity(PrimaryKeyDefinition key) {
        if (!ddl.identityNeedsKey()) {
            return false;
        }
        for (ColumnDefinition column : after.columns()) {
            if (column.identity() && origin(column) == null) {
                if (!key.columns().equals(List.of(column.name()))) {
                    throw new UnsupportedFeatureException(
                            "new identity in a primary key of several columns (" + table + "." + column.name() + ")",
                            ddl.toString(),
                            "make it the primary key alone, or write a migration");
                }
                return true;
            }
        }
        return false;
    }

    /** Takes the identity from columns that keep it, while there is no key, and puts it back. */
    private void withoutIdentity() {
        if (!ddl.identityNeedsKey()) {
            return;
        }
        for (ColumnDefinition old : before.columns()) {
            ColumnDefinition kept = after.column(now(old.name())).orElse(null);
            if (old.identity()) {
                drops.add(new Change.Alter(table, old, old.withIdentity(false)));
                if (kept != null && kept.identity()) {
                    additions.add(new Change.Alter(table, kept.withIdentity(false), kept));
                }
            }
        }
    }

    private void unique() {
        compare(
                before.uniqueKeys(),
                after.uniqueKeys(),
                key -> new UniqueDefinition(key.name(), now(key.columns())),
                key -> false);
    }

    private void checks() {
        compare(before.checks(), after.checks(), check -> check, check -> isDisturbed(check.condition()));
    }

    private void indexes() {
        compare(
                before.indexes(),
                after.indexes(),
                this::now,
                index -> isDisturbed(index.where())
                        || index.keys().stream().anyMatch(key -> !key.isColumn() && isDisturbed(key.text())));
    }

    private IndexDefinition now(IndexDefinition index) {
        return new IndexDefinition(
                index.name(),
                index.unique(),
                index.keys().stream()
                        .map(key ->
                                key.isColumn() ? new IndexDefinition.Key(now(key.text()), true, key.descending()) : key)
                        .toList(),
                index.where());
    }

    private <E extends TablePart> void compare(
            List<E> old,
            List<E> wanted,
            java.util.function.UnaryOperator<E> renaming,
            java.util.function.Predicate<E> disturbing) {
        for (E part : old) {
            if (disturbing.test(part) || !wanted.contains(renaming.apply(part))) {
                drops.add(0, new Change.Drop(table, part));
                unkey(part);
            }
        }
        for (E part : wanted) {
            boolean kept = old.stream()
                    .anyMatch(other ->
                            !disturbing.test(other) && renaming.apply(other).equals(part));
            if (!kept) {
                additions.add(new Change.Add(table, part));
            }
        }
    }

    private void unkey(TablePart part) {
        if (part instanceof UniqueDefinition key) {
            unkeyed.addAll(key.columns());
        } else if (part instanceof IndexDefinition index && (index.unique() || ddl.indexesForeignKeys())) {
            unkeyed.addAll(index.columns());
        }
    }

    private void references() {
        for (ForeignKeyDefinition old : before.foreignKeys()) {
            if (!isKept(old)) {
                referencesDropped.add(new Change.Drop(table, old));
            }
        }
        for (ForeignKeyDefinition key : after.foreignKeys()) {
            boolean kept = before.foreignKeys().stream().anyMatch(old -> isKept(old) && now(old).equals(key));
            if (!kept) {
                referencesAdded.add(new Change.Add(table, key));
            }
        }
    }

    private boolean isKept(ForeignKeyDefinition old) {
        boolean standsOnIndex =
                ddl.indexesForeignKeys() && old.columns().stream().anyMatch(unkeyed::contains);
        boolean pointsAtDisturbed = old.target().equals(table)
                && old.targetColumns().stream().anyMatch(name -> disturbed.contains(name) || unkeyed.contains(name));
        return !standsOnIndex
                && !pointsAtDisturbed
                && old.columns().stream().noneMatch(disturbed::contains)
                && after.foreignKeys().contains(now(old));
    }

    private ForeignKeyDefinition now(ForeignKeyDefinition key) {
        List<String> targets = key.target().equals(table) ? now(key.targetColumns()) : key.targetColumns();
        return new ForeignKeyDefinition(
                key.name(),
                now(key.columns()),
                key.target(),
                targets,
                key.onDelete(),
                key.onUpdate(),
                key.deferrable());
    }
}
