package dev.rowan.row;

import dev.rowan.type.Codecs;
import dev.rowan.type.ValueReader;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a target against a shape and makes the reader. Readers of records are kept per record class, so a query that is
 * built anew pays for the check only once. Thread-safe.
 */
public final class RowReaders {
    private static final ReaderCache BY_NAME = new ReaderCache();
    private static final ReaderCache BY_POSITION = new ReaderCache();
    private static final ReaderCache TUPLES = new ReaderCache();
    private static final ReaderCache GRAPHS = new ReaderCache();

    private RowReaders() {}

    /**
     * The reader of a select that includes no association.
     *
     * @throws dev.rowan.error.InvalidQueryException if the target does not fit the shape; the message lists both sides
     */
    @SuppressWarnings("unchecked") // the target says what its rows become
    public static <R extends @Nullable Object> RowReader<R> reader(RowTarget<R> target, Shape shape, Codecs codecs) {
        if (target instanceof RowTarget.Value<R>) {
            return valueReader(shape.slots().get(0), codecs);
        } else if (target instanceof RowTarget.Tuple<R> tuple) {
            return (RowReader<R>)
                    TUPLES.get(tuple.type(), new Key(shape, codecs), () -> tupleReader(tuple.type(), shape, codecs));
        } else if (target instanceof RowTarget.Named named) {
            return (RowReader<R>) namedReader(named, shape, codecs);
        } else if (target instanceof RowTarget.ByPosition<R> byPosition) {
            return constructorReader(byPosition, shape, codecs);
        }
        Class<R> type = ((RowTarget.ByName<R>) target).type();
        return (RowReader<R>) BY_NAME.get(
                type, new Key(shape, codecs), () -> recordReader(type, RecordPlan.byName(type, shape), codecs));
    }

    private static RowReader<NamedRow> namedReader(RowTarget.Named target, Shape shape, Codecs codecs) {
        Slot[] slots = shape.slots().toArray(Slot[]::new);
        List<@Nullable String> names = new ArrayList<>();
        ValueReader<?>[] readers = new ValueReader<?>[slots.length];
        for (int i = 0; i < slots.length; i++) {
            names.add(slots[i].name());
            readers[i] = slots[i].type().reader(codecs);
        }
        return row -> {
            @Nullable Object[] values = new Object[slots.length];
            for (int i = 0; i < slots.length; i++) {
                values[i] = Reads.value(readers[i], slots[i], row, i + 1);
            }
            return new NamedRow(names, target.columns(), values);
        };
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // R is the type of the slot, nullable where the slot is
    private static <R extends @Nullable Object> RowReader<R> valueReader(Slot slot, Codecs codecs) {
        ValueReader<?> reader = slot.type().reader(codecs);
        return slot.nullable()
                ? row -> (R) Reads.value(reader, slot, row, 1)
                : row -> (R) Reads.required(reader, slot, row, 1);
    }

    /**
     * The reader of a select of a whole table that includes associations.
     *
     * @param extra columns after those of the shape, which are read and are no part of the record
     * @param before how many columns of the result come before those of the shape
     * @throws dev.rowan.error.InvalidQueryException if the record does not fit the shape; the message lists both sides
     */
    @SuppressWarnings("unchecked") // made for that very class
    public static <R> GraphReader<R> graphReader(
            Class<R> type, Shape shape, List<Slot> extra, int before, Codecs codecs) {
        return (GraphReader<R>) GRAPHS.get(
                type,
                new GraphKey(shape, extra, before, codecs),
                () -> GraphComposer.reader(
                        type, RecordPlan.byName(type, shape), shape.slots().size(), extra, before, codecs));
    }

    private record GraphKey(Shape shape, List<Slot> extra, int before, Codecs codecs) {}

    private record Key(Shape shape, Codecs codecs) {}

    private static RowReader<?> recordReader(Class<?> type, List<Part> parts, Codecs codecs) {
        MethodHandle[] arguments =
                parts.stream().map(part -> argument(part, codecs)).toArray(MethodHandle[]::new);
        return new HandleReader<>(compose(RowClasses.constructor(type, parts), arguments, ResultSet.class));
    }

    private static MethodHandle argument(Part part, Codecs codecs) {
        if (part instanceof Part.Default absent) {
            return absent.ignored(ResultSet.class);
        }
        return part instanceof Part.Association association
                ? unloaded(association, ResultSet.class)
                : Reads.read((Part.Column) part, codecs);
    }

    static MethodHandle unloaded(Part.Association association, Class<?> source) {
        MethodHandle unloaded = MethodHandles.constant(association.type(), association.unloaded());
        return MethodHandles.dropArguments(unloaded, 0, source);
    }

    private static RowReader<?> tupleReader(Class<?> type, Shape shape, Codecs codecs) {
        MethodHandle[] arguments =
                positional(shape).map(part -> Reads.read(part, codecs)).toArray(MethodHandle[]::new);
        return new HandleReader<>(compose(RowClasses.constructor(type), arguments, ResultSet.class));
    }

    /** Each column as it is, for what takes any object. */
    static Stream<Part.Column> positional(Shape shape) {
        return IntStream.range(0, shape.slots().size())
                .mapToObj(i -> new Part.Column(
                        i,
                        shape.slots().get(i),
                        Object.class,
                        !shape.slots().get(i).nullable()));
    }

    @SuppressWarnings("unchecked") // a constructor makes what its target says
    private static <R extends @Nullable Object> RowReader<R> constructorReader(
            RowTarget.ByPosition<R> target, Shape shape, Codecs codecs) {
        Optional<Class<?>> referred = ReferredRecords.of(target.constructor());
        if (referred.isPresent()) {
            Class<?> type = referred.get();
            Shape positional = new Shape(shape.slots(), List.of());
            return (RowReader<R>) BY_POSITION.get(
                    type,
                    new Key(positional, codecs),
                    () -> recordReader(type, RecordPlan.byPosition(type, positional), codecs));
        }
        ValueReader<?>[] readers =
                shape.slots().stream().map(slot -> slot.type().reader(codecs)).toArray(ValueReader<?>[]::new);
        return new LambdaReader<>(target, shape.slots().toArray(Slot[]::new), readers);
    }

    /** Feeds each argument of a constructor from one and the same source. */
    static MethodHandle compose(MethodHandle constructor, MethodHandle[] arguments, Class<?> source) {
        MethodHandle filtered = MethodHandles.filterArguments(constructor, 0, arguments);
        MethodType type = MethodType.methodType(constructor.type().returnType(), source);
        int[] allTheSame = new int[arguments.length];
        Arrays.fill(allTheSame, 0);
        MethodHandle composed = arguments.length == 0
                ? MethodHandles.dropArguments(filtered, 0, source)
                : MethodHandles.permuteArguments(filtered, type, allTheSame);
        return composed.asType(MethodType.methodType(Object.class, source));
    }
}
