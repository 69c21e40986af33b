package dev.rowan.generate;

import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.UniqueDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table, or a view, as a class and a record. Grows while a schema is gone through. */
final class TableModel {
    /**
     * A foreign key as it is declared.
     *
     * @param name what the constraint is called
     * @param key what points: a field, or several in {@code foreignKey(…)}
     * @param target the key that it points at
     */
    record NamedReference(String name, String field, String key, String target, String rules) {}

    private final TableDefinition definition;
    private final boolean isView;
    private final String words;
    private final String tableClass;
    private final String record;
    private final String constant;
    private final UniqueNames fields = new UniqueNames(name -> name);
    private final UniqueNames components = new UniqueNames(JavaNames::compared);
    private final List<ColumnModel> columns = new ArrayList<>();
    private final Map<String, String> references = new LinkedHashMap<>(); // by the name of the column
    private final List<NamedReference> namedReferences = new ArrayList<>();
    private final Map<UniqueDefinition, String> uniqueKeys = new LinkedHashMap<>();
    private final List<AssociationModel> associations = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private @Nullable String keyField;

    TableModel(TableDefinition definition, boolean isView, String words, String tableClass, String record) {
        this.definition = definition;
        this.isView = isView;
        this.words = words;
        this.tableClass = tableClass;
        this.record = record;
        this.constant = JavaNames.constant(JavaNames.words(words).isEmpty() ? "t" : English.singular(words));
        fields.take(constant);
    }

    TableDefinition definition() {
        return definition;
    }

    boolean isView() {
        return isView;
    }

    /** What it is called in comments. */
    String kind() {
        return isView ? "view" : "table";
    }

    /** The words of its name. */
    String words() {
        return words;
    }

    String tableClass() {
        return tableClass;
    }

    String record() {
        return record;
    }

    /** {@code Orders.ORDER}. */
    String qualifiedConstant() {
        return tableClass + "." + constant;
    }

    String constant() {
        return constant;
    }

    UniqueNames fields() {
        return fields;
    }

    UniqueNames components() {
        return components;
    }

    List<ColumnModel> columns() {
        return columns;
    }

    Map<String, String> references() {
        return references;
    }

    List<NamedReference> namedReferences() {
        return namedReferences;
    }

    Map<UniqueDefinition, String> uniqueKeys() {
        return uniqueKeys;
    }

    List<AssociationModel> associations() {
        return associations;
    }

    /** What could not be declared. */
    List<String> remarks() {
        return remarks;
    }

    /** The field of the primary key; null for none. */
    @Nullable
    String keyField() {
        return keyField;
    }

    void setKeyField(String field) {
        keyField = field;
    }

    Optional<ColumnModel> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The columns of these names; empty if one of them is left out. */
    Optional<List<ColumnModel>> columns(List<String> names) {
        List<ColumnModel> found = new ArrayList<>();
        for (String name : names) {
            column(name).ifPresent(found::add);
        }
        return found.size() == names.size() ? Optional.of(found) : Optional.empty();
    }

    List<String> primaryKey() {
        return definition.primaryKey() == null
                ? List.of()
                : definition.primaryKey().columns();
    }

    /** Whether no two rows share the values of a foreign key. */
    boolean isUnique(ForeignKeyDefinition key) {
        HashSet<String> wanted = new HashSet<>(key.columns());
        return wanted.equals(new HashSet<>(primaryKey()))
                || definition.uniqueKeys().stream().anyMatch(unique -> wanted.equals(new HashSet<>(unique.columns())))
                || definition.indexes().stream().anyMatch(index -> isUnique(index, wanted));
    }

    private static boolean isUnique(IndexDefinition index, Set<String> wanted) {
        return index.unique()
                && index.where() == null
                && index.keys().size() == index.columns().size()
                && wanted.equals(new HashSet<>(index.columns()));
    }

    /** Whether its rows only connect rows of others: two foreign keys, which are its primary key and all its columns. */
    boolean isLink() {
        List<ForeignKeyDefinition> keys = definition.foreignKeys();
        HashSet<String> pointing = new HashSet<>();
        keys.forEach(key -> pointing.addAll(key.columns()));
        return keys.size() == 2
                && pointing.size() == definition.columns().size()
                && pointing.equals(new HashSet<>(primaryKey()))
                && keys.stream().allMatch(key -> key.columns().size() < pointing.size());
    }
}
