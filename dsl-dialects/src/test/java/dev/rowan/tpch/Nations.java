package dev.rowan.tpch;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;

/** The nations of the customers and the suppliers. */
public final class Nations extends Table<Nation> {
    public static final Nations NATION = new Nations(TableName.of("nation"));

    public final NumberColumn<Nation, Long> NATION_KEY = bigint("n_nationkey").primaryKey();
    public final TextColumn<Nation, String> NAME = varchar("n_name", 25).notNull();
    public final NumberColumn<Nation, Long> REGION_KEY =
            bigint("n_regionkey").notNull().references(() -> Regions.REGION.REGION_KEY);
    public final TextColumn<Nation, String> COMMENT = varchar("n_comment", 152).notNull();

    private Nations(TableName name) {
        super(name, Nation.class, Nations::new);
    }
}
