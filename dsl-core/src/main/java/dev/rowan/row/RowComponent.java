package dev.rowan.row;

import java.lang.reflect.Type;

/**
 * One component of a {@link RowClass}.
 *
 * @param name what it is called
 * @param type the class of its value
 * @param genericType the same with its arguments
 * @param allowsNull whether null is a value of it
 * @param hasDefault whether the class has a value for it where a row has none
 */
public record RowComponent(String name, Class<?> type, Type genericType, boolean allowsNull, boolean hasDefault) {

    /** The component as an error shows it: {@code long id}. */
    @Override
    public String toString() {
        return type.getTypeName() + " " + name;
    }
}
