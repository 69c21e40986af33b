package dev.rowan.dialect.h2;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one spelling of each type, out of those that H2 has. */
final class H2Types {
    private static final Pattern ARRAY = Pattern.compile("(?is)(.*?)\\s+array(\\[\\d+])?");
    private static final Pattern PARTS =
            Pattern.compile("(?is)([a-z_][a-z0-9_ ]*?)\\s*(?:\\(([\\w, ]+)\\))?((?:\\s+with(?:out)? time zone)?)");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("character varying", "varchar"),
            Map.entry("character", "char"),
            Map.entry("numeric", "decimal"),
            Map.entry("int", "integer"),
            Map.entry("double", "double precision"),
            Map.entry("float8", "double precision"),
            Map.entry("bool", "boolean"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("clob", "character large object"),
            Map.entry("blob", "binary large object"),
            Map.entry("binary varying", "varbinary"));

    private H2Types() {}

    /** The one spelling of a type. */
    static String of(String type) {
        Matcher array = ARRAY.matcher(type);
        if (array.matches()) {
            return of(array.group(1)) + " array" + (array.group(2) == null ? "" : array.group(2));
        }
        Matcher parts = PARTS.matcher(type.strip());
        if (!parts.matches()) {
            return type.replaceFirst("(?i)^enum\\(", "enum(");
        }
        String name = parts.group(1).toLowerCase(Locale.ROOT);
        String size = parts.group(2) == null ? "" : "(" + parts.group(2).replaceAll("\\s*,\\s*", ", ") + ")";
        String zone = parts.group(3).toLowerCase(Locale.ROOT);
        if (name.equals("decimal") || name.equals("numeric")) {
            return "decimal" + (size.isEmpty() || size.contains(",") ? size : size.replace(")", ", 0)"));
        } else if (size.equals("(1048576)")) {
            size = ""; // the longest that there is
        }
        return NAMES.getOrDefault(name, name) + size + (zone.contains("without") ? "" : zone);
    }
}
