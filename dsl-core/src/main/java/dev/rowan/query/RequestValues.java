package dev.rowan.query;

import dev.rowan.error.ValidationException;
import dev.rowan.error.Violation;
import dev.rowan.expression.BoundValue;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes assignments of what a request holds, such as a parsed JSON object, for those columns alone that it may set. */
final class RequestValues {
    private RequestValues() {}

    /** @throws ValidationException if it holds something else, or a value that its column cannot */
    static <R> List<Assignment> assignments(Table<R> table, Map<String, ?> values, List<Column<R, ?>> allowed) {
        List<Assignment> assignments = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        values.forEach((name, value) -> {
            Column<R, ?> column = allowed.stream()
                    .filter(candidate -> isNamed(name, candidate))
                    .findFirst()
                    .orElse(null);
            if (column == null) {
                violations.add(
                        new Violation(table.toString(), name, "allowed", "is not one of the fields to set", 0, null));
                return;
            }
            Assignment.requireTable(table, column);
            try {
                assignments.add(new Assignment(column, bound(column, column.type(), value)));
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
                violations.add(new Violation(
                        table.toString(),
                        column.label(),
                        "type",
                        "must be a value of " + column.type(),
                        0,
                        column.isHidden() ? null : value));
            }
        });
        if (!violations.isEmpty()) {
            throw new ValidationException(violations);
        }
        return assignments;
    }

    /** Whether a field or a component is that of a column: {@code userId} is that of {@code user_id}. */
    static boolean isNamed(String name, Column<?, ?> column) {
        return plain(column.label()).equals(plain(name));
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static <T> BoundValue<?> bound(Column<?, ?> column, SqlType<T> type, @Nullable Object value) {
        if (value == null) {
            return new BoundValue<>(type, null);
        }
        T converted = type.javaType().isInstance(value)
                ? type.javaType().cast(value)
                : type.fromColumn(converted(type.kind(), value));
        Assignment.requireDigits(column, type, converted);
        return new BoundValue<>(type, converted);
    }

    private static Object converted(SqlType.Kind kind, Object value) {
        return switch (kind) {
            case SMALLINT -> decimal(value).shortValueExact();
            case INTEGER -> decimal(value).intValueExact();
            case BIGINT -> decimal(value).longValueExact();
            case DECIMAL -> decimal(value);
            case REAL -> decimal(value).floatValue();
            case DOUBLE -> decimal(value).doubleValue();
            case DATE -> LocalDate.parse(text(value));
            case TIME -> LocalTime.parse(text(value));
            case TIMESTAMP -> LocalDateTime.parse(text(value));
            case INSTANT -> Instant.parse(text(value));
            case UUID -> UUID.fromString(text(value));
            case TEXT, VARCHAR -> text(value);
            case BOOLEAN, BINARY, JSON, ARRAY ->
                throw new IllegalArgumentException("expected a value of " + kind + ", got another");
        };
    }

    private static BigDecimal decimal(Object value) {
        if (value instanceof Number || value instanceof String) {
            return new BigDecimal(value.toString());
        }
        throw new IllegalArgumentException("expected a number, got none");
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("expected a text, got none");
    }
}
