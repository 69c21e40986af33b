package dev.rowan.bench;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What many rows are inserted into. */
public final class Stocks extends Table<Stock> {
    public static final Stocks STOCK = new Stocks(TableName.of("stocks"));

    public final NumberColumn<Stock, Long> ID = bigint("id").primaryKey();
    public final TextColumn<Stock, String> PRODUCT = varchar("product", 100).notNull();
    public final NumberColumn<Stock, Integer> PIECES = integer("pieces").notNull();
    public final NumberColumn<Stock, BigDecimal> PRICE = decimal("price", 12, 2).notNull();
    public final TemporalColumn<Stock, LocalDate> COUNTED_ON =
            date("counted_on").notNull();
    public final NumberColumn<Stock, Long> SHELF = bigint("shelf").notNull();

    private Stocks(TableName name) {
        super(name, Stock.class, Stocks::new);
    }
}
