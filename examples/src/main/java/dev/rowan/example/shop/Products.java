package dev.rowan.example.shop;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Rule;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;

/** What is sold. */
public final class Products extends Table<Product> {
    public static final Products PRODUCT = new Products(TableName.of("products"));

    public final NumberColumn<Product, Long> ID = bigint("id").identity().primaryKey();
    public final TextColumn<Product, String> NAME =
            varchar("name", 200).notNull().check(Rule.notBlank());
    public final NumberColumn<Product, Integer> PRICE_IN_CENTS =
            integer("price_in_cents").notNull().check(Rule.min(0));
    public final NumberColumn<Product, Integer> STOCK =
            integer("stock").notNull().defaultValue(0).check(Rule.min(0).message("Stock cannot go below zero"));

    public final PrimaryKey<Product, Long> KEY = primaryKey(ID);

    private Products(TableName name) {
        super(name, Product.class, Products::new);
    }
}
