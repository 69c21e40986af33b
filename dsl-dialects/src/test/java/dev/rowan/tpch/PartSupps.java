package dev.rowan.tpch;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import java.math.BigDecimal;

/** Which supplier has which part. */
public final class PartSupps extends Table<PartSupp> {
    public static final PartSupps PART_SUPP = new PartSupps(TableName.of("partsupp"));

    public final NumberColumn<PartSupp, Long> PART_KEY =
            bigint("ps_partkey").primaryKey().references(() -> Parts.PART.PART_KEY);
    public final NumberColumn<PartSupp, Long> SUPPLIER_KEY =
            bigint("ps_suppkey").primaryKey().references(() -> Suppliers.SUPPLIER.SUPPLIER_KEY);
    public final NumberColumn<PartSupp, Integer> AVAILABLE_QUANTITY =
            integer("ps_availqty").notNull();
    public final NumberColumn<PartSupp, BigDecimal> SUPPLY_COST =
            decimal("ps_supplycost", 15, 2).notNull();
    public final TextColumn<PartSupp, String> COMMENT =
            varchar("ps_comment", 199).notNull();

    private PartSupps(TableName name) {
        super(name, PartSupp.class, PartSupps::new);
    }
}
