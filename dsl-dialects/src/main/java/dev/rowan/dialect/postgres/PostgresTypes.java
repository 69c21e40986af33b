package dev.rowan.dialect.postgres;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one spelling of each type, out of those that PostgreSQL has. */
final class PostgresTypes {
    private static final Pattern COLLATED = Pattern.compile("(?is)(.*?)\\s+collate\\s+(.+)");
    private static final Pattern ARRAY = Pattern.compile("(?is)(.*?)(?:\\s*\\[\\d*]|\\s+array)+");
    private static final Pattern PARTS =
            Pattern.compile("(?is)([a-z_][a-z0-9_ ]*?)\\s*(?:\\(([\\d, ]+)\\))?((?:\\s+with(?:out)? time zone)?)");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("character varying", "varchar"),
            Map.entry("character", "char"),
            Map.entry("bpchar", "char"),
            Map.entry("numeric", "decimal"),
            Map.entry("dec", "decimal"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("bool", "boolean"),
            Map.entry("float8", "double precision"),
            Map.entry("float", "double precision"),
            Map.entry("float4", "real"));

    private PostgresTypes() {}

    /** The one spelling of a type with its collation. */
    static String of(String type) {
        Matcher collated = COLLATED.matcher(type);
        if (collated.matches()) {
            return of(collated.group(1)) + " collate " + collated.group(2);
        }
        Matcher array = ARRAY.matcher(type);
        if (array.matches()) {
            return of(array.group(1)) + " array";
        }
        Matcher parts = PARTS.matcher(type.strip());
        return parts.matches() ? spelled(parts) : type;
    }

    private static String spelled(Matcher parts) {
        String name = parts.group(1).toLowerCase(Locale.ROOT);
        String size = parts.group(2) == null ? "" : "(" + parts.group(2).replaceAll("\\s*,\\s*", ", ") + ")";
        String zone = parts.group(3).toLowerCase(Locale.ROOT);
        if (name.equals("timestamptz") || name.equals("timetz")) {
            return name.replace("tz", "") + size + " with time zone";
        } else if (name.equals("char") && size.isEmpty() && !parts.group(1).equals("char")) {
            return "bpchar";
        } else if (zone.contains("without")) {
            return name + size;
        } else if (name.equals("decimal") && size.isEmpty()) {
            return "numeric";
        } else if (name.equals("numeric") && size.isEmpty()) {
            return name;
        }
        return NAMES.getOrDefault(name, name) + size + zone;
    }

    /** The same without size and collation, as operators tell types apart. */
    static String bare(String type) {
        String bare = of(type).replaceFirst(" collate .*", "").replaceFirst("\\([\\d, ]+\\)", "");
        return bare.equals("decimal") ? "numeric" : bare;
    }

    /** Whether it is a text. */
    static boolean isText(String bare) {
        return bare.equals("varchar") || bare.equals("text") || bare.equals("bpchar") || bare.equals("char");
    }

    /** Whether it is a number. */
    static boolean isNumber(String bare) {
        return switch (bare) {
            case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> true;
            default -> false;
        };
    }
}
