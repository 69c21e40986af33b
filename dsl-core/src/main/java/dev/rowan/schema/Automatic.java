package dev.rowan.schema;

import dev.rowan.expression.Setting;
import java.util.function.Supplier;

/**
 * What Rowan itself writes into a column.
 *
 * @param <T> the Java type of the column
 */
public sealed interface Automatic<T> {

    /** The time of the insert. */
    record CreatedAt<T>() implements Automatic<T> {}

    /** The time of the insert, and of each update. */
    record UpdatedAt<T>() implements Automatic<T> {}

    /** 0, and one more for each update. */
    record Version<T>() implements Automatic<T> {}

    /**
     * A value that is made where a row has none.
     *
     * @param source makes the value of one row
     */
    record Generated<T>(Supplier<? extends T> source) implements Automatic<T> {}

    /**
     * The value of a setting.
     *
     * @param setting whose value all rows get
     */
    record Partition<T>(Setting<? extends T> setting) implements Automatic<T> {}
}
