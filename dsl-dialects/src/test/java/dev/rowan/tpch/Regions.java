package dev.rowan.tpch;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;

/** The parts of the world. */
public final class Regions extends Table<Region> {
    public static final Regions REGION = new Regions(TableName.of("region"));

    public final NumberColumn<Region, Long> REGION_KEY = bigint("r_regionkey").primaryKey();
    public final TextColumn<Region, String> NAME = varchar("r_name", 25).notNull();
    public final TextColumn<Region, String> COMMENT = varchar("r_comment", 152).notNull();

    private Regions(TableName name) {
        super(name, Region.class, Regions::new);
    }
}
