package dev.rowan.row;

import dev.rowan.error.DecodeException;
import dev.rowan.type.JsonCursor;
import dev.rowan.type.JsonReader;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes what a row becomes of the JSON array of its values, as {@link RowReaders} do of a result's row. */
final class NestedRowReader<R> implements JsonReader<R> {
    private static final ReaderCache BY_NAME = new ReaderCache();
    private static final ReaderCache BY_POSITION = new ReaderCache();
    private static final ReaderCache TUPLES = new ReaderCache();
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final Slot[] slots;
    private final JsonReader<?>[] readers;
    private final List<NestedRowTypes.Included> included; // their values follow those of the slots
    private final MethodHandle make; // (Object[])Object

    private NestedRowReader(Shape shape, List<NestedRowTypes.Included> included, MethodHandle make) {
        this.slots = shape.slots().toArray(Slot[]::new);
        this.included = included;
        this.readers = Stream.concat(
                        shape.slots().stream().map(slot -> slot.type().jsonReader()),
                        included.stream().map(one -> one.type().jsonReader()))
                .toArray(JsonReader<?>[]::new);
        this.make = make.asType(MethodType.methodType(Object.class, Object[].class));
    }

    /**
     * The reader of a row.
     *
     * @throws dev.rowan.error.InvalidQueryException if the target does not fit the shape; the message lists both sides
     */
    @SuppressWarnings("unchecked") // the target says what its rows become
    static <R> JsonReader<R> of(RowTarget<R> target, Shape shape, List<NestedRowTypes.Included> included) {
        if (target instanceof RowTarget.Value<R>) {
            Part.Column only = RowReaders.positional(shape).findFirst().orElseThrow();
            return new NestedRowReader<>(shape, included, argument(only, shape));
        } else if (target instanceof RowTarget.Tuple<R> tuple) {
            return (JsonReader<R>) known(
                    TUPLES,
                    tuple.type(),
                    shape,
                    included,
                    () -> RowReaders.positional(shape).toList());
        } else if (target instanceof RowTarget.Named named) {
            return new NestedRowReader<>(shape, included, named(named, shape));
        } else if (target instanceof RowTarget.ByName<R> byName) {
            Class<R> type = byName.type();
            return (JsonReader<R>) known(BY_NAME, type, shape, included, () -> RecordPlan.byName(type, shape));
        }
        RowTarget.ByPosition<R> byPosition = (RowTarget.ByPosition<R>) target;
        Optional<Class<?>> referred = ReferredRecords.of(byPosition.constructor());
        return referred.isEmpty()
                ? new NestedRowReader<>(shape, included, LambdaReader.constructor(byPosition))
                : (JsonReader<R>) known(
                        BY_POSITION,
                        referred.get(),
                        shape,
                        included,
                        () -> RecordPlan.byPosition(referred.get(), shape));
    }

    private record Key(Shape shape, List<NestedRowTypes.Included> included) {}

    private static Object known(
            ReaderCache cache, Class<?> type, Shape shape, List<NestedRowTypes.Included> included, Parts parts) {
        return cache.get(type, new Key(shape, included), () -> {
            List<Part> all = List.copyOf(parts.all());
            MethodHandle[] arguments =
                    all.stream().map(part -> argument(part, shape)).toArray(MethodHandle[]::new);
            return new NestedRowReader<>(
                    shape, included, RowReaders.compose(RowClasses.constructor(type, all), arguments, Object[].class));
        });
    }

    /** The handle that takes an argument of a constructor from the values of a row. */
    private static MethodHandle argument(Part part, Shape shape) {
        if (part instanceof Part.Association association) {
            return association.slot().included()
                    ? GraphComposer.held(element(positionOf(association, shape)), association.type())
                    : RowReaders.unloaded(association, Object[].class);
        } else if (part instanceof Part.Default absent) {
            return absent.ignored(Object[].class);
        }
        Part.Column column = (Part.Column) part;
        MethodHandle value = column.required()
                ? MethodHandles.insertArguments(
                        handle("required", Object[].class, int.class, Slot.class), 1, column.index(), column.slot())
                : element(column.index());
        return value.asType(MethodType.methodType(column.type(), Object[].class));
    }

