package dev.rowan.tpch;

import static dev.rowan.expression.Functions.substring;

import dev.rowan.expression.TextExpression;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import java.math.BigDecimal;

/** Those who order. */
public final class Customers extends Table<Customer> {
    public static final Customers CUSTOMER = new Customers(TableName.of("customer"));

    public final NumberColumn<Customer, Long> CUSTOMER_KEY = bigint("c_custkey").primaryKey();
    public final TextColumn<Customer, String> NAME = varchar("c_name", 25).notNull();
    public final TextColumn<Customer, String> ADDRESS = varchar("c_address", 40).notNull();
    public final NumberColumn<Customer, Long> NATION_KEY =
            bigint("c_nationkey").notNull().references(() -> Nations.NATION.NATION_KEY);
    public final TextColumn<Customer, String> PHONE = varchar("c_phone", 15).notNull();
    public final NumberColumn<Customer, BigDecimal> ACCOUNT_BALANCE =
            decimal("c_acctbal", 15, 2).notNull();
    public final TextColumn<Customer, String> MARKET_SEGMENT =
            varchar("c_mktsegment", 10).notNull();
    public final TextColumn<Customer, String> COMMENT =
            varchar("c_comment", 117).notNull();

    private Customers(TableName name) {
        super(name, Customer.class, Customers::new);
    }

    /** The country that a phone number begins with: {@code substring(c_phone from 1 for 2)}. */
    public TextExpression<String> countryCode() {
        return substring(PHONE, 1, 2);
    }
}
