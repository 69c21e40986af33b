package dev.rowan.execute;

import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The statements that run. Each has a place that its thread claims near a start of its own, so that threads meet rarely, and neither
 * wait for each other nor make an object. Thread-safe.
 */
final class RunningStatements {
    private static final int PLACES = 512; // a power of two
    private static final int TRIES = 8;

    private final AtomicReferenceArray<@Nullable Statement> places = new AtomicReferenceArray<>(PLACES);
    private final Set<Statement> others = ConcurrentHashMap.newKeySet(); // that found no place

    void add(Statement statement) {
        int start = start();
        for (int i = 0; i < TRIES; i++) {
            if (places.compareAndSet((start + i) & (PLACES - 1), null, statement)) {
                return;
            }
        }
        others.add(statement);
    }

    /** Removes a statement, which another thread may have added. */
    void remove(Statement statement) {
        int start = start();
        for (int i = 0; i < PLACES; i++) {
            int place = (start + i) & (PLACES - 1);
            if (places.get(place) == statement && places.compareAndSet(place, statement, null)) {
                return;
            }
        }
        others.remove(statement);
    }

    void forEach(Consumer<Statement> reader) {
        for (int i = 0; i < PLACES; i++) {
            Statement statement = places.get(i);
            if (statement != null) {
                reader.accept(statement);
            }
        }
        others.forEach(reader);
    }

    private static int start() {
        return (int) Thread.currentThread().getId() * TRIES;
    }
}