    private static MethodHandle element(int index) {
        return MethodHandles.insertArguments(MethodHandles.arrayElementGetter(Object[].class), 1, index);
    }

    /** Where the records of an association stand: after the columns, with those that are included too. */
    private static int positionOf(Part.Association association, Shape shape) {
        return shape.slots().size()
                + (int) shape.associations().subList(0, association.index()).stream()
                        .filter(AssociationSlot::included)
                        .count();
    }

    private static MethodHandle named(RowTarget.Named target, Shape shape) {
        List<@Nullable String> names = new ArrayList<>();
        shape.slots().forEach(slot -> names.add(slot.name()));
        return MethodHandles.insertArguments(
                handle("named", List.class, List.class, Object[].class), 0, names, target.columns());
    }

    private static MethodHandle handle(String name, Class<?>... parameters) {
        try {
            return LOOKUP.findStatic(NestedRowReader.class, name, MethodType.methodType(Object.class, parameters));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("expected NestedRowReader." + name, e);
        }
    }

    static Object required(@Nullable Object[] values, int index, Slot slot) {
        Object value = values[index];
        if (value == null) {
            throw Reads.unexpectedNull(slot, index + 1);
        }
        return value;
    }

    static Object named(List<@Nullable String> names, List<?> columns, @Nullable Object[] values) {
        return new NamedRow(names, columns, values);
    }

    @Override
    @SuppressWarnings("unchecked") // the handle makes what the target says
    public @Nullable R read(JsonCursor json) {
        if (json.isNull()) {
            return null;
        }
        @Nullable Object[] values = values(json);
        try {
            return (R) (Object) make.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw Thrown.byConstructor(e);
        }
    }

    private @Nullable Object[] values(JsonCursor json) {
        @Nullable Object[] values = new Object[readers.length];
        int read = 0;
        json.enter();
        while (json.next()) {
            if (read == values.length) {
                throw wrongWidth();
            }
            values[read] = value(json, read);
            read++;
        }
        if (read < values.length) {
            throw wrongWidth();
        }
        for (int i = 0; i < included.size(); i++) {
            included.get(i).check(values, slots.length + i);
        }
        return values;
    }

    private @Nullable Object value(JsonCursor json, int index) {
        try {
            return readers[index].read(json);
        } catch (RuntimeException e) {
            Object what = index < slots.length
                    ? slots[index]
                    : included.get(index - slots.length).label();
            throw new DecodeException("column " + (index + 1) + " (" + what + "): " + e.getMessage(), e);
        }
    }

    private DecodeException wrongWidth() {
        return new DecodeException(
                "expected " + readers.length + " values in each row within a row, got another number of them");
    }

    /** All rows of an array; none where the database has NULL for it. */
    static <R> JsonReader<List<R>> all(JsonReader<R> row) {
        return json -> {
            if (json.isNull()) {
                return List.of();
            }
            List<R> rows = new ArrayList<>();
            json.enter();
            while (json.next()) {
                rows.add(row(json, row, rows.size() + 1));
            }
            return Collections.unmodifiableList(rows);
        };
    }

    /** The only row of an array, null if there is none. */
    static <R> JsonReader<R> only(JsonReader<R> row, String label) {
        JsonReader<List<R>> all = all(row);
        return json -> {
            List<R> rows = all.read(json);
            if (rows != null && rows.size() > 1) {
                throw new DecodeException("expected one row for association " + label
                        + ", got several; declare its key as unique, or the association as hasMany");
            }
            return rows == null || rows.isEmpty() ? null : rows.get(0);
        };
    }

    @SuppressWarnings("NullAway") // null only where R is nullable: the value of a row that has NULL
    private static <R> R row(JsonCursor json, JsonReader<R> reader, int number) {
        try {
            return reader.read(json);
        } catch (DecodeException e) {
            throw new DecodeException("row " + number + ": " + e.getMessage(), e);
        }
    }

    /** Where the arguments of a constructor come from. */
    @FunctionalInterface
    private interface Parts {
        List<? extends Part> all();
    }
}
