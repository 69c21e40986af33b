package dev.rowan.generate;

import java.util.ArrayList;
import java.util.List;

/** Writes the record of a table's rows. For one use. */
final class RecordSource {
    private static final int WIDTH = 120;

    private final TableModel table;
    private final SourceFile file;

    RecordSource(TableModel table, String packageName) {
        this.table = table;
        this.file = new SourceFile(packageName);
    }

    String text() {
        List<String> components = new ArrayList<>();
        for (ColumnModel column : table.columns()) {
            if (column.component() != null) {
                components.add(type(column) + " " + column.component());
            }
        }
        for (AssociationModel association : table.associations()) {
            file.use("dev.rowan.row." + (association.isMany() ? "Many" : "One"));
            components.add(association.component() + " " + association.name());
        }
        String head = "public record " + table.record() + "(";
        String whole = head + String.join(", ", components) + ") {}";
        return file.line("/** A row of " + table.kind() + " {@code "
                        + JavaText.comment(table.definition().name().name()) + "}. */")
                .line(
                        whole.length() <= WIDTH
                                ? whole
                                : head + "\n        " + String.join(",\n        ", components) + ") {}")
                .text();
    }

    private String type(ColumnModel column) {
        String type = column.type().component(column.isNullable());
        column.type().imports().forEach(file::use);
        if (type.contains("List<")) {
            file.use("java.util.List");
        }
        if (type.contains("@Nullable")) {
            file.use("org.jspecify.annotations.Nullable");
        }
        return type;
    }
}
