package dev.rowan.generate;

import dev.rowan.definition.CheckDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.UniqueDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the class of a table. For one use. */
final class TableSource {
    private static final String SCHEMA = "dev.rowan.schema.";

    private final TableModel table;
    private final SourceFile file;
    private final ConditionText conditions;
    private final DefaultText defaults;
    private final List<String> remarks;

    TableSource(TableModel table, String packageName) {
        this.table = table;
        this.file = new SourceFile(packageName);
        this.conditions = new ConditionText(table);
        this.defaults = new DefaultText(file);
        this.remarks = new ArrayList<>(table.remarks());
    }

    /** What could not be declared; complete after {@link #tableClass}. */
    List<String> remarks() {
        return remarks;
    }

    String tableClass() {
        file.use(SCHEMA + "Table");
        file.use(SCHEMA + "TableName");
        head();
        table.columns().forEach(this::column);
        keys();
        namedReferences();
        checks();
        indexes();
        associations();
        remarks.forEach(remark -> file.line("    // Not declared: " + JavaText.lineComment(remark)));
        constructor();
        return file.line("}").text();
    }

    private void head() {
        String name = table.tableClass();
        file.line("/** " + told() + " */")
                .line("public final class " + name + " extends Table<" + table.record() + "> {")
                .line("    /** The " + table.kind() + ". */")
                .line("    public static final " + name + " " + table.constant() + " = new " + name + "(TableName.of("
                        + JavaText.literal(table.definition().name().name()) + "));");
        if (!table.columns().isEmpty()) {
            file.line();
        }
    }

    private void constructor() {
        String name = table.tableClass();
        String comment = table.definition().comment();
        file.line()
                .line("    private " + name + "(TableName name) {")
                .line("        super(name, " + table.record() + ".class, " + name + "::new);");
        if (comment != null) {
            file.line("        comment(" + JavaText.literal(comment) + ");");
        }
        file.line("    }");
    }

    private String told() {
        String name = JavaText.comment(table.definition().name().name());
        String comment = table.definition().comment();
        return "The " + table.kind() + " {@code " + name + "}"
                + (table.isView() ? ", which is only read." : comment == null ? "." : ": " + JavaText.comment(comment));
    }

    private void column(ColumnModel column) {
        file.use(SCHEMA + column.type().column());
        column.type().imports().forEach(file::use);
        ColumnType type = column.type();
        if (type.arguments().contains("SqlType.")) {
            file.use("dev.rowan.type.SqlType");
        }
        String field = type.field(table.record(), column.isNullable());
        if (field.contains("@Nullable")) {
            file.use("org.jspecify.annotations.Nullable");
        }
        StringBuilder value =
                new StringBuilder(type.method() + "(" + JavaText.literal(column.name()) + type.arguments() + ")");
        if (column.definition().identity() && type.isNumber()) {
            value.append(".identity()");
        }
        boolean isKey = table.primaryKey().contains(column.name());
        value.append(isKey ? ".primaryKey()" : column.isNullable() ? "" : ".notNull()");
        filled(column).ifPresent(value::append);
        String reference = table.references().get(column.name());
        if (reference != null) {
            value.append(".references(").append(reference).append(')');
            useRules(reference);
        }
        if (column.definition().comment() != null) {
            value.append(".comment(")
                    .append(JavaText.literal(column.definition().comment()))
                    .append(')');
        }
        file.field(field + " " + column.field(), value + (column.component() == null ? ".hidden()" : ""));
    }

    private Optional<String> filled(ColumnModel column) {
        String computed = column.definition().computed();
        String filled = column.definition().defaultValue();
        Optional<String> modifier = computed != null
                ? defaults.raw(column, computed).map(raw -> ".computedAs(" + raw + ")")
                : filled == null || column.definition().identity() ? Optional.empty() : defaults.of(column, filled);
        if (modifier.isEmpty()
                && (computed != null || (filled != null && !column.definition().identity()))) {
            remarks.add((computed != null ? "expression of computed column " : "default of column ") + column.name()
                    + ": " + (computed != null ? computed : filled));
        }
        return modifier;
    }

