package dev.rowan.generate;

import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds foreign keys, and associations on both of their sides. For one use. */
final class AssociationFinder {
    /** A foreign key whose association is declared where it is held. */
    private record Held(TableModel owner, TableModel target, ForeignKeyDefinition key, AssociationModel association) {}

    private final List<TableModel> tables;
    private final List<Held> all = new ArrayList<>();

    AssociationFinder(List<TableModel> tables) {
        this.tables = tables;
    }

    void find() {
        for (TableModel table : tables) {
            List<ForeignKeyDefinition> keys = new ArrayList<>(table.definition().foreignKeys());
            keys.sort(java.util.Comparator.comparingInt(key -> key.columns().size())); // single columns first
            keys.forEach(key -> hold(table, key));
        }
        for (TableModel table : tables) {
            if (!isLink(table)) {
                all.stream().filter(one -> one.owner() == table).forEach(this::invert);
            }
        }
        tables.stream().filter(this::isLink).forEach(this::connect);
    }

    private boolean isLink(TableModel table) {
        return table.isLink()
                && all.stream().filter(one -> one.owner() == table).count() == 2;
    }

    private void hold(TableModel owner, ForeignKeyDefinition key) {
        TableModel target = tables.stream()
                .filter(table -> !table.isView() && table.definition().name().equals(key.target()))
                .findFirst()
                .orElse(null);
        List<ColumnModel> columns = owner.columns(key.columns()).orElse(null);
        List<ColumnModel> targets =
                target == null ? null : target.columns(key.targetColumns()).orElse(null);
        if (target == null || columns == null || targets == null) {
            owner.remarks()
                    .add("foreign key " + key.name() + " to " + key.target()
                            + (target == null
                                    ? ", which is not among these tables"
                                    : ", of a column that is left out"));
            return;
        }
        String pointing = declare(owner, key, columns, target, targets);
        if (pointing == null) {
            owner.remarks()
                    .add("association of foreign key " + key.name() + " to " + key.target()
                            + ", which is not its primary key, or of another type, or of columns that point elsewhere");
            return;
        }
        String name = owner.components().of(wishes(key, target));
        String field = owner.fields()
                .of(JavaNames.constant(JavaNames.words(name)), JavaNames.constant(JavaNames.words(name)) + "_ROW");
        AssociationModel association = new AssociationModel(
                false,
                name,
                field,
                target,
                "belongsTo(\"" + name + "\", " + pointing + ", () -> " + target.qualifiedConstant() + ")");
        owner.associations().add(association);
        all.add(new Held(owner, target, key, association));
    }

    private static String[] wishes(ForeignKeyDefinition key, TableModel target) {
        String targetWords = English.singular(target.words());
        String words = JavaNames.words(key.columns().get(0));
        if (key.columns().size() > 1) {
            return new String[] {JavaNames.component(targetWords), JavaNames.component(targetWords + "_row")};
        }
        String stripped = words.replaceFirst("_(id|key|fk|no|code|number|uuid)$", "");
        if (stripped.equals(words) || stripped.isEmpty()) {
            return new String[] {JavaNames.component(words.equals("id") ? targetWords : words + "_" + targetWords)};
        }
        return new String[] {JavaNames.component(stripped), JavaNames.component(stripped + "_" + targetWords)};
    }

