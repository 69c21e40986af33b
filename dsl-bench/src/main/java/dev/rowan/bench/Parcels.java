package dev.rowan.bench;

import dev.rowan.schema.BooleanColumn;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The table of all benchmarks. */
public final class Parcels extends Table<Parcel> {
    public static final Parcels PARCEL = new Parcels(TableName.of("parcels"));

    public final NumberColumn<Parcel, Long> ID = bigint("id").primaryKey();
    public final TextColumn<Parcel, String> LABEL = varchar("label", 100).notNull();
    public final NumberColumn<Parcel, Integer> PIECES = integer("pieces").notNull();
    public final BooleanColumn<Parcel, Boolean> FRAGILE = bool("fragile").notNull();
    public final NumberColumn<Parcel, Double> WEIGHT = doublePrecision("weight").notNull();
    public final NumberColumn<Parcel, BigDecimal> PRICE =
            decimal("price", 12, 2).notNull();
    public final TemporalColumn<Parcel, LocalDate> SENT_ON = date("sent_on").notNull();
    public final TextColumn<Parcel, @Nullable String> NOTE = varchar("note", 200);
    public final NumberColumn<Parcel, Integer> PRIORITY = integer("priority").notNull();
    public final NumberColumn<Parcel, Long> OWNER_ID = bigint("owner_id").notNull();

    public final PrimaryKey<Parcel, Long> KEY = primaryKey(ID);

    private Parcels(TableName name) {
        super(name, Parcel.class, Parcels::new);
    }
}
