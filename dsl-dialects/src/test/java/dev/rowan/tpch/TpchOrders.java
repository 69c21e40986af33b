package dev.rowan.tpch;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The orders of the customers. */
public final class TpchOrders extends Table<TpchOrder> {
    public static final TpchOrders ORDER = new TpchOrders(TableName.of("orders"));

    public final NumberColumn<TpchOrder, Long> ORDER_KEY = bigint("o_orderkey").primaryKey();
    public final NumberColumn<TpchOrder, Long> CUSTOMER_KEY =
            bigint("o_custkey").notNull().references(() -> Customers.CUSTOMER.CUSTOMER_KEY);
    public final TextColumn<TpchOrder, String> STATUS =
            varchar("o_orderstatus", 1).notNull();
    public final NumberColumn<TpchOrder, BigDecimal> TOTAL_PRICE =
            decimal("o_totalprice", 15, 2).notNull();
    public final TemporalColumn<TpchOrder, LocalDate> ORDER_DATE =
            date("o_orderdate").notNull();
    public final TextColumn<TpchOrder, String> PRIORITY =
            varchar("o_orderpriority", 15).notNull();
    public final TextColumn<TpchOrder, String> CLERK = varchar("o_clerk", 15).notNull();
    public final NumberColumn<TpchOrder, Integer> SHIP_PRIORITY =
            integer("o_shippriority").notNull();
    public final TextColumn<TpchOrder, String> COMMENT =
            varchar("o_comment", 79).notNull();

    private TpchOrders(TableName name) {
        super(name, TpchOrder.class, TpchOrders::new);
    }
}
