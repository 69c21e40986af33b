package dev.rowan.generate;

import dev.rowan.definition.SchemaDefinition;
import dev.rowan.render.DdlDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * Makes Java sources out of what a database holds: for each table a class with typed columns, keys and associations, and a record.
 *
 * <pre>{@code
 * GeneratedSources sources = CodeGenerator.of("com.example.shop").without("flyway_*").generate(LiveSchema.of(db).read(), db.dialect().ddl());
 * sources.writeTo(Path.of("src/main/java"));
 * }</pre>
 *
 * The same definition yields the same bytes. What Rowan has no type or no word for is left out, with a comment in its place, and told as a
 * warning. Immutable and thread-safe.
 */
public final class CodeGenerator {
    private final String packageName;
    private final List<String> wanted;
    private final List<String> unwanted;

    private CodeGenerator(String packageName, List<String> wanted, List<String> unwanted) {
        this.packageName = packageName;
        this.wanted = wanted;
        this.unwanted = unwanted;
    }

    /**
     * A generator of sources in a package, for all tables but Rowan's own.
     *
     * @throws IllegalArgumentException if it is no name of a package
     */
    public static CodeGenerator of(String packageName) {
        if (!SourceVersion.isName(packageName, SourceVersion.RELEASE_17)) {
            throw new IllegalArgumentException(
                    "expected the name of a package, such as com.example.shop, got '" + packageName + "'");
        }
        return new CodeGenerator(packageName, List.of(), GeneratedSources.OWN_TABLES);
    }

    /** The same for certain tables and views only, by name; {@code *} stands for any letters, and case does not matter. */
    public CodeGenerator only(String... tables) {
        return new CodeGenerator(packageName, List.of(tables), unwanted);
    }

    /** The same without certain tables and views, by name; {@code *} stands for any letters, and case does not matter. */
    public CodeGenerator without(String... tables) {
        List<String> all = new ArrayList<>(unwanted);
        all.addAll(List.of(tables));
        return new CodeGenerator(packageName, wanted, List.copyOf(all));
    }

    private boolean isWanted(String table) {
        return (wanted.isEmpty() || matches(wanted, table)) && !matches(unwanted, table);
    }

    private static boolean matches(List<String> patterns, String table) {
        return patterns.stream()
                .anyMatch(pattern -> Pattern.compile(
                                "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                        .matcher(table)
                        .matches());
    }

    /**
     * The sources of a definition.
     *
     * @param ddl of the database that the definition was read from; it tells what the types are
     */
    public GeneratedSources generate(SchemaDefinition schema, DdlDialect ddl) {
        SchemaModel model = SchemaModel.of(schema, ddl, this::isWanted);
        Map<String, String> files = new TreeMap<>();
        List<String> warnings = new ArrayList<>();
        files.put(path("package-info"), packageInfo());
        for (TableModel table : model.tables()) {
            TableSource source = new TableSource(table, packageName);
            files.put(path(table.tableClass()), source.tableClass());
            files.put(path(table.record()), new RecordSource(table, packageName).text());
            source.remarks().forEach(remark -> warnings.add(table.definition().name() + ": not declared: " + remark));
        }
        model.enums()
                .forEach((enumeration, told) ->
                        files.put(path(enumeration.name()), enumeration.source(packageName, told)));
        return new GeneratedSources(files, warnings);
    }

    private String path(String className) {
        return packageName.replace('.', '/') + "/" + className + ".java";
    }

    private String packageInfo() {
        return GeneratedSources.MARKER + "\n/** What the database holds. */\n@NullMarked\npackage " + packageName
                + ";\n\nimport org.jspecify.annotations.NullMarked;\n";
    }
}
