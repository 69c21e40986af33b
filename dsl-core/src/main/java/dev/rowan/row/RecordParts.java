package dev.rowan.row;

import dev.rowan.error.InvalidQueryException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes records apart into the values of all components, and makes records of such values. Immutable and thread-safe.
 *
 * @param <R> the record
 */
public final class RecordParts<R> {
    private final Class<R> type;
    private final RecordComponent[] components;
    private final MethodHandle[] accessors; // (Object record)Object
    private final MethodHandle constructor; // (Object[] values)Object

    private RecordParts(Class<R> type) {
        this.type = type;
        this.components = type.getRecordComponents();
        this.accessors = Arrays.stream(components)
                .map(component -> Constructors.accessor(type, component)
                        .asType(MethodType.methodType(Object.class, Object.class)))
                .toArray(MethodHandle[]::new);
        this.constructor = Constructors.canonical(type)
                .asSpreader(Object[].class, components.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    /**
     * The parts of a record.
     *
     * @throws InvalidQueryException if it is none, or its module keeps it closed
     */
    public static <R> RecordParts<R> of(Class<R> type) {
        if (!type.isRecord()) {
            throw new InvalidQueryException("expected a record to take apart, got " + type.getName());
        }
        return new RecordParts<>(type);
    }

    /**
     * Where the component of a column or an association stands.
     *
     * @throws InvalidQueryException if there is none
     */
    public int indexOf(String name) {
        for (int i = 0; i < components.length; i++) {
            if (Names.same(components[i].getName(), name)) {
                return i;
            }
        }
        throw new InvalidQueryException("record " + type.getSimpleName() + " has no component for " + name
                + "; its components are "
                + Arrays.stream(components).map(RecordComponent::getName).toList());
    }

    /** The type of a component. */
    public Class<?> type(int index) {
        return components[index].getType();
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
