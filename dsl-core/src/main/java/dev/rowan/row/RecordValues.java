package dev.rowan.row;

import dev.rowan.error.InvalidQueryException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
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
    private static final ReaderCache TAKERS = new ReaderCache();

    private final MethodHandle taker; // all accessors as one method, which takes an Object and yields an Object[]

    private RecordValues(MethodHandle taker) {
        this.taker = taker;
    }

    /**
     * The values of a record for the named columns, in their order.
     *
     * @throws InvalidQueryException if a column has no component; the message lists both sides
     */
    @SuppressWarnings("unchecked") // made for that very class
    public static <R> RecordValues<R> of(Class<R> type, List<String> columns) {
        return (RecordValues<R>) TAKERS.get(type, columns, () -> new RecordValues<>(taker(type, columns)));
    }

    private static MethodHandle taker(Class<?> type, List<String> columns) {
        if (!type.isRecord()) {
            throw new InvalidQueryException("expected a record to take values from, got " + type.getName());
        }
        MethodHandle[] accessors =
                columns.stream().map(column -> accessor(type, column, columns)).toArray(MethodHandle[]::new);
        MethodHandle array = MethodHandles.identity(Object[].class).asCollector(Object[].class, accessors.length);
        return RowReaders.compose(array, accessors, Object.class);
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
        try {
            return (@Nullable Object[]) (Object) taker.invokeExact((Object) record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException("expected the accessors of the record to return, but one threw " + e, e);
        }
    }
}
