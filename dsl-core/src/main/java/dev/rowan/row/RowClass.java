package dev.rowan.row;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Set;

/**
 * What a class is made of whose objects hold rows: a record, or a class that a {@link RowClassProvider} knows. Immutable and
 * thread-safe.
 */
public interface RowClass {

    /** The components, in the order of the constructor's parameters. */
    List<RowComponent> components();

    /**
     * The constructor, which takes the values of all components in their order.
     *
     * @param defaulted the 0-based indexes of components that {@linkplain RowComponent#hasDefault have a default}, which the
     *     constructor takes for them, whatever it is given
     * @throws IllegalAccessException if the module of the class keeps it closed
     */
    MethodHandle constructor(Set<Integer> defaulted) throws IllegalAccessException;

    /**
     * What yields the value of a component.
     *
     * @param index the 0-based index of the component
     * @throws IllegalAccessException if the module of the class keeps it closed
     */
    MethodHandle accessor(int index) throws IllegalAccessException;
}
