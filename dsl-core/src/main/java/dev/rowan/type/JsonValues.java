package dev.rowan.type;

import dev.rowan.error.DecodeException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values of each kind as they stand in the JSON of rows: whole numbers and truth values as such, everything else as a text, so
 * that no parser between the database and Java takes a digit from it.
 */
final class JsonValues {
    private static final BigDecimal EXACT_IN_DOUBLES = BigDecimal.valueOf(1L << 53);

    private JsonValues() {}

    /** Reads the value as JDBC would yield it. */
    static <T> JsonReader<T> reader(SqlType<T> type) {
        if (type.kind() == SqlType.Kind.ARRAY) {
            return array(type, type.element().jsonReader());
        }
        SqlType.Kind kind = type.kind();
        return json -> json.isNull() ? null : type.fromColumn(value(kind, json));
    }

    private static <T> JsonReader<T> array(SqlType<T> type, JsonReader<?> element) {
        return json -> {
            if (json.isNull()) {
                return null;
            }
            List<@Nullable Object> elements = new ArrayList<>();
            json.enter();
            while (json.next()) {
                elements.add(element.read(json));
            }
            return type.fromColumn(Collections.unmodifiableList(elements));
        };
    }

    private static Object value(SqlType.Kind kind, JsonCursor json) {
        try {
            return switch (kind) {
                case BOOLEAN -> json.isBoolean() ? json.truth() : whole(json) != 0; // as JDBC has it
                case SMALLINT -> (short) whole(json, Short.MIN_VALUE, Short.MAX_VALUE);
                case INTEGER -> (int) whole(json, Integer.MIN_VALUE, Integer.MAX_VALUE);
                case BIGINT -> whole(json, Long.MIN_VALUE, Long.MAX_VALUE);
                case REAL -> (float) real(digits(json));
                case DOUBLE -> real(digits(json));
                case DECIMAL -> new BigDecimal(digits(json));
                case VARCHAR, TEXT -> text(json);
                case JSON -> Json.unchecked(text(json));
                case BINARY -> HexFormat.of().parseHex(text(json));
                case UUID -> UUID.fromString(text(json));
                case DATE -> date(text(json));
                case TIME -> LocalTime.parse(text(json));
                case TIMESTAMP -> timestamp(text(json));
                case INSTANT -> instant(text(json));
                case ARRAY -> throw new AssertionError("arrays have a reader of their own");
            };
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new DecodeException(
                    "expected a " + SqlType.word(kind)
                            + " in the JSON that the database made of rows, got another text",
                    e);
        }
    }

    private static String text(JsonCursor json) {
        if (!json.isText()) {
            throw json.unexpected("a text");
        }
        return json.text();
    }

    private static String digits(JsonCursor json) {
        return json.isNumber() ? json.text() : text(json);
    }

    private static long whole(JsonCursor json, long least, long most) {
        long value = whole(json);
        if (value < least || value > most) {
            throw new DecodeException("expected a number between " + least + " and " + most
                    + ", got another; declare or cast the expression as a wider type");
        }
        return value;
    }

    private static long whole(JsonCursor json) {
        if (json.isWholeNumber()) {
            return json.wholeNumber();
        } else if (!json.isNumber()) {
            throw json.unexpected("a number");
        }
        BigDecimal number = new BigDecimal(json.text());
        if (number.abs().compareTo(EXACT_IN_DOUBLES) > 0
                || number.stripTrailingZeros().scale() > 0) {
            throw new DecodeException(
                    "expected a whole number, got one that the database computed as another; declare the"
                            + " column or cast the expression as double precision or as a decimal");
        }
        return number.longValueExact();
    }

    private static double real(String digits) {
        return switch (digits) {
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(digits);
        };
    }

    private static LocalDate date(String text) {
        return switch (text) {
            case "infinity" -> LocalDate.MAX;
            case "-infinity" -> LocalDate.MIN;
            default -> LocalDate.parse(text);
        };
    }

    private static LocalDateTime timestamp(String text) {
        return switch (text) {
            case "infinity" -> LocalDateTime.MAX;
            case "-infinity" -> LocalDateTime.MIN;
            default -> LocalDateTime.parse(text);
        };
    }

    private static Instant instant(String text) {
        return switch (text) {
            case "infinity" -> OffsetDateTime.MAX.toInstant();
            case "-infinity" -> OffsetDateTime.MIN.toInstant();
            default -> Instant.parse(text);
        };
    }
}
