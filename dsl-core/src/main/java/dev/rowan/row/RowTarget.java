package dev.rowan.row;

/**
 * What a row shall become. Immutable; two targets are equal when they make the same thing in the same way.
 *
 * @param <R> what a row becomes
 */
public sealed interface RowTarget<R> {

    /** The value of the only column. */
    static <R> RowTarget<R> value() {
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
    static <R> RowTarget<R> constructor(Class<? extends RowConstructor> shape, RowConstructor constructor) {
        return new ByPosition<>(shape, constructor);
    }

    /** A row of columns that were chosen at run time. */
    static RowTarget<NamedRow> named() {
        return new Named();
    }

    /** See {@link #named()}. */
    record Named() implements RowTarget<NamedRow> {}

    /** See {@link #value()}. */
    record Value<R>() implements RowTarget<R> {}

    /** See {@link #tuple(Class)}. */
    record Tuple<R>(Class<? super R> type) implements RowTarget<R> {}

    /** See {@link #record(Class)}. */
    record ByName<R>(Class<R> type) implements RowTarget<R> {}

    /** See {@link #constructor(Class, RowConstructor)}. */
    record ByPosition<R>(Class<? extends RowConstructor> shape, RowConstructor constructor) implements RowTarget<R> {}
}