    private void useRules(String text) {
        if (text.contains("ReferenceRules")) {
            file.use(SCHEMA + "ReferenceRules");
        }
        if (text.contains("ReferentialAction")) {
            file.use(SCHEMA + "ReferentialAction");
        }
    }

    private List<ColumnModel> columns(List<String> names) {
        return table.columns(names).orElseThrow();
    }

    private static String fields(List<ColumnModel> columns) {
        return columns.stream().map(ColumnModel::field).collect(Collectors.joining(", "));
    }

    private void keys() {
        String row = table.record();
        String keyField = table.keyField();
        if (keyField != null || !table.uniqueKeys().isEmpty()) {
            file.line();
        }
        if (keyField != null) {
            List<ColumnModel> key = columns(table.primaryKey());
            String type = key.size() == 1
                    ? file.use(SCHEMA + "PrimaryKey") + "<" + row + ", " + value(key.get(0)) + ">"
                    : file.use(SCHEMA + "UniqueKey") + "<" + row + ">";
            file.field(type + " " + keyField, "primaryKey(" + fields(key) + ")");
        }
        for (UniqueDefinition unique : table.uniqueKeys().keySet()) {
            String usual = table.definition().name().name() + "_" + String.join("_", unique.columns()) + "_key";
            String name =
                    unique.name().equals(usual) && usual.length() < 60 ? "" : JavaText.literal(unique.name()) + ", ";
            file.field(
                    file.use(SCHEMA + "UniqueKey") + "<" + row + "> "
                            + table.uniqueKeys().get(unique),
                    "uniqueKey(" + name + fields(columns(unique.columns())) + ")");
        }
    }

    private static String value(ColumnModel column) {
        return column.type().value();
    }

    private void namedReferences() {
        for (TableModel.NamedReference reference : table.namedReferences()) {
            file.use(SCHEMA + "ReferenceRules");
            useRules(reference.rules());
            file.field(
                    file.use(SCHEMA + "ForeignKey") + "<" + table.record() + "> " + reference.field(),
                    "references(" + JavaText.literal(reference.name()) + ", " + reference.key() + ", () -> "
                            + reference.target() + ", " + reference.rules() + ")");
        }
    }

    private void checks() {
        for (CheckDefinition check : table.definition().checks()) {
            Optional<String> condition = conditions.of(check.condition());
            if (condition.isEmpty()) {
                remarks.add("check " + check.name() + ": " + check.condition());
                continue;
            }
            file.field(
                    file.use(SCHEMA + "TableCheck") + " " + field(check.name()),
                    "check(" + JavaText.literal(check.name()) + ", " + condition.get() + ")");
        }
    }

    private String field(String name) {
        String constant = JavaNames.constant(JavaNames.words(name));
        return table.fields().of(constant, constant + "_");
    }

    private void indexes() {
        for (IndexDefinition index : table.definition().indexes()) {
            Optional<String> condition = index.where() == null ? Optional.of("") : conditions.of(index.where());
            Optional<List<ColumnModel>> columns = table.columns(index.columns());
            if (condition.isEmpty()
                    || columns.isEmpty()
                    || index.columns().size() < index.keys().size()) {
                remarks.add("index " + index.name() + ", of an expression, or of a column that is left out");
                continue;
            }
            List<String> keys = new ArrayList<>();
            for (int i = 0; i < columns.get().size(); i++) {
                keys.add(columns.get().get(i).field() + (index.keys().get(i).descending() ? ".desc()" : ".asc()"));
            }
            file.field(
                    file.use(SCHEMA + "Index") + "<" + table.record() + "> " + field(index.name()),
                    "index(" + JavaText.literal(index.name()) + ", " + String.join(", ", keys) + ")"
                            + (index.unique() ? ".unique()" : "")
                            + (index.where() == null ? "" : ".where(" + condition.get() + ")"));
        }
    }

    private void associations() {
        if (!table.associations().isEmpty()) {
            file.line();
        }
        for (AssociationModel association : table.associations()) {
            file.use(SCHEMA + (association.isMany() ? "ToMany" : "ToOne"));
            file.field(association.type(table) + " " + association.field(), association.value());
        }
    }
}
