package dev.rowan.generate;

import dev.rowan.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Java side of a column's type.
 *
 * @param column the class of the column
 * @param value the class of a value
 * @param primitive what stands for it where it is not null
 * @param method the method of a table that declares it, {@code decimal}
 * @param arguments what it is given behind the name, {@code , 10, 2}
 * @param imports what a use of the value needs
 * @param sqlType the expression of its {@link SqlType}; null where it is an enum
 */
record ColumnType(
        String column,
        String value,
        String primitive,
        String method,
        String arguments,
        List<String> imports,
        @Nullable String sqlType,
        SqlType.Kind kind) {

    static ColumnType of(SqlType<?> type) {
        return switch (type.kind()) {
            case BOOLEAN -> direct("BooleanColumn", "Boolean", "boolean", "bool", type);
            case SMALLINT -> direct("NumberColumn", "Short", "short", "smallint", type);
            case INTEGER -> direct("NumberColumn", "Integer", "int", "integer", type);
            case BIGINT -> direct("NumberColumn", "Long", "long", "bigint", type);
            case REAL -> direct("NumberColumn", "Float", "float", "real", type);
            case DOUBLE -> direct("NumberColumn", "Double", "double", "doublePrecision", type);
            case DECIMAL -> decimal(type);
            case VARCHAR ->
                new ColumnType(
                        "TextColumn",
                        "String",
                        "String",
                        "varchar",
                        ", " + type.size(),
                        List.of(),
                        "SqlType.varchar(" + type.size() + ")",
                        type.kind());
            case TEXT -> direct("TextColumn", "String", "String", "text", type);
            case DATE -> imported("TemporalColumn", "java.time.LocalDate", "date", type);
            case TIME -> imported("TemporalColumn", "java.time.LocalTime", "time", type);
            case TIMESTAMP -> imported("TemporalColumn", "java.time.LocalDateTime", "timestamp", type);
            case INSTANT -> imported("TemporalColumn", "java.time.Instant", "instant", type);
            case UUID -> imported("PlainColumn", "java.util.UUID", "uuid", type);
            case BINARY -> direct("PlainColumn", "byte[]", "byte[]", "binary", type);
            case JSON -> imported("JsonColumn", "dev.rowan.type.Json", "json", type);
            case ARRAY -> array(of(type.element()));
        };
    }

    private static ColumnType direct(String column, String value, String primitive, String method, SqlType<?> type) {
        return new ColumnType(
                column,
                value,
                primitive,
                method,
                "",
                List.of(),
                "SqlType." + type.kind().name(),
                type.kind());
    }

    private static ColumnType imported(String column, String qualified, String method, SqlType<?> type) {
        String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
        String sqlType = "SqlType." + type.kind().name();
        return new ColumnType(column, simple, simple, method, "", List.of(qualified), sqlType, type.kind());
    }

    private static ColumnType decimal(SqlType<?> type) {
        boolean isSized = type.size() > 0;
        String sizes = type.size() + ", " + type.scale();
        return new ColumnType(
                isSized ? "NumberColumn" : "PlainColumn",
                "BigDecimal",
                "BigDecimal",
                isSized ? "decimal" : "column",
                isSized ? ", " + sizes : ", SqlType.DECIMAL",
                List.of("java.math.BigDecimal"),
                isSized ? "SqlType.decimal(" + sizes + ")" : "SqlType.DECIMAL",
                type.kind());
    }

    private static ColumnType array(ColumnType element) {
        return new ColumnType(
                "ArrayColumn",
                element.value(),
                element.value(),
                "array",
                ", " + element.sqlType(),
                element.imports(),
                null,
                SqlType.Kind.ARRAY);
    }

    /** A column of an enum's constants. */
    static ColumnType of(EnumModel enumeration) {
        return new ColumnType(
                enumeration.isDirect() ? "EnumColumn" : "PlainColumn",
                enumeration.name(),
                enumeration.name(),
                enumeration.isDirect() ? "enumeration" : "column",
                ", " + enumeration.name() + (enumeration.isDirect() ? ".class" : "." + enumeration.typeField()),
                List.of(),
                null,
                SqlType.Kind.VARCHAR);
    }

    boolean isEnum() {
        return sqlType == null && kind == SqlType.Kind.VARCHAR;
    }

    /** Whether a value is a whole number. */
    boolean isWhole() {
        return kind == SqlType.Kind.SMALLINT || kind == SqlType.Kind.INTEGER || kind == SqlType.Kind.BIGINT;
    }

    boolean isNumber() {
        return column.equals("NumberColumn");
    }

    /** The type of a field that holds the column. */
    String field(String row, boolean isNullable) {
        if (kind == SqlType.Kind.ARRAY) {
            return column + "<" + row + ", " + value + ">";
        }
        return column + "<" + row + ", " + (isNullable ? nullable() : value) + ">";
    }

    private String nullable() {
        return value.equals("byte[]") ? "byte @Nullable []" : "@Nullable " + value;
    }

    /** The type of a record's component. */
    String component(boolean isNullable) {
        if (kind == SqlType.Kind.ARRAY) {
            return (isNullable ? "@Nullable " : "") + "List<"
                    + (value.equals("byte[]") ? "byte @Nullable []" : "@Nullable " + value) + ">";
        }
        return isNullable ? nullable() : primitive;
    }
}
