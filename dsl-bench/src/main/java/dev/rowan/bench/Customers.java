package dev.rowan.bench;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;

/** Who orders. */
public final class Customers extends Table<Customer> {
    public static final Customers CUSTOMER = new Customers(TableName.of("customers"));

    public final NumberColumn<Customer, Long> ID = bigint("id").primaryKey();
    public final TextColumn<Customer, String> NAME = varchar("name", 100).notNull();
    public final TextColumn<Customer, String> COUNTRY = varchar("country", 2).notNull();

    private Customers(TableName name) {
        super(name, Customer.class, Customers::new);
    }
}
