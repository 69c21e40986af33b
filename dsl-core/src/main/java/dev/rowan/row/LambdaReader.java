package dev.rowan.row;

import dev.rowan.type.ValueReader;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Hands the boxed values of a row to a lambda. */
final class LambdaReader<R extends @Nullable Object> implements RowReader<R> {
    private static final ClassValue<MethodHandle> CREATE = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> shape) {
            return create(shape);
        }
    };

    private final MethodHandle create;
    private final RowConstructor constructor;
    private final Slot[] slots;
    private final ValueReader<?>[] readers;

    LambdaReader(RowTarget.ByPosition<R> target, Slot[] slots, ValueReader<?>[] readers) {
        this.create = CREATE.get(target.shape());
        this.constructor = target.constructor();
        this.slots = slots;
        this.readers = readers;
    }

    /** The interface's only method as {@code (RowConstructor, Object[])Object}. */
    private static MethodHandle create(Class<?> shape) {
        try {
            Method method = Arrays.stream(shape.getMethods())
                    .filter(m -> m.getName().equals("create"))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("expected a generated constructor interface, got " + shape));
            MethodHandle handle = MethodHandles.lookup().unreflect(method);
            return handle.asSpreader(Object[].class, method.getParameterCount())
                    .asType(MethodType.methodType(Object.class, RowConstructor.class, Object[].class));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The constructor as {@code (Object[])Object}. */
    static MethodHandle constructor(RowTarget.ByPosition<?> target) {
        return MethodHandles.insertArguments(CREATE.get(target.shape()), 0, target.constructor());
    }

    @Override
    @SuppressWarnings("unchecked") // the lambda was given as a constructor of R
    public R read(ResultSet row) throws SQLException {
        @Nullable Object[] values = new Object[readers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Reads.value(readers[i], slots[i], row, i + 1);
        }
        try {
            return (R) (Object) create.invokeExact(constructor, values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw Thrown.byConstructor(e);
        }
    }
}
