package dev.rowan.migrate;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of types say about what they hold, as far as names go. */
final class Types {
    private static final Pattern SIZED = Pattern.compile("(\\D+?)\\((\\d+)(?:, ?(\\d+))?\\).*");
    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
    private static final Pattern FLOAT = Pattern.compile("(?i)(real|float|double).*");
    private static final Pattern MONEY =
            Pattern.compile("(?i).*(price|amount|total|cost|balance|fee|salary|money|cents).*");

    private Types() {}

    /** Whether a type holds less than another. */
    static boolean isNarrower(String narrow, String wide) {
        int integer = INTEGERS.indexOf(base(narrow));
        int other = INTEGERS.indexOf(base(wide));
        if (integer >= 0 && other >= 0) {
            return integer < other;
        }
        Matcher one = SIZED.matcher(narrow);
        Matcher two = SIZED.matcher(wide);
        if (one.matches() && two.matches() && one.group(1).equals(two.group(1))) {
            int whole = digits(one.group(2)) - digits(one.group(3));
            int wholeOfOther = digits(two.group(2)) - digits(two.group(3));
            return whole < wholeOfOther || digits(one.group(3)) < digits(two.group(3));
        }
        return one.matches() && isText(narrow) && isText(wide) && !two.matches();
    }

    /** Whether a database cuts values without a word when they get another type: digits behind the point, or the time of a day. */
    static boolean isCut(String before, String after) {
        int digits = scale(before);
        int left = scale(after);
        boolean isMoment = base(before).startsWith("timestamp") || base(before).equals("datetime");
        return (left >= 0 && digits > left)
                || (isMoment && (base(after).equals("date") || base(after).equals("time")));
    }

    /** How many digits a number has behind its point; negative for what is no number. */
    private static int scale(String type) {
        Matcher sized = SIZED.matcher(type);
        return switch (base(type)) {
            case "smallint", "integer", "bigint" -> 0;
            case "real", "double", "float" -> Integer.MAX_VALUE;
            case "decimal", "numeric" -> sized.matches() ? digits(sized.group(3)) : Integer.MAX_VALUE;
            default -> -1;
        };
    }

    private static boolean isText(String type) {
        String base = base(type);
        return base.contains("char") || base.contains("text");
    }

    private static int digits(@org.jspecify.annotations.Nullable String number) {
        return number == null ? 0 : Integer.parseInt(number);
    }

    private static String base(String type) {
        return type.toLowerCase(Locale.ROOT).replaceFirst("[ (].*", "");
    }

    static boolean isFloatForMoney(String column, String type) {
        return FLOAT.matcher(type).matches() && MONEY.matcher(column).matches();
    }
}
