package dev.rowan.generate;

import java.util.TreeSet;
import java.util.regex.Pattern;

/** A Java source that is being written. For one use. */
final class SourceFile {
    private static final int WIDTH = 120;
    private static final Pattern CALL = Pattern.compile("(?<=[)])(?=\\.[a-zA-Z])");

    private final String packageName;
    private final TreeSet<String> imports = new TreeSet<>();
    private final TreeSet<String> staticImports = new TreeSet<>();
    private final StringBuilder body = new StringBuilder();

    SourceFile(String packageName) {
        this.packageName = packageName;
    }

    /** Imports a class, and yields its simple name. */
    String use(String qualifiedName) {
        imports.add(qualifiedName);
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    /** Imports a static method, and yields its simple name. */
    String useStatic(String qualifiedName) {
        staticImports.add(qualifiedName);
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    /** A line. */
    SourceFile line(String text) {
        body.append(text).append('\n');
        return this;
    }

    /** An empty line. */
    SourceFile line() {
        return line("");
    }

    /** A field, on as many lines as it needs. */
    void field(String declaration, String value) {
        String whole = "    public final " + declaration + " = " + value + ";";
        if (whole.length() <= WIDTH) {
            line(whole);
            return;
        }
        line("    public final " + declaration + " =");
        String[] calls = ("            " + value + ";").length() <= WIDTH ? new String[] {value} : CALL.split(value);
        for (int i = 0; i < calls.length; i++) {
            String text =
                    (i == 0 ? "            " : "                    ") + calls[i] + (i == calls.length - 1 ? ";" : "");
            line(text.length() <= WIDTH ? text : text.replace(", () -> ", ",\n                    () -> "));
        }
    }

    /** The whole source. */
    String text() {
        StringBuilder text = new StringBuilder(GeneratedSources.MARKER).append('\n');
        text.append("package ").append(packageName).append(";\n\n");
        staticImports.forEach(name -> text.append("import static ").append(name).append(";\n"));
        text.append(staticImports.isEmpty() ? "" : "\n");
        imports.forEach(name -> text.append("import ").append(name).append(";\n"));
        text.append(imports.isEmpty() ? "" : "\n");
        return text.append(body).toString();
    }
}
