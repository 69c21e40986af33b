package dev.rowan.row;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers which record a constructor reference refers to: finding out takes some hundred microseconds. */
final class ReferredRecords {
    private static final ClassValue<Memory> MEMORY = new ClassValue<>() {
        @Override
        protected Memory computeValue(Class<?> type) {
            return new Memory();
        }
    };

    private ReferredRecords() {}

    /** See {@link Constructors#referredRecord}; all instances of one lambda's class refer to the same. */
    static Optional<Class<?>> of(RowConstructor constructor) {
        Memory memory = MEMORY.get(constructor.getClass());
        if (!memory.known) {
            Optional<Class<?>> wrapped = Constructors.wrappedRecord(constructor);
            if (wrapped.isPresent()) {
                return wrapped; // another instance of the class may wrap another
            }
            memory.referred = Constructors.referredRecord(constructor).orElse(null);
            memory.known = true;
        }
        return Optional.ofNullable(memory.referred);
    }

    /** The class of what a lambda makes, or {@code Object} if it does not tell; see {@link Constructors#madeBy}. */
    static Class<?> madeBy(RowConstructor constructor) {
        Memory memory = MEMORY.get(constructor.getClass());
        Class<?> made = memory.made;
        if (made == null) {
            made = Constructors.madeBy(constructor);
            memory.made = made;
        }
        return made;
    }

    private static final class Memory {
        private volatile @Nullable Class<?> made;
        private @Nullable Class<?> referred; // published by the write to known
        private volatile boolean known;
    }
}
