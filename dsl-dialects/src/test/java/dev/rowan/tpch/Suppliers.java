package dev.rowan.tpch;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import java.math.BigDecimal;

/** Those who sell parts. */
public final class Suppliers extends Table<Supplier> {
    public static final Suppliers SUPPLIER = new Suppliers(TableName.of("supplier"));

    public final NumberColumn<Supplier, Long> SUPPLIER_KEY = bigint("s_suppkey").primaryKey();
    public final TextColumn<Supplier, String> NAME = varchar("s_name", 25).notNull();
    public final TextColumn<Supplier, String> ADDRESS = varchar("s_address", 40).notNull();
    public final NumberColumn<Supplier, Long> NATION_KEY =
            bigint("s_nationkey").notNull().references(() -> Nations.NATION.NATION_KEY);
    public final TextColumn<Supplier, String> PHONE = varchar("s_phone", 15).notNull();
    public final NumberColumn<Supplier, BigDecimal> ACCOUNT_BALANCE =
            decimal("s_acctbal", 15, 2).notNull();
    public final TextColumn<Supplier, String> COMMENT =
            varchar("s_comment", 101).notNull();

    private Suppliers(TableName name) {
        super(name, Supplier.class, Suppliers::new);
    }
}
