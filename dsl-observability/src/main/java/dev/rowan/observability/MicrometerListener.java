package dev.rowan.observability;

import dev.rowan.execute.StatementEvent;
import dev.rowan.execute.StatementListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * Times statements: {@code db.withListener(new MicrometerListener(registry))}. The timer is {@code db.client.operation.duration}, with the tags
 * {@code db.system.name}, {@code db.operation.name}, {@code db.collection.name} and {@code error.type}; the last two are {@code none} where there
 * is none. A time is that from the preparation until the last row was read. Thread-safe.
 *
 * <p>There are as many time series as the program has verbs, tables and errors: no text, value or schema is a tag.
 */
public final class MicrometerListener implements StatementListener {
    private static final String TIMER = "db.client.operation.duration";
    private static final String NONE = "none";

    private final MeterRegistry registry;
    private final Operations operations = new Operations();

    /** A listener that measures into a registry. */
    public MicrometerListener(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void executed(StatementEvent event) {
        Operation operation = operations.of(event);
        registry.timer(
                        TIMER,
                        Tags.of(
                                "db.system.name",
                                Operation.system(event),
                                "db.operation.name",
                                operation.name(),
                                "db.collection.name",
                                operation.collection() == null ? NONE : operation.collection(),
                                "error.type",
                                event.failure() == null ? NONE : Operation.errorType(event.failure())))
                .record(event.duration());
    }
}
