package dev.rowan.dialect;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A table of times that belong to no zone. */
final class Clocks extends Table<Clocks.Clock> {
    static final Clocks CLOCK = new Clocks(TableName.of("clocks"));

    final NumberColumn<Clock, Long> ID = bigint("id").primaryKey();
    final TemporalColumn<Clock, @Nullable LocalDateTime> AT = timestamp("at");
    final TemporalColumn<Clock, @Nullable LocalTime> TIME = time("time");

    private Clocks(TableName name) {
        super(name, Clock.class, Clocks::new);
    }

    record Clock(
            long id, @Nullable LocalDateTime at, @Nullable LocalTime time) {}
}
