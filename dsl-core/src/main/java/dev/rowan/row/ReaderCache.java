package dev.rowan.row;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Readers, kept with the class that they make, so that they go when it goes. At most {@value #LIMIT} per class: a program
 * that makes up ever new shapes starts over. No thread waits for another: two may make the same, of which one is kept.
 */
final class ReaderCache {
    private static final int LIMIT = 256;

    private final ClassValue<Kept> readers = new ClassValue<>() {
        @Override
        protected Kept computeValue(Class<?> type) {
            return new Kept();
        }
    };

    private static final class Kept {
        private volatile Map<Object, Object> byKey = Map.of(); // never changed, but replaced
    }

    /** @param key all that the reader is made from; compared by equality */
    Object get(Class<?> type, Object key, Supplier<?> make) {
        Kept kept = readers.get(type);
        Map<Object, Object> known = kept.byKey;
        Object reader = known.get(key);
        if (reader == null) {
            reader = make.get();
            Map<Object, Object> more = known.size() < LIMIT ? new HashMap<>(known) : new HashMap<>();
            more.put(key, reader);
            kept.byKey = more;
        }
        return reader;
    }
}
