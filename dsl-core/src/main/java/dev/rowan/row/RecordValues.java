package dev.rowan.row;

import dev.rowan.error.InvalidQueryException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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

    /**
     * Refuses a class with a component that is none of these names, and so would be lost.
     *
     * @throws InvalidQueryException if there is one; the message lists both sides
     */
    public static void requireKnown(Class<?> type, List<String> names, String table) {
        RowClass rowClass = RowClasses.of(type, "to take values from");
        for (RowComponent component : rowClass.components()) {
            if (!component.hasDefault() && names.stream().noneMatch(name -> Names.same(component.name(), name))) {
                throw new InvalidQueryException(
                        "record " + type.getSimpleName() + " has a component " + component.name()
                                + ", which " + table + " has no column or association for; its components are "
                                + RowClasses.names(rowClass) + ", those of the table " + names);
            }
        }
    }

    private static MethodHandle taker(Class<?> type, List<String> columns) {
        RowClass rowClass = RowClasses.of(type, "to take values from");
        MethodHandle[] accessors = columns.stream()
                .map(column -> accessor(type, rowClass, column, columns))
                .toArray(MethodHandle[]::new);
        MethodHandle array = MethodHandles.identity(Object[].class).asCollector(Object[].class, accessors.length);
        return RowReaders.compose(array, accessors, Object.class);
    }

    private static MethodHandle accessor(Class<?> type, RowClass rowClass, String column, List<String> columns) {
        List<String> names = RowClasses.names(rowClass);
        for (int i = 0; i < names.size(); i++) {
            if (Names.same(names.get(i), column)) {
                return RowClasses.accessor(type, rowClass, i).asType(MethodType.methodType(Object.class, Object.class));
            }
        }
        throw new InvalidQueryException("record " + type.getSimpleName() + " has no component for column " + column
                + "; its components are " + names + ", the columns " + columns);
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
