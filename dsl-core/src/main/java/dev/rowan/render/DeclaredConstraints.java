package dev.rowan.render;

import dev.rowan.schema.Column;
import dev.rowan.schema.Index;
import dev.rowan.schema.Reference;
import dev.rowan.schema.Rule;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableCheck;
import dev.rowan.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The constraints that a table declares, each as the violation of it. Immutable. */
public final class DeclaredConstraints {
    private final @Nullable String table;
    private final @Nullable Violation primaryKey;
    private final List<Violation> uniqueKeys;
    private final List<Violation> foreignKeys;
    private final List<Violation> notNull;
    private final List<Violation> checks;

    private DeclaredConstraints(
            @Nullable String table,
            @Nullable Violation primaryKey,
            List<Violation> uniqueKeys,
            List<Violation> foreignKeys,
            List<Violation> notNull,
            List<Violation> checks) {
        this.table = table;
        this.primaryKey = primaryKey;
        this.uniqueKeys = List.copyOf(uniqueKeys);
        this.foreignKeys = List.copyOf(foreignKeys);
        this.notNull = List.copyOf(notNull);
        this.checks = List.copyOf(checks);
    }

    /** Those of a table; none of null. */
    public static DeclaredConstraints of(@Nullable Table<?> table) {
        return table == null
                ? new DeclaredConstraints(null, null, List.of(), List.of(), List.of(), List.of())
                : ofTable(table);
    }

    private static DeclaredConstraints ofTable(Table<?> table) {
        List<Violation> uniqueKeys = new ArrayList<>();
        for (UniqueKey<?> key : table.uniqueKeys()) {
            uniqueKeys.add(new Violation(key.name().name(), names(key.columns())));
        }
        List<Violation> foreignKeys = new ArrayList<>();
        List<Violation> notNull = new ArrayList<>();
        List<Violation> checks = new ArrayList<>();
        for (Column<?, ?> column : table.columns()) {
            List<String> alone = names(List.of(column));
            if (!column.isNullable()) {
                notNull.add(new Violation(null, alone));
            }
            for (Rule<?> rule : column.rules()) {
                if (rule.constraint() != null) {
                    checks.add(new Violation(column.constraintName(rule).name(), alone));
                }
            }
        }
        for (Reference reference : table.references()) {
            foreignKeys.add(new Violation(reference.name().name(), names(reference.columns())));
        }
        for (TableCheck check : table.checks()) {
            checks.add(new Violation(check.name().name(), List.of()));
        }
        for (Index<?> index : table.indexes()) {
            if (index.isUnique()) {
                uniqueKeys.add(new Violation(index.name().name(), columnsOf(index)));
            }
        }
        List<String> key = names(table.primaryKeyColumns());
        return new DeclaredConstraints(
                table.tableName().name(),
                key.isEmpty() ? null : new Violation(table.primaryKeyName().name(), key),
                uniqueKeys,
                foreignKeys,
                notNull,
                checks);
    }

    private static List<String> columnsOf(Index<?> index) {
        return index.keys().stream()
                .flatMap(key -> key.expression() instanceof Column<?, ?> column
                        ? Stream.of(column.name().name())
                        : Stream.of())
                .toList();
    }

    private static List<String> names(List<? extends Column<?, ?>> columns) {
        return columns.stream().map(column -> column.name().name()).toList();
    }

    /** The name of the table, or null if it is not known. */
    public @Nullable String table() {
        return table;
    }

    /** The primary key, if there is one; unknown otherwise. */
    public Violation primaryKey() {
        return primaryKey == null ? Violation.UNKNOWN : primaryKey;
    }

    /** The unique key that fits, the primary key among them, if only one does; unknown otherwise. */
    public Violation key(Predicate<Violation> fits) {
        List<Violation> all = new ArrayList<>(uniqueKeys);
        if (primaryKey != null) {
            all.add(primaryKey);
        }
        return only(all, fits);
    }

    /** The foreign key that fits, if only one does; unknown otherwise. */
    public Violation foreignKey(Predicate<Violation> fits) {
        return only(foreignKeys, fits);
    }

    /** The column that is not null and fits, if only one does; unknown otherwise. */
    public Violation notNull(Predicate<String> fits) {
        return only(notNull, column -> fits.test(column.columns().get(0)));
    }

    /** The key, foreign key or check of a name that the server gave; of another, only the name is known. */
    public Violation named(String constraint) {
        Predicate<Violation> fits = declared -> constraint.equals(declared.constraint());
        Violation key = key(fits);
        Violation reference = key.equals(Violation.UNKNOWN) ? foreignKey(fits) : key;
        Violation declared = reference.equals(Violation.UNKNOWN) ? only(checks, fits) : reference;
        return declared.equals(Violation.UNKNOWN) ? new Violation(constraint, List.of()) : declared;
    }

    private static Violation only(List<Violation> all, Predicate<Violation> fits) {
        List<Violation> found = all.stream().filter(fits).toList();
        return found.size() == 1 ? found.get(0) : Violation.UNKNOWN;
    }
}
