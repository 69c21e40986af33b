package dev.rowan.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row shall become. Immutable; two targets are equal when they make the same thing in the same way.
 *
 * @param <R> what a row becomes
 */
public sealed interface RowTarget<R extends @Nullable Object> {

    /** The value of the only column. */
    static <R extends @Nullable Object> RowTarget<R> value() {
        return new Value<>();
    }

    /** A generated tuple, by position. */
    static <R extends Row> RowTarget<R> tuple(Class<? super R> tuple) {
        return new Tuple<>(tuple);
    }

    /** A record, its components matched to the columns by name. */
    static <R> RowTarget<R> record(Class<R> type) {
        return new ByName<>(type);
    }

    /**
     * Whatever the constructor makes, by position. If it is a reference to the constructor of a record, the names must
     * agree as well.
     *
     * @param shape the generated interface that the constructor implements
     */
    static <R extends @Nullable Object> RowTarget<R> constructor(
            Class<? extends RowConstructor> shape, RowConstructor constructor) {
        return new ByPosition<>(shape, constructor);
    }

    /**
     * A row that knows its columns by their names and by what they are.
     *
     * @param columns what is selected
     */
    static RowTarget<NamedRow> named(List<?> columns) {
        return new Named(List.copyOf(columns));
    }

    /** See {@link #named(List)}. */
    record Named(List<?> columns) implements RowTarget<NamedRow> {}

    /** See {@link #value()}. */
    record Value<R extends @Nullable Object>() implements RowTarget<R> {}

    /** See {@link #tuple(Class)}. */
    record Tuple<R>(Class<? super R> type) implements RowTarget<R> {}

    /** See {@link #record(Class)}. */
    record ByName<R>(Class<R> type) implements RowTarget<R> {}

    /** See {@link #constructor(Class, RowConstructor)}. */
    record ByPosition<R extends @Nullable Object>(Class<? extends RowConstructor> shape, RowConstructor constructor)
            implements RowTarget<R> {}
}
