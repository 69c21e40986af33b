package dev.rowan.row;

import dev.rowan.type.Codecs;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Readers, kept with the class that they make, so that they go when it goes. At most {@value #LIMIT} per class: a program
 * that makes up ever new shapes starts over.
 */
final class ReaderCache {
    private static final int LIMIT = 256;

    private final ClassValue<Map<Key, Object>> readers = new ClassValue<>() {
        @Override
        protected Map<Key, Object> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    Object get(Class<?> type, Shape shape, Codecs codecs, Supplier<?> make) {
        Map<Key, Object> ofType = readers.get(type);
        Key key = new Key(shape, codecs);
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

    private record Key(Shape shape, Codecs codecs) {}
}
