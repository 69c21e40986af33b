package dev.rowan.row;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies records with another value of the component that an association has. Immutable and thread-safe.
 *
 * @param <R> the record
 */
public final class RecordCopies<R> {
    private final MethodHandle copy; // (Object record, Object value)Object

    private RecordCopies(MethodHandle copy) {
        this.copy = copy;
    }

    /**
     * Copies for one association.
     *
     * @param shape of the record's table
     * @param association its index among those of the shape
     * @throws dev.rowan.error.InvalidQueryException if the record does not fit its table, or has no component for the association
     */
    public static <R> RecordCopies<R> of(Class<R> type, Shape shape, int association) {
        List<Part> parts = RecordPlan.byName(type, new Shape(shape.slots(), loaded(type, shape, association)));
        RowClass rowClass = RowClasses.of(type, "to copy");
        List<RowComponent> components = rowClass.components();
        MethodHandle[] arguments = new MethodHandle[components.size()];
        for (int i = 0; i < arguments.length; i++) {
            MethodHandle argument = parts.get(i) instanceof Part.Association part && part.index() == association
                    ? MethodHandles.dropArguments(
                            GraphComposer.held(MethodHandles.identity(Object.class), part.type()), 0, Object.class)
                    : MethodHandles.dropArguments(
                            RowClasses.accessor(type, rowClass, i)
                                    .asType(MethodType.methodType(
                                            components.get(i).type(), Object.class)),
                            1,
                            Object.class);
            arguments[i] = argument;
        }
        MethodHandle constructor = RowClasses.constructor(type);
        MethodHandle spread = constructor;
        for (int i = arguments.length - 1; i >= 0; i--) { // each argument from both the record and the value
            spread = MethodHandles.collectArguments(spread, i, arguments[i]);
        }
        int[] both = new int[arguments.length * 2];
        for (int i = 0; i < both.length; i++) {
            both[i] = i % 2;
        }
        MethodType exact = MethodType.methodType(type, Object.class, Object.class);
        return new RecordCopies<>(
                MethodHandles.permuteArguments(spread, exact, both).asType(exact.changeReturnType(Object.class)));
    }

    /** As if the others that the record has were included too, for what they hold stays as it is. */
    private static List<AssociationSlot> loaded(Class<?> type, Shape shape, int association) {
        AssociationSlot[] slots = shape.associations().toArray(AssociationSlot[]::new);
        for (int i = 0; i < slots.length; i++) {
            AssociationSlot slot = slots[i];
            boolean held = RowClasses.names(RowClasses.of(type, "to copy")).stream()
                    .anyMatch(name -> Names.same(name, slot.name()));
            slots[i] = i == association
                    ? slot
                    : new AssociationSlot(slot.name(), slot.many(), slot.rowType(), false, held);
        }
        return List.of(slots);
    }

    /**
     * The copy.
     *
     * @param value a list of records that the caller gives away, or a record or null
     */
    @SuppressWarnings("unchecked") // the constructor is that of R
    public R with(R record, @Nullable Object value) {
        try {
            return (R) (Object) copy.invokeExact((Object) record, value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw Thrown.byConstructor(e);
        }
    }
}
