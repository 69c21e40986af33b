package dev.rowan.observability;

import dev.rowan.execute.StatementEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What statements do, remembered by their texts, as long as these are few. Thread-safe. */
final class Operations {
    private static final int KEPT = 1_000;
    private static final int LONGEST_KEPT = 10_000;

    private final Map<String, Operation> known = new ConcurrentHashMap<>();

    Operation of(StatementEvent event) {
        String text = event.sql().text();
        Operation operation = known.get(text);
        if (operation != null) {
            return operation;
        }
        Operation found = Operation.of(event);
        if (text.length() <= LONGEST_KEPT && known.size() < KEPT) {
            known.put(text, found);
        }
        return found;
    }
}
