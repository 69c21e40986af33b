package dev.rowan.row;

import dev.rowan.error.DecodeException;
import dev.rowan.type.Codecs;
import dev.rowan.type.SqlType;
import dev.rowan.type.ValueReader;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Handles of type {@code (ResultSet)T} that read one column; primitives go without boxing. */
final class Reads {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private Reads() {}

    /** The handle that reads a column as the part's type. */
    static MethodHandle read(Part.Column part, Codecs codecs) {
        SqlType<?> type = part.slot().type();
        if (!type.isDirect() || !codecs.isStandard(type.kind())) {
            return value(part, type.reader(codecs));
        } else if (part.isPrimitive()) {
            return primitive(part);
        }
        MethodHandle getter = getter(type.kind(), type.javaType());
        return getter == null ? value(part, type.reader(codecs)) : direct(part, getter);
    }

    /** The driver's own getter as {@code (ResultSet, int)T}, or null if the standard codec does more than to call it. */
    private static @Nullable MethodHandle getter(SqlType.Kind kind, Class<?> type) {
        try {
            return switch (kind) {
                case VARCHAR, TEXT ->
                    LOOKUP.findVirtual(ResultSet.class, "getString", MethodType.methodType(type, int.class));
                case DECIMAL ->
                    LOOKUP.findVirtual(ResultSet.class, "getBigDecimal", MethodType.methodType(type, int.class));
                case BINARY -> LOOKUP.findVirtual(ResultSet.class, "getBytes", MethodType.methodType(type, int.class));
                case DATE, TIME, TIMESTAMP, UUID -> {
                    MethodType object = MethodType.methodType(Object.class, int.class, Class.class);
                    yield MethodHandles.insertArguments(
                            LOOKUP.findVirtual(ResultSet.class, "getObject", object), 2, type);
                }
                default -> null;
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("expected the getters of JDBC", e);
        }
    }

    private static MethodHandle direct(Part.Column part, MethodHandle getter) {
        MethodHandle read = MethodHandles.insertArguments(getter, 1, part.index() + 1);
        if (part.required()) {
            MethodHandle present = handle("present", Object.class, Object.class, Slot.class, int.class);
            MethodHandle check = MethodHandles.insertArguments(present, 1, part.slot(), part.index() + 1);
            MethodType type = read.type();
            read = MethodHandles.filterReturnValue(
                    read, check.asType(MethodType.methodType(type.returnType(), type.returnType())));
        }
        return read.asType(MethodType.methodType(part.type(), ResultSet.class));
    }

    static Object present(@Nullable Object value, Slot slot, int column) {
        if (value == null) {
            throw unexpectedNull(slot, column);
        }
        return value;
    }

    private static MethodHandle primitive(Part.Column part) {
        MethodHandle reader = handle("read", part.type(), ResultSet.class, int.class, Slot.class, part.type());
        MethodHandle bound = MethodHandles.insertArguments(reader, 1, part.index() + 1, part.slot());
        return MethodHandles.insertArguments(bound, 1, zero(part.type()));
    }

    private static MethodHandle value(Part.Column part, ValueReader<?> reader) {
        String name = part.required() ? "required" : "value";
        MethodHandle read = handle(name, Object.class, ValueReader.class, Slot.class, ResultSet.class, int.class);
        MethodHandle bound = MethodHandles.insertArguments(read, 0, reader, part.slot());
        return MethodHandles.insertArguments(bound, 1, part.index() + 1)
                .asType(MethodType.methodType(part.type(), ResultSet.class));
    }

    private static Object zero(Class<?> primitive) {
        return java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(primitive, 1), 0);
    }

    private static MethodHandle handle(String name, Class<?> result, Class<?>... parameters) {
        try {
            return LOOKUP.findStatic(Reads.class, name, MethodType.methodType(result, parameters));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("expected Reads." + name + " for " + result, e);
        }
    }

    /** Reads a value that may be NULL. */
    static @Nullable Object value(ValueReader<?> reader, Slot slot, ResultSet row, int column) throws SQLException {
        try {
            return reader.read(row, column);
        } catch (RuntimeException e) {
            throw new DecodeException("column " + column + " (" + slot + "): " + e.getMessage(), e);
        }
    }

    /** Reads a value that must not be NULL. */
    static Object required(ValueReader<?> reader, Slot slot, ResultSet row, int column) throws SQLException {
        Object value = value(reader, slot, row, column);
        if (value == null) {
            throw unexpectedNull(slot, column);
        }
        return value;
    }

    static DecodeException unexpectedNull(Slot slot, int column) {
        return new DecodeException(
                "column " + column + " (" + slot + "): expected a value, got NULL; the database allows "
                        + "what the declaration excludes, so drop notNull() or correct the rows");
    }

    // JDBC says whether a zero was NULL only on request; the last parameter tells the overloads apart

    static boolean read(ResultSet row, int column, Slot slot, boolean zero) throws SQLException {
        boolean value = row.getBoolean(column);
        if (!value && row.wasNull()) {
            throw unexpectedNull(slot, column);
        }
        return value;
    }

    static short read(ResultSet row, int column, Slot slot, short zero) throws SQLException {
        short value = row.getShort(column);
        if (value == 0 && row.wasNull()) {
            throw unexpectedNull(slot, column);
        }
        return value;
    }

    static int read(ResultSet row, int column, Slot slot, int zero) throws SQLException {
        int value = row.getInt(column);
        if (value == 0 && row.wasNull()) {
            throw unexpectedNull(slot, column);
        }
        return value;
    }

    static long read(ResultSet row, int column, Slot slot, long zero) throws SQLException {
        long value = row.getLong(column);
        if (value == 0 && row.wasNull()) {
            throw unexpectedNull(slot, column);
        }
        return value;
    }

    static float read(ResultSet row, int column, Slot slot, float zero) throws SQLException {
        float value = row.getFloat(column);
        if (value == 0 && row.wasNull()) {
            throw unexpectedNull(slot, column);
        }
        return value;
    }

    static double read(ResultSet row, int column, Slot slot, double zero) throws SQLException {
        double value = row.getDouble(column);
        if (value == 0 && row.wasNull()) {
            throw unexpectedNull(slot, column);
        }
        return value;
    }
}
