package dev.rowan.expression;

import dev.rowan.type.SqlType;
import java.util.Locale;

/** A part of a date or a time. */
public enum TimePart {
    /** The year. */
    YEAR(true),
    /** A quarter of a year, 1 to 4. */
    QUARTER(true),
    /** The month, 1 to 12. */
    MONTH(true),
    /** The week of ISO 8601, 1 to 53; as an amount, seven days. */
    WEEK(true),
    /** The day of the month; as an amount, a day. */
    DAY(true),
    /** The hour, 0 to 23. */
    HOUR(false),
    /** The minute, 0 to 59. */
    MINUTE(false),
    /** The second, 0 to 59. */
    SECOND(false);

    private final boolean ofDate;

    TimePart(boolean ofDate) {
        this.ofDate = ofDate;
    }

    /** The function that takes or moves this part: {@code extract_year_of_date}. */
    String function(String verb, SqlType<?> type) {
        boolean fits = switch (type.kind()) {
            case DATE -> ofDate;
            case TIME -> !ofDate;
            case TIMESTAMP, INSTANT -> true;
            default -> false;
        };
        if (!fits) {
            throw new IllegalArgumentException("expected a part of a " + type + ", got " + this);
        }
        return verb + "_" + name().toLowerCase(Locale.ROOT) + "_of_"
                + type.kind().name().toLowerCase(Locale.ROOT);
    }
}
