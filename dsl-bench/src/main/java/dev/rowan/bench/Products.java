package dev.rowan.bench;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import java.math.BigDecimal;

/** What can be ordered. */
public final class Products extends Table<Product> {
    public static final Products PRODUCT = new Products(TableName.of("products"));

    public final NumberColumn<Product, Long> ID = bigint("id").primaryKey();
    public final TextColumn<Product, String> NAME = varchar("name", 100).notNull();
    public final NumberColumn<Product, BigDecimal> COST = decimal("cost", 12, 2).notNull();

    private Products(TableName name) {
        super(name, Product.class, Products::new);
    }
}
