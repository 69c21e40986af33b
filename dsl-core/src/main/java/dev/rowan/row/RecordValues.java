package dev.rowan.row;

import dev.rowan.error.InvalidQueryException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes records apart into the values of columns, matched by name. Immutable and thread-safe.
 *
 * @param <R> the record
 */
public final class RecordValues<R> {
    private final MethodHandle[] accessors;

    private RecordValues(MethodHandle[] accessors) {
        this.accessors = accessors;
    }

    /**
     * The values of a record for the named columns, in their order.
     *
     * @throws InvalidQueryException if a column has no component; the message lists both sides
     */
    public static <R> RecordValues<R> of(Class<R> type, List<String> columns) {
        if (!type.isRecord()) {
            throw new InvalidQueryException("expected a record to take values from, got " + type.getName());
        }
        return new RecordValues<>(
                columns.stream().map(column -> accessor(type, column, columns)).toArray(MethodHandle[]::new));
    }

    private static MethodHandle accessor(Class<?> type, String column, List<String> columns) {
        RecordComponent component = Arrays.stream(type.getRecordComponents())
                .filter(candidate -> Names.same(candidate.getName(), column))
                .findFirst()
                .orElseThrow(() -> new InvalidQueryException("record " + type.getSimpleName()
                        + " has no component for column " + column + "; its components are "
                        + Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList()
                        + ", the columns " + columns));
        return Constructors.accessor(type, component).asType(MethodType.methodType(Object.class, Object.class));
    }

    /** The values of one record; null is SQL NULL. */
    public @Nullable Object[] values(R record) {
        @Nullable Object[] values = new Object[accessors.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = (Object) accessors[i].invokeExact((Object) record);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException("expected the accessors of the record to return, but one threw " + e, e);
        }
        return values;
    }
}
