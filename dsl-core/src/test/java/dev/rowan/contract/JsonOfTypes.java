package dev.rowan.contract;

import dev.rowan.type.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the JSON of a value must be, by Java. */
final class JsonOfTypes {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");
    private static final Set<?> FIRST = Set.of(LocalDate.MIN, LocalDateTime.MIN, Instant.MIN);
    private static final Set<?> LAST = Set.of(
            LocalDate.MAX,
            LocalDateTime.MAX.truncatedTo(ChronoUnit.MICROS),
            Instant.MAX.truncatedTo(ChronoUnit.MICROS));

    private JsonOfTypes() {}

    /** The JSON of a value as it reaches JDBC. */
    static Json of(Object value) {
        if (value instanceof Json json) {
            return json;
        } else if (value instanceof BigDecimal decimal) {
            return Json.of(decimal.toPlainString());
        } else if (value instanceof Float real) {
            return of(real.doubleValue());
        } else if (value instanceof Double real && !Double.isFinite(real)) {
            return Json.string(real.toString());
        } else if (value instanceof Number || value instanceof Boolean) {
            return Json.of(value.toString());
        }
        return Json.string(text(value));
    }

    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        } else if (value instanceof LocalTime time) {
            return TIME.format(time);
        } else if (value instanceof LocalDateTime time) {
            return time.toLocalDate() + "T" + TIME.format(time);
        } else if (value instanceof Instant instant) {
            return text(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z";
        }
        return value.toString();
    }

    /** Whether it is the value's JSON: a double by its value, whatever its digits; the ends of time as a database has them. */
    static boolean says(@Nullable Json json, Object value) {
        if (json == null) {
            return false;
        } else if ((value instanceof Double || value instanceof Float) && json.value() instanceof BigDecimal number) {
            return number.doubleValue() == ((Number) value).doubleValue();
        } else if (FIRST.contains(value) && json.equals(Json.string("-infinity"))) {
            return true;
        }
        return json.equals(of(value)) || (LAST.contains(value) && json.equals(Json.string("infinity")));
    }
}
