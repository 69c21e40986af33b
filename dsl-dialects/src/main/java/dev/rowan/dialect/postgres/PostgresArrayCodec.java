package dev.rowan.dialect.postgres;

import dev.rowan.type.ArrayCodec;
import dev.rowan.type.SqlType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Locale;

/** Arrays whose elements are written as PostgreSQL reads them, for the driver would write times in the JVM's zone. */
final class PostgresArrayCodec extends ArrayCodec {

    @Override
    protected String typeName(SqlType<?> element) {
        return switch (element.kind()) {
            case BOOLEAN -> "bool";
            case SMALLINT -> "int2";
            case INTEGER -> "int4";
            case BIGINT -> "int8";
            case REAL -> "float4";
            case DOUBLE -> "float8";
            case DECIMAL -> "numeric";
            case INSTANT -> "timestamptz";
            case BINARY -> "bytea";
            default -> super.typeName(element);
        };
    }

    @Override
    protected Object element(SqlType.Kind kind, Object value) {
        Object element = super.element(kind, value);
        return switch (kind) {
            case VARCHAR, TEXT -> PostgresTextCodec.checked((String) element, "an array");
            case DATE -> date((LocalDate) element, "");
            case TIMESTAMP -> timestamp((LocalDateTime) element, "");
            case INSTANT -> timestamp(((OffsetDateTime) element).toLocalDateTime(), "+00");
            case BINARY -> "\\x" + HexFormat.of().formatHex((byte[]) element);
            default -> element.toString();
        };
    }

    private static String timestamp(LocalDateTime value, String zone) {
        return date(value.toLocalDate(), " " + value.toLocalTime() + zone);
    }

    /** Years before 1 bear a suffix, and later ones no sign. */
    private static String date(LocalDate date, String rest) {
        int year = date.getYear();
        String day = String.format(
                Locale.ROOT, "%04d-%02d-%02d", year > 0 ? year : 1 - year, date.getMonthValue(), date.getDayOfMonth());
        return day + rest + (year > 0 ? "" : " BC");
    }
}
