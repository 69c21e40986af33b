package dev.rowan.contract;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A table whose keys Rowan draws, one after another, so that a test can tell how many were drawn. */
final class Parcels extends Table<Parcels.Parcel> {
    static final AtomicLong DRAWN = new AtomicLong();
    static final Parcels PARCEL = new Parcels(TableName.of("parcels"));

    final NumberColumn<Parcel, Long> ID = bigint("id").primaryKey().generated(DRAWN::incrementAndGet);
    final NumberColumn<Parcel, BigDecimal> WEIGHT = decimal("weight", 10, 2).notNull();

    private Parcels(TableName name) {
        super(name, Parcel.class, Parcels::new);
    }

    record Parcel(@Nullable Long id, BigDecimal weight) {}
}
