package dev.rowan.row;

import dev.rowan.error.DecodeException;
import dev.rowan.type.JsonReader;
import dev.rowan.type.SqlType;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The types of rows within a row: arrays of JSON to the database, whatever their target makes of them to Java. That the target
 * fits the columns is checked when the reader is made, before any I/O.
 */
public final class NestedRowTypes {
    private NestedRowTypes() {}

    /** One row, null for none. */
    public static <R> SqlType<R> one(RowTarget<R> target, Shape shape, List<Included> included) {
        return SqlType.decoded(classOf(target, shape), new OneRow<>(target, shape, included));
    }

    /** Rows of which there may be one at most, null for none; in the database an array of rows. */
    public static <R> SqlType<R> only(RowTarget<R> target, Shape shape, List<Included> included, String label) {
        return SqlType.decoded(classOf(target, shape), new OnlyRow<>(new OneRow<>(target, shape, included), label));
    }

    /** Rows, as a list that cannot be changed; an empty one for none. */
    public static <R> SqlType<List<R>> all(RowTarget<R> target, Shape shape, List<Included> included) {
        return SqlType.decodedList(one(target, shape, included), new AllRows<>(new OneRow<>(target, shape, included)));
    }

    /**
     * Rows of an association within a row of the one that has it, whose value follows those of the columns.
     *
     * @param label of the association, for errors
     * @param key the 0-based columns that lead to a row unless one of them is NULL; empty if there may be no row all the same
     */
    public record Included(String label, SqlType<?> type, List<Integer> key) {
        void check(@Nullable Object[] values, int index) {
            if (values[index] == null && !key.isEmpty() && key.stream().noneMatch(column -> values[column] == null)) {
                throw missing(label);
            }
        }
    }

    /** That there is no row where a key says there is one. */
    public static DecodeException missing(String label) {
        return new DecodeException("expected a row for every key of association " + label
                + ", found none for one of them; the database lacks the foreign key that is declared, or"
                + " the row was deleted between two statements");
    }

    /** The class of what the rows become, {@code Object} if only the compiler knew it. */
    @SuppressWarnings("unchecked") // the target says what its rows become
    private static <R> Class<R> classOf(RowTarget<R> target, Shape shape) {
        return (Class<R>) anyClassOf(target, shape);
    }

    private static Class<?> anyClassOf(RowTarget<?> target, Shape shape) {
        if (target instanceof RowTarget.Value<?>) {
            return shape.slots().get(0).type().javaType();
        } else if (target instanceof RowTarget.Tuple<?> tuple) {
            return tuple.type();
        } else if (target instanceof RowTarget.ByName<?> byName) {
            return byName.type();
        } else if (target instanceof RowTarget.ByPosition<?> byPosition) {
            return ReferredRecords.madeBy(byPosition.constructor());
        }
        return NamedRow.class;
    }

    private record OneRow<R>(RowTarget<R> target, Shape shape, List<Included> included)
            implements Supplier<JsonReader<R>> {
        @Override
        public JsonReader<R> get() {
            return NestedRowReader.of(target, shape, included);
        }
    }

    private record OnlyRow<R>(OneRow<R> row, String label) implements Supplier<JsonReader<R>> {
        @Override
        public JsonReader<R> get() {
            return NestedRowReader.only(row.get(), label);
        }
    }

    private record AllRows<R>(OneRow<R> row) implements Supplier<JsonReader<List<R>>> {
        @Override
        public JsonReader<List<R>> get() {
            return NestedRowReader.all(row.get());
        }
    }
}