    /** Declares the constraint, and yields what points at the target; null if no association can. */
    private static @Nullable String declare(
            TableModel owner,
            ForeignKeyDefinition key,
            List<ColumnModel> columns,
            TableModel target,
            List<ColumnModel> targets) {
        String rules = rules(key);
        ColumnModel first = columns.get(0);
        boolean isPrimary = new HashSet<>(target.primaryKey()).equals(new HashSet<>(key.targetColumns()));
        boolean isFree = !owner.references().containsKey(first.name());
        boolean isUsual = key.name().equals(owner.definition().name().name() + "_" + first.name() + "_fkey");
        boolean isSame = first.type().value().equals(targets.get(0).type().value());
        if (columns.size() == 1 && isFree && isSame && (isUsual || !isPrimary)) {
            String column =
                    "() -> " + target.qualifiedConstant() + "." + targets.get(0).field();
            owner.references().put(first.name(), column + (rules.equals("ReferenceRules.DEFAULT") ? "" : ", " + rules));
            return first.field();
        }
        Optional<Map.Entry<String, List<String>>> pointedAt = key(target, key.targetColumns());
        if (pointedAt.isEmpty()) {
            return null;
        }
        List<String> ordered = pointedAt.get().getValue().stream()
                .map(name -> columns.get(key.targetColumns().indexOf(name)).field())
                .toList();
        String named = "foreignKey(" + String.join(", ", ordered) + ")";
        String field = owner.fields()
                .of("TO_" + target.constant(), "TO_" + target.constant() + "_BY_" + String.join("_", ordered));
        owner.namedReferences()
                .add(new TableModel.NamedReference(
                        key.name(),
                        field,
                        named,
                        target.qualifiedConstant() + "." + pointedAt.get().getKey(),
                        rules));
        boolean pointsElsewhere =
                columns.stream().allMatch(column -> owner.references().containsKey(column.name()));
        boolean isTyped = java.util.stream.IntStream.range(0, columns.size())
                .allMatch(i -> columns.get(i)
                        .type()
                        .value()
                        .equals(targets.get(i).type().value()));
        return isPrimary && isTyped && !pointsElsewhere ? columns.size() == 1 ? first.field() : field : null;
    }

    /** The field of a key, and its columns in their order. */
    private static Optional<Map.Entry<String, List<String>>> key(TableModel target, List<String> columns) {
        HashSet<String> wanted = new HashSet<>(columns);
        String primary = target.keyField();
        if (primary != null && wanted.equals(new HashSet<>(target.primaryKey()))) {
            return Optional.of(Map.entry(primary, target.primaryKey()));
        }
        return target.uniqueKeys().entrySet().stream()
                .filter(entry -> wanted.equals(new HashSet<>(entry.getKey().columns())))
                .findFirst()
                .map(entry -> Map.entry(entry.getValue(), entry.getKey().columns()));
    }

    private static String rules(ForeignKeyDefinition key) {
        String rules = "ReferenceRules.DEFAULT";
        if (key.onDelete() != ReferentialAction.NO_ACTION) {
            rules += ".onDelete(ReferentialAction." + key.onDelete().name() + ")";
        }
        if (key.onUpdate() != ReferentialAction.NO_ACTION) {
            rules += ".onUpdate(ReferentialAction." + key.onUpdate().name() + ")";
        }
        return rules + (key.deferrable() ? ".asDeferrable()" : "");
    }

    private void invert(Held one) {
        TableModel owner = one.target();
        TableModel child = one.owner();
        boolean isMany = !child.isUnique(one.key());
        String words = isMany ? English.plural(child.words()) : English.singular(child.words());
        String by = words + "_by_" + JavaNames.words(one.association().name());
        boolean isOnly = owner != child
                && all.stream()
                                .filter(other -> other.owner() == child && other.target() == owner)
                                .count()
                        == 1;
        String[] wishes = isOnly
                ? new String[] {JavaNames.component(words), JavaNames.component(by)}
                : new String[] {JavaNames.component(by)};
        String value = "(\"%s\", () -> " + child.qualifiedConstant() + ", row -> row."
                + one.association().field() + ")";
        add(owner, child, isMany, (isMany ? "hasMany" : "hasOne") + value, wishes);
    }

    private static void add(TableModel owner, TableModel target, boolean isMany, String value, String... wishes) {
        String name = owner.components().of(wishes);
        String words = JavaNames.constant(JavaNames.words(name));
        String field = owner.fields().of(words, words + (isMany ? "_ROWS" : "_ROW"));
        owner.associations().add(new AssociationModel(isMany, name, field, target, value.replace("%s", name)));
    }

    private void connect(TableModel link) {
        List<Held> both = all.stream().filter(one -> one.owner() == link).collect(Collectors.toList());
        connect(link, both.get(0), both.get(1));
        connect(link, both.get(1), both.get(0));
    }

    private static void connect(TableModel link, Held back, Held on) {
        String words = English.plural(JavaNames.words(on.association().name()));
        String value = "manyToMany(\"%s\", () -> " + link.qualifiedConstant() + ", link -> link."
                + back.association().field() + ", link -> link."
                + on.association().field() + ")";
        add(
                back.target(),
                on.target(),
                true,
                value,
                JavaNames.component(words),
                JavaNames.component(words + "_by_" + link.words()));
    }
}
