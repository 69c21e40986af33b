package dev.rowan.generate;

import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.TableDefinition;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;

/** A picture of what a database holds: its tables with their columns and keys, and who points at whom. Immutable. */
public final class SchemaDiagram {
    private final List<TableDefinition> tables;
    private final Map<TableDefinition, String> names = new LinkedHashMap<>();

    private SchemaDiagram(List<TableDefinition> tables) {
        this.tables = tables;
        UniqueNames unique = UniqueNames.ofFiles();
        tables.forEach(table -> names.put(table, unique.of(word(table.name().name()))));
    }

    /** A picture of the tables of a schema, Rowan's own apart. */
    public static SchemaDiagram of(SchemaDefinition schema) {
        return new SchemaDiagram(schema.tables().stream()
                .filter(table ->
                        !GeneratedSources.OWN_TABLES.contains(table.name().name()))
                .toList());
    }

    /** The text of Mermaid's {@code erDiagram}. */
    public String mermaid() {
        StringBuilder text = new StringBuilder("erDiagram\n");
        for (TableDefinition table : tables) {
            text.append("    ")
                    .append(names.get(table))
                    .append("[\"")
                    .append(quoted(table))
                    .append("\"] {\n");
            for (ColumnDefinition column : table.columns()) {
                List<String> keys = keys(table, column.name());
                text.append("        ").append(word(column.type())).append(' ').append(word(column.name()));
                text.append(keys.isEmpty() ? "" : " " + String.join(", ", keys)).append('\n');
            }
            text.append("    }\n");
        }
        arrows("    %s %s--o{ %s : \"%s\"\n", text);
        return text.toString();
    }

    private static String quoted(TableDefinition table) {
        return table.name().name().replace("\"", "#quot;").replace('\n', ' ');
    }

    /** Letters, digits and underscores only, which need no quotes. */
    private static String word(String name) {
        String word =
                name.replaceFirst(" (character set|collate) .*", "").strip().replaceAll("[^\\p{L}\\p{N}]+", "_");
        return word.isEmpty() || Character.isDigit(word.charAt(0)) ? "_" + word : word.replaceFirst("(?<=.)_$", "");
    }

    private void arrows(String format, StringBuilder text) {
        for (TableDefinition table : tables) {
            for (ForeignKeyDefinition key : table.foreignKeys()) {
                boolean isOptional = key.columns().stream()
                        .anyMatch(name -> table.column(name)
                                .map(ColumnDefinition::nullable)
                                .orElse(false));
                tables.stream()
                        .filter(target -> target.name().equals(key.target()))
                        .forEach(target -> text.append(String.format(
                                format,
                                names.get(target),
                                isOptional ? "|o" : "||",
                                names.get(table),
                                word(String.join("_", key.columns())))));
            }
        }
    }

    private static List<String> keys(TableDefinition table, String column) {
        List<String> keys = new ArrayList<>();
        if (table.primaryKey() != null && table.primaryKey().columns().contains(column)) {
            keys.add("PK");
        }
        if (table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column))) {
            keys.add("FK");
        }
        if (table.uniqueKeys().stream().anyMatch(key -> key.columns().equals(List.of(column)))) {
            keys.add("UK");
        }
        return keys;
    }

    private String plantUml() {
        StringBuilder text =
                new StringBuilder("@startuml\n!pragma layout smetana\nhide circle\nskinparam linetype ortho\n");
        for (TableDefinition table : tables) {
            text.append("entity \"")
                    .append(table.name().name().replaceAll("[\"\n]", " "))
                    .append("\" as ");
            text.append(names.get(table)).append(" {\n");
            for (ColumnDefinition column : table.columns()) {
                List<String> keys = keys(table, column.name());
                String type = column.type()
                        .replaceFirst(" (character set|collate) .*", "")
                        .replaceAll("[{}\n]", " ");
                text.append("  ")
                        .append(column.nullable() ? "{field} " : "* {field} ")
                        .append(word(column.name()))
                        .append(" : ");
                text.append(type)
                        .append(keys.isEmpty() ? "" : " <<" + String.join(", ", keys) + ">>")
                        .append('\n');
            }
            text.append("}\n");
        }
        arrows("%s %s--o{ %s : %s\n", text);
        return text.append("@enduml\n").toString();
    }

    /**
     * Draws it as SVG, by PlantUML, which is an optional dependency.
     *
     * @param out stays open
     * @throws IllegalStateException if PlantUML ({@code plantuml-mit}) is not there
     */
    public void svg(OutputStream out) throws IOException {
        try {
            System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
            new SourceStringReader(plantUml()).outputImage(out, new FileFormatOption(FileFormat.SVG));
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "expected net.sourceforge.plantuml:plantuml-mit on the class path, got none; add it, or use Mermaid",
                    e);
        }
    }
}
