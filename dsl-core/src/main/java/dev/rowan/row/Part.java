package dev.rowan.row;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Where one argument of a row's constructor comes from. */
sealed interface Part {

    /** The type of the argument. */
    Class<?> type();

    /**
     * A column.
     *
     * @param index the 0-based index of the slot
     * @param required whether NULL is an error
     */
    record Column(int index, Slot slot, Class<?> type, boolean required) implements Part {

        /** Whether the value travels as a primitive. */
        boolean isPrimitive() {
            return type.isPrimitive();
        }
    }

    /** What a component is where the row has nothing for it: its class says so itself. */
    record Default(Class<?> type) implements Part {

        /** An argument that the constructor ignores. */
        MethodHandle ignored(Class<?> source) {
            return MethodHandles.empty(MethodType.methodType(type, source));
        }
    }

    /**
     * An association.
     *
     * @param index the 0-based index of the association in its shape
     * @param label what an error calls it, such as {@code Order.lineItems}
     */
    record Association(int index, AssociationSlot slot, Class<?> type, String label) implements Part {

        /** The argument when the association was not included. */
        Object unloaded() {
            return type == Many.class ? Many.unloaded(label) : One.unloaded(label);
        }
    }
}
