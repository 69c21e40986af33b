package dev.rowan.tpch;

import dev.rowan.expression.NumberExpression;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The parts in the orders, each from one of its suppliers. */
public final class LineItems extends Table<LineItem> {
    public static final LineItems LINEITEM = new LineItems(TableName.of("lineitem"));

    public final NumberColumn<LineItem, Long> ORDER_KEY =
            bigint("l_orderkey").primaryKey().references(() -> TpchOrders.ORDER.ORDER_KEY);
    public final NumberColumn<LineItem, Long> PART_KEY =
            bigint("l_partkey").notNull().references(() -> Parts.PART.PART_KEY);
    public final NumberColumn<LineItem, Long> SUPPLIER_KEY =
            bigint("l_suppkey").notNull().references(() -> Suppliers.SUPPLIER.SUPPLIER_KEY);
    public final NumberColumn<LineItem, Integer> LINE_NUMBER =
            integer("l_linenumber").primaryKey();
    public final NumberColumn<LineItem, BigDecimal> QUANTITY =
            decimal("l_quantity", 15, 2).notNull();
    public final NumberColumn<LineItem, BigDecimal> EXTENDED_PRICE =
            decimal("l_extendedprice", 15, 2).notNull();
    public final NumberColumn<LineItem, BigDecimal> DISCOUNT =
            decimal("l_discount", 15, 2).notNull();
    public final NumberColumn<LineItem, BigDecimal> TAX =
            decimal("l_tax", 15, 2).notNull();
    public final TextColumn<LineItem, String> RETURN_FLAG =
            varchar("l_returnflag", 1).notNull();
    public final TextColumn<LineItem, String> LINE_STATUS =
            varchar("l_linestatus", 1).notNull();
    public final TemporalColumn<LineItem, LocalDate> SHIP_DATE =
            date("l_shipdate").notNull();
    public final TemporalColumn<LineItem, LocalDate> COMMIT_DATE =
            date("l_commitdate").notNull();
    public final TemporalColumn<LineItem, LocalDate> RECEIPT_DATE =
            date("l_receiptdate").notNull();
    public final TextColumn<LineItem, String> SHIP_INSTRUCTION =
            varchar("l_shipinstruct", 25).notNull();
    public final TextColumn<LineItem, String> SHIP_MODE =
            varchar("l_shipmode", 10).notNull();
    public final TextColumn<LineItem, String> COMMENT = varchar("l_comment", 44).notNull();

    private LineItems(TableName name) {
        super(name, LineItem.class, LineItems::new);
    }

    /** What the customer pays before taxes: {@code l_extendedprice - l_extendedprice * l_discount}. */
    public NumberExpression<BigDecimal> discountedPrice() {
        return EXTENDED_PRICE.minus(EXTENDED_PRICE.times(DISCOUNT));
    }
}
