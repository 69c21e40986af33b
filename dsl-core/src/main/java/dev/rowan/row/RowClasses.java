package dev.rowan.row;

import dev.rowan.error.InvalidQueryException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what classes are made of that hold rows, and remembers it with the class. */
final class RowClasses {
    private static final ClassValue<Known> KNOWN = new ClassValue<>() {
        @Override
        protected Known computeValue(Class<?> type) {
            return new Known(type.isRecord() ? new OfRecord(type) : described(type));
        }
    };

    private RowClasses() {}

    private record Known(@Nullable RowClass rowClass) {}

    /**
     * What a class is made of.
     *
     * @param purpose what it should be good for, for the error
     * @throws InvalidQueryException if it is neither a record nor of a kind that a provider knows
     */
    static RowClass of(Class<?> type, String purpose) {
        RowClass known = find(type);
        if (known == null) {
            throw new InvalidQueryException("expected a record " + purpose + ", got " + type.getName()
                    + "; declare it as a record, or give a lambda to as(…)");
        }
        return known;
    }

    /** What a class is made of, or null if nobody knows. */
    static @Nullable RowClass find(Class<?> type) {
        return KNOWN.get(type).rowClass();
    }

    private static @Nullable RowClass described(Class<?> type) {
        MethodHandles.Lookup lookup = Constructors.lookup(type);
        for (RowClassProvider provider : providers()) {
            RowClass found = provider.describe(type, lookup);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The constructor that a function of another language refers to, or null if nobody knows. */
    static @Nullable Constructor<?> referred(Object function) {
        for (RowClassProvider provider : providers()) {
            Constructor<?> found = provider.referred(function);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A provider may live in the application's loader, or beside this jar. */
    private static List<RowClassProvider> providers() {
        List<RowClassProvider> providers = new ArrayList<>();
        ServiceLoader.load(RowClassProvider.class).forEach(providers::add);
        ServiceLoader.load(RowClassProvider.class, RowClasses.class.getClassLoader())
                .forEach(providers::add);
        return providers;
    }

    /** The names of components. */
    static List<String> names(RowClass rowClass) {
        return rowClass.components().stream().map(RowComponent::name).toList();
    }

    /** The constructor of a class some of whose components have no part in a row. */
    static MethodHandle constructor(Class<?> type, List<Part> parts) {
        Set<Integer> defaulted = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Part.Default) {
                defaulted.add(i);
            }
        }
        return constructor(type, defaulted);
    }

    /** The constructor of a class, of all its components. */
    static MethodHandle constructor(Class<?> type) {
        return constructor(type, Set.of());
    }

    private static MethodHandle constructor(Class<?> type, Set<Integer> defaulted) {
        try {
            return of(type, "to read rows into").constructor(defaulted);
        } catch (IllegalAccessException e) {
            throw closed(type);
        }
    }

    /**
     * What yields the value of a component.
     *
     * @throws InvalidQueryException if the module of the class keeps it closed
     */
    static MethodHandle accessor(Class<?> type, RowClass rowClass, int index) {
        try {
            return rowClass.accessor(index);
        } catch (IllegalAccessException e) {
            throw closed(type);
        }
    }

    private static InvalidQueryException closed(Class<?> type) {
        return new InvalidQueryException("expected access to record " + type.getName() + ", but module "
                + type.getModule().getName() + " keeps it closed; open its package to "
                + RowClasses.class.getModule().getName());
    }

    /** A record of Java. */
    private record OfRecord(Class<?> type, List<RecordComponent> parts, List<RowComponent> components)
            implements RowClass {
        OfRecord(Class<?> type) {
            this(
                    type,
                    List.of(type.getRecordComponents()),
                    Arrays.stream(type.getRecordComponents())
                            .map(OfRecord::component)
                            .toList());
        }

        private static RowComponent component(RecordComponent part) {
            return new RowComponent(
                    part.getName(), part.getType(), part.getGenericType(), Nullness.allowsNull(part), false);
        }

        @Override
        public MethodHandle constructor(Set<Integer> defaulted) throws IllegalAccessException {
            Class<?>[] parameters = parts.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return Constructors.lookup(type).findConstructor(type, MethodType.methodType(void.class, parameters));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("expected the canonical constructor of " + type, e);
            }
        }

        @Override
        public MethodHandle accessor(int index) throws IllegalAccessException {
            MethodType signature = MethodType.methodType(parts.get(index).getType());
            try {
                return Constructors.lookup(type)
                        .findVirtual(type, parts.get(index).getName(), signature);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("expected an accessor of " + parts.get(index), e);
            }
        }
    }
}
