package dev.rowan.generate;

import dev.rowan.type.SqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/**
 * An enum out of values that a type lists.
 *
 * @param values the value of each constant by its name, in the order of the type
 * @param typeField the constant of its {@link SqlType}
 */
record EnumModel(String name, Map<String, String> values, String typeField) {
    /** An enum; empty if a value cannot be a constant, or two would be the same one. */
    static Optional<EnumModel> of(String name, List<String> values) {
        Map<String, String> constants = new LinkedHashMap<>();
        for (String value : values) {
            String constant =
                    SourceVersion.isIdentifier(value) && value.equals(value.toUpperCase(java.util.Locale.ROOT))
                            ? value
                            : JavaNames.constant(JavaNames.words(value));
            boolean isNamed = JavaNames.words(value).length() > 0;
            boolean isNew = isNamed && constants.put(constant, value) == null;
            if (!isNew || !SourceVersion.isName(constant, SourceVersion.RELEASE_17)) {
                return Optional.empty();
            }
        }
        String typeField = "TYPE";
        while (constants.containsKey(typeField)) {
            typeField = "SQL_" + typeField;
        }
        return constants.isEmpty() ? Optional.empty() : Optional.of(new EnumModel(name, constants, typeField));
    }

    /** The same under another name. */
    EnumModel named(String newName) {
        return new EnumModel(newName, values, typeField);
    }

    /** Whether the name of each constant is the value that is stored. */
    boolean isDirect() {
        return values.entrySet().stream().allMatch(entry -> entry.getKey().equals(entry.getValue()));
    }

    /** The longest value. */
    int length() {
        return values.values().stream()
                .mapToInt(value -> value.codePointCount(0, value.length()))
                .max()
                .orElse(1);
    }

    /** The constant of a value; empty if there is none. */
    Optional<String> constantOf(String value) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    String source(String packageName, String told) {
        SourceFile file = new SourceFile(packageName);
        file.line("/** Values of " + told + ". */").line("public enum " + name + " {");
        int left = values.size();
        for (Map.Entry<String, String> constant : values.entrySet()) {
            String argument = isDirect() ? "" : "(" + JavaText.literal(constant.getValue()) + ")";
            file.line("    /** {@code " + JavaText.comment(constant.getValue()) + "}. */");
            file.line("    " + constant.getKey() + argument + (--left > 0 ? "," : isDirect() ? "" : ";"));
        }
        if (!isDirect()) {
            mapping(file);
        }
        return file.line("}").text();
    }

    private void mapping(SourceFile file) {
        file.use("dev.rowan.error.DecodeException");
        file.use("dev.rowan.type.SqlType");
        file.line()
                .line("    /** The type of a column of such values. */")
                .line("    public static final SqlType<" + name + "> " + typeField + " =")
                .line("            SqlType.varchar(" + length() + ").mapped(" + name + ".class, " + name + "::value, "
                        + name + "::of);")
                .line()
                .line("    private final String value;")
                .line()
                .line("    " + name + "(String value) {")
                .line("        this.value = value;")
                .line("    }")
                .line()
                .line("    /** What the database stores. */")
                .line("    public String value() {")
                .line("        return value;")
                .line("    }")
                .line()
                .line("    /**")
                .line("     * The constant of what the database stores.")
                .line("     *")
                .line("     * @throws DecodeException if there is none")
                .line("     */")
                .line("    public static " + name + " of(String value) {")
                .line("        for (" + name + " constant : values()) {")
                .line("            if (constant.value.equals(value)) {")
                .line("                return constant;")
                .line("            }")
                .line("        }")
                .line("        throw new DecodeException(\"expected a value of " + name
                        + ", got another; generate it again\");")
                .line("    }");
    }
}
