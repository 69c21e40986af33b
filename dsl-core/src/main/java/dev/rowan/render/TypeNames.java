package dev.rowan.render;

import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of types mean that the standard knows, or most databases. */
final class TypeNames {
    private static final Pattern COLLATED = Pattern.compile("(?is)(.*?)\\s+(?:character set|collate)\\s.*");
    private static final Pattern ARRAY = Pattern.compile("(?is)(.*?)\\s+array(?:\\[\\d+])?");
    private static final Pattern PARTS = Pattern.compile(
            "(?is)([a-z][a-z0-9_ ]*?)\\s*(?:\\((\\d+)(?:,\\s*(-?\\d+))?\\))?" + "(\\s+with(?:out)? time zone)?");
    private static final Pattern LISTED = Pattern.compile("(?is)enum\\s*\\(((?:\\s*'(?:[^']|'')*'\\s*,?)+)\\)");
    private static final Pattern VALUE = Pattern.compile("(?s)'((?:[^']|'')*)'");

    private TypeNames() {}

    /** A type without its collation. */
    static String withoutCollation(String type) {
        Matcher collated = COLLATED.matcher(type);
        return collated.matches() ? collated.group(1) : type;
    }

    static Optional<SqlType<?>> of(String type) {
        String bare = withoutCollation(type);
        Matcher array = ARRAY.matcher(bare);
        if (array.matches()) {
            return of(array.group(1))
                    .filter(element -> element.kind() != SqlType.Kind.ARRAY && element.kind() != SqlType.Kind.JSON)
                    .map(SqlType::array);
        }
        Matcher parts = PARTS.matcher(bare.strip());
        return parts.matches() ? named(parts) : Optional.empty();
    }

    private static Optional<SqlType<?>> named(Matcher parts) {
        String name = parts.group(1).toLowerCase(Locale.ROOT);
        int size = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        boolean isZoned = parts.group(4) != null && !parts.group(4).contains("without");
        return switch (name) {
            case "boolean" -> Optional.of(SqlType.BOOLEAN);
            case "smallint" -> Optional.of(SqlType.SMALLINT);
            case "integer", "int" -> Optional.of(SqlType.INTEGER);
            case "bigint" -> Optional.of(SqlType.BIGINT);
            case "real" -> Optional.of(SqlType.REAL);
            case "double precision", "double" -> Optional.of(SqlType.DOUBLE);
            case "decimal", "numeric" -> decimal(size, parts.group(3));
            case "varchar", "character varying", "char", "character" ->
                Optional.of(size > 0 ? SqlType.varchar(size) : SqlType.TEXT);
            case "text", "character large object" -> Optional.of(SqlType.TEXT);
            case "date" -> Optional.of(SqlType.DATE);
            case "time" -> isZoned ? Optional.empty() : Optional.of(SqlType.TIME);
            case "timestamp" -> Optional.of(isZoned ? SqlType.INSTANT : SqlType.TIMESTAMP);
            case "uuid" -> Optional.of(SqlType.UUID);
            case "binary large object", "blob", "binary", "varbinary" -> Optional.of(SqlType.BINARY);
            case "json" -> Optional.of(SqlType.JSON);
            default -> Optional.empty();
        };
    }

    private static Optional<SqlType<?>> decimal(int precision, @org.jspecify.annotations.Nullable String scale) {
        int digits = scale == null ? 0 : Integer.parseInt(scale);
        if (precision == 0) {
            return Optional.of(SqlType.DECIMAL);
        }
        return digits < 0 || digits > precision ? Optional.empty() : Optional.of(SqlType.decimal(precision, digits));
    }

    static List<String> listedValues(String type) {
        Matcher listed = LISTED.matcher(withoutCollation(type).strip());
        List<String> values = new ArrayList<>();
        if (listed.matches()) {
            Matcher value = VALUE.matcher(listed.group(1));
            while (value.find()) {
                values.add(value.group(1).replace("''", "'"));
            }
        }
        return List.copyOf(values);
    }
}
