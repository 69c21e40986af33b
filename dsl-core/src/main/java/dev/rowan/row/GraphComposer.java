package dev.rowan.row;

import dev.rowan.type.Codecs;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.ResultSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Composes the handles of a {@link GraphReader}: one that moves a row of a result into a buffer, and one that makes the
 * record of a buffered row. Primitives travel as longs, floating point by its bits.
 */
final class GraphComposer {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final MethodHandle PUT_LONG = virtual(RowBuffer.class, "putLast", void.class, int.class, long.class);
    private static final MethodHandle PUT_OBJECT =
            virtual(RowBuffer.class, "putLast", void.class, int.class, Object.class);
    private static final MethodHandle LONG_AT = virtual(BufferedRow.class, "longAt", long.class, int.class);
    private static final MethodHandle OBJECT_AT = virtual(BufferedRow.class, "objectAt", Object.class, int.class);
    private static final MethodHandle RELATED_AT = virtual(BufferedRow.class, "relatedAt", Object.class, int.class);
    private static final MethodHandle TO_BITS = fixed(Double.class, "doubleToRawLongBits", long.class, double.class);
    private static final MethodHandle FROM_BITS = fixed(Double.class, "longBitsToDouble", double.class, long.class);

    private final Codecs codecs;
    private final int before;
    private int longs;
    private int objects;

    private GraphComposer(Codecs codecs, int before) {
        this.codecs = codecs;
        this.before = before;
    }

    /**
     * @param extra columns after those of the record, which it does not see
     * @param before how many columns of the result come first
     */
    static GraphReader<?> reader(
            Class<?> type, List<Part> parts, int columns, List<Slot> extra, int before, Codecs codecs) {
        return new GraphComposer(codecs, before).compose(type, parts, columns, extra);
    }

    private GraphReader<?> compose(Class<?> type, List<Part> parts, int columns, List<Slot> extra) {
        MethodHandle store = MethodHandles.empty(MethodType.methodType(void.class, RowBuffer.class, ResultSet.class));
        MethodHandle[] arguments = new MethodHandle[parts.size()];
        MethodHandle[] values = new MethodHandle[columns + extra.size()];
        for (int i = 0; i < arguments.length; i++) {
            if (parts.get(i) instanceof Part.Column column) {
                int offset = column.isPrimitive() ? longs++ : objects++;
                store = MethodHandles.foldArguments(store, store(column, offset));
                arguments[i] = load(column, offset);
                values[column.index()] = arguments[i].asType(MethodType.methodType(Object.class, BufferedRow.class));
            } else if (parts.get(i) instanceof Part.Association association) {
                arguments[i] = related(association);
            } else {
                arguments[i] = ((Part.Default) parts.get(i)).ignored(BufferedRow.class);
            }
        }
        for (int i = 0; i < extra.size(); i++) {
            Slot slot = extra.get(i);
            Part.Column column = new Part.Column(columns + i, slot, Object.class, !slot.nullable());
            int offset = objects++;
            store = MethodHandles.foldArguments(store, store(column, offset));
            values[column.index()] = load(column, offset);
        }
        MethodHandle create = RowReaders.compose(RowClasses.constructor(type, parts), arguments, BufferedRow.class);
        return new GraphReader<>(longs, objects, store, create, values, List.of());
    }

    /** {@code (RowBuffer, ResultSet)void}. */
    private MethodHandle store(Part.Column part, int offset) {
        MethodHandle read =
                Reads.read(new Part.Column(before + part.index(), part.slot(), part.type(), part.required()), codecs);
        MethodHandle put = MethodHandles.insertArguments(part.isPrimitive() ? PUT_LONG : PUT_OBJECT, 1, offset);
        return MethodHandles.filterArguments(put, 1, part.isPrimitive() ? asLong(read) : asObject(read));
    }

    private static MethodHandle asObject(MethodHandle read) {
        return read.asType(MethodType.methodType(Object.class, ResultSet.class));
    }

    private static MethodHandle asLong(MethodHandle read) {
        Class<?> type = read.type().returnType();
        if (type == double.class || type == float.class) {
            MethodHandle widened = read.asType(read.type().changeReturnType(double.class));
            return MethodHandles.filterReturnValue(widened, TO_BITS);
        }
        return MethodHandles.explicitCastArguments(read, read.type().changeReturnType(long.class));
    }

    /** {@code (BufferedRow)T}. */
    private static MethodHandle load(Part.Column part, int offset) {
        MethodHandle at = MethodHandles.insertArguments(part.isPrimitive() ? LONG_AT : OBJECT_AT, 1, offset);
        MethodType type = MethodType.methodType(part.type(), BufferedRow.class);
        if (part.type() == double.class || part.type() == float.class) {
            return MethodHandles.explicitCastArguments(MethodHandles.filterReturnValue(at, FROM_BITS), type);
        }
        return MethodHandles.explicitCastArguments(at, type);
    }

    private static MethodHandle related(Part.Association part) {
        if (!part.slot().included()) {
            MethodHandle unloaded = MethodHandles.constant(part.type(), part.unloaded());
            return MethodHandles.dropArguments(unloaded, 0, BufferedRow.class);
        }
        MethodHandle at = MethodHandles.insertArguments(RELATED_AT, 1, part.index());
        return held(at, part.type());
    }

    /** A handle that yields associated records, as one that yields them in the form that a component has. */
    static MethodHandle held(MethodHandle records, Class<?> component) {
        MethodHandle held = MethodHandles.filterReturnValue(
                records, fixed(GraphComposer.class, form(component), Object.class, Object.class));
        return held.asType(held.type().changeReturnType(component));
    }

    private static String form(Class<?> component) {
        return component == Many.class
                ? "many"
                : component == One.class ? "one" : component == List.class ? "list" : "plain";
    }

    @SuppressWarnings({"unused", "unchecked"}) // found by name; the assembly hands a list over
    private static Object many(Object records) {
        return Many.adopt((List<Object>) records);
    }

    @SuppressWarnings("unused") // found by name
    private static Object list(Object records) {
        return Collections.unmodifiableList((List<?>) records);
    }

    @SuppressWarnings("unused") // found by name
    private static Object one(@Nullable Object record) {
        return One.ofNullable(record);
    }

    @SuppressWarnings("unused") // found by name
    private static @Nullable Object plain(@Nullable Object record) {
        return record;
    }

    private static MethodHandle virtual(Class<?> type, String name, Class<?> result, Class<?>... parameters) {
        try {
            return LOOKUP.findVirtual(type, name, MethodType.methodType(result, parameters));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("expected " + type.getSimpleName() + "." + name, e);
        }
    }

    private static MethodHandle fixed(Class<?> type, String name, Class<?> result, Class<?>... parameters) {
        try {
            return LOOKUP.findStatic(type, name, MethodType.methodType(result, parameters));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("expected " + type.getSimpleName() + "." + name, e);
        }
    }
}
