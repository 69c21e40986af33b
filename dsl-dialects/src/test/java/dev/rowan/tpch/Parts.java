package dev.rowan.tpch;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import java.math.BigDecimal;

/** What is sold. */
public final class Parts extends Table<Part> {
    public static final Parts PART = new Parts(TableName.of("part"));

    public final NumberColumn<Part, Long> PART_KEY = bigint("p_partkey").primaryKey();
    public final TextColumn<Part, String> NAME = varchar("p_name", 55).notNull();
    public final TextColumn<Part, String> MANUFACTURER = varchar("p_mfgr", 25).notNull();
    public final TextColumn<Part, String> BRAND = varchar("p_brand", 10).notNull();
    public final TextColumn<Part, String> TYPE = varchar("p_type", 25).notNull();
    public final NumberColumn<Part, Integer> SIZE = integer("p_size").notNull();
    public final TextColumn<Part, String> CONTAINER = varchar("p_container", 10).notNull();
    public final NumberColumn<Part, BigDecimal> RETAIL_PRICE =
            decimal("p_retailprice", 15, 2).notNull();
    public final TextColumn<Part, String> COMMENT = varchar("p_comment", 23).notNull();

    private Parts(TableName name) {
        super(name, Part.class, Parts::new);
    }
}
