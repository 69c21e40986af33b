package dev.rowan.row;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Readers, kept with the class that they make, so that they go when it goes. At most {@value #LIMIT} per class: a program
 * that makes up ever new shapes starts over.
 */
final class ReaderCache {
    private static final int LIMIT = 256;

    private final ClassValue<Map<Object, Object>> readers = new ClassValue<>() {
        @Override
        protected Map<Object, Object> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    /** @param key all that the reader is made from; compared by equality */
    Object get(Class<?> type, Object key, Supplier<?> make) {
        Map<Object, Object> ofType = readers.get(type);
        Object reader = ofType.get(key);
        if (reader == null) {
            reader = make.get();
            if (ofType.size() >= LIMIT) {
                ofType.clear();
            }
            ofType.put(key, reader);
        }
        return reader;
    }
}
