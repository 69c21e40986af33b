package dev.rowan.dialect.mysql;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one spelling of each type and of each value of it, out of those that MySQL and MariaDB have. */
final class MySqlTypes {
    private static final Pattern COLLATED = Pattern.compile("(?is)(.*?)(\\s+character set .+)");
    private static final Pattern SIZED = Pattern.compile("(?is)([a-z]+(?: precision)?)\\s*(?:\\(([\\d, ]+)\\))?(.*)");
    private static final Map<String, String> NAMES =
            Map.of("int", "integer", "double", "double precision", "numeric", "decimal", "bool", "boolean");

    private MySqlTypes() {}

    /** The one spelling of a type with its collation. */
    static String of(String type) {
        Matcher collated = COLLATED.matcher(type);
        if (collated.matches()) {
            return of(collated.group(1)) + collated.group(2).toLowerCase(Locale.ROOT);
        }
        Matcher sized = SIZED.matcher(type);
        if (!sized.matches() || type.contains("'")) {
            return type; // enum('a', 'b')
        }
        String name = sized.group(1).toLowerCase(Locale.ROOT);
        String rest = sized.group(3).toLowerCase(Locale.ROOT).strip();
        String size = sized.group(2) == null ? "" : "(" + sized.group(2).replaceAll("\\s*,\\s*", ", ") + ")";
        if (name.equals("tinyint") && size.equals("(1)") && rest.isEmpty()) {
            return "boolean";
        } else if ((name.endsWith("int") && !rest.contains("zerofill")) || name.equals("year")) {
            size = ""; // how wide it is shown
        }
        return rest.isEmpty() ? NAMES.getOrDefault(name, name) + size : name + size + " " + rest;
    }

    /** A number as a column of a type holds it. */
    static String number(String type, String number) {
        try {
            BigDecimal value = new BigDecimal(number);
            if (type.startsWith("decimal(")) {
                String scale =
                        type.substring(type.indexOf(',') + 1, type.indexOf(')')).strip();
                return value.setScale(Integer.parseInt(scale), java.math.RoundingMode.HALF_UP)
                        .toPlainString();
            } else if (type.startsWith("double") || type.startsWith("float")) {
                String plain = value.stripTrailingZeros().toPlainString();
                return value.signum() == 0 ? "0" : plain;
            }
        } catch (NumberFormatException other) {
            return number;
        }
        return number;
    }

    /** Whether a default of a type is written without quotes. */
    static boolean isNumber(String type) {
        return type.matches(
                "(?s)(boolean|tinyint|smallint|mediumint|int|integer|bigint|decimal|double|float|bit|year)\\b.*");
    }
}
