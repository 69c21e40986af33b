package dev.rowan.soak;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;

/** A number for each thread, which only grows. */
final class Counters extends Table<Counters.Counter> {
    static final Counters COUNTER = new Counters(TableName.of("counters"));

    record Counter(int id, int n) {}

    final NumberColumn<Counter, Integer> ID = integer("id").notNull().primaryKey();
    final NumberColumn<Counter, Integer> N = integer("n").notNull();

    private Counters(TableName name) {
        super(name, Counter.class, Counters::new);
    }
}
