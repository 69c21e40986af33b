package dev.rowan.row;

import dev.rowan.error.InvalidQueryException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes records apart into the values of all components, and makes records of such values. Immutable and thread-safe.
 *
 * @param <R> the record
 */
public final class RecordParts<R> {
    private final Class<R> type;
    private final List<RowComponent> components;
    private final MethodHandle[] accessors; // (Object record)Object
    private final MethodHandle constructor; // (Object[] values)Object

    private RecordParts(Class<R> type) {
        this.type = type;
        RowClass rowClass = RowClasses.of(type, "to take apart");
        this.components = rowClass.components();
        this.accessors = IntStream.range(0, components.size())
                .mapToObj(i -> RowClasses.accessor(type, rowClass, i)
                        .asType(MethodType.methodType(Object.class, Object.class)))
                .toArray(MethodHandle[]::new);
        this.constructor = RowClasses.constructor(type)
                .asSpreader(Object[].class, components.size())
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    /**
     * The parts of a record.
     *
     * @throws InvalidQueryException if it is none, or its module keeps it closed
     */
    public static <R> RecordParts<R> of(Class<R> type) {
        return new RecordParts<>(type);
    }

    /**
     * Where the component of a column or an association stands.
     *
     * @throws InvalidQueryException if there is none
     */
    public int indexOf(String name) {
        for (int i = 0; i < components.size(); i++) {
            if (Names.same(components.get(i).name(), name)) {
                return i;
            }
        }
        throw new InvalidQueryException("record " + type.getSimpleName() + " has no component for " + name
                + "; its components are "
                + components.stream().map(RowComponent::name).toList());
    }

    /** The type of a component. */
    public Class<?> type(int index) {
        return components.get(index).type();
    }

    /** The values of a record, in a new array. */
    public @Nullable Object[] of(R record) {
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

    /** A record of such values. */
    @SuppressWarnings("unchecked") // the constructor is that of R
    public R made(@Nullable Object[] values) {
        try {
            return (R) (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw Thrown.byConstructor(e);
        }
    }
}
