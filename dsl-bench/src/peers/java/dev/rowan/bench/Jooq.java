package dev.rowan.bench;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import dev.rowan.bench.R3Search.Filters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** jOOQ: fields as its generator would declare them, rows by {@code Records.mapping}, nested rows by MULTISET. */
final class Jooq {
    private static final Table<Record> PARCELS = table(name("parcels"));
    private static final Field<Long> ID = field(name("parcels", "id"), SQLDataType.BIGINT.notNull());
    private static final Field<String> LABEL = field(name("parcels", "label"), SQLDataType.VARCHAR(100));
    private static final Field<Integer> PIECES = field(name("parcels", "pieces"), SQLDataType.INTEGER);
    private static final Field<Boolean> FRAGILE = field(name("parcels", "fragile"), SQLDataType.BOOLEAN);
    private static final Field<Double> WEIGHT = field(name("parcels", "weight"), SQLDataType.DOUBLE);
    private static final Field<BigDecimal> PRICE = field(name("parcels", "price"), SQLDataType.DECIMAL(12, 2));
    private static final Field<LocalDate> SENT_ON = field(name("parcels", "sent_on"), SQLDataType.LOCALDATE);
    private static final Field<String> NOTE = field(name("parcels", "note"), SQLDataType.VARCHAR(200));
    private static final Field<Integer> PRIORITY = field(name("parcels", "priority"), SQLDataType.INTEGER);
    private static final Field<Long> OWNER_ID = field(name("parcels", "owner_id"), SQLDataType.BIGINT);

    private static final Table<Record> ORDERS = table(name("orders"));
    private static final Field<Long> ORDER_ID = field(name("orders", "id"), SQLDataType.BIGINT);
    private static final Field<String> CUSTOMER = field(name("orders", "customer"), SQLDataType.VARCHAR(100));
    private static final Field<LocalDate> PLACED_ON = field(name("orders", "placed_on"), SQLDataType.LOCALDATE);
    private static final Field<BigDecimal> TOTAL = field(name("orders", "total"), SQLDataType.DECIMAL(12, 2));

    private static final Table<Record> ITEMS = table(name("items"));
    private static final Field<Long> ITEM_ID = field(name("items", "id"), SQLDataType.BIGINT);
    private static final Field<Long> ITEM_ORDER = field(name("items", "order_id"), SQLDataType.BIGINT);
    private static final Field<String> ITEM_PRODUCT = field(name("items", "product"), SQLDataType.VARCHAR(100));
    private static final Field<Integer> QUANTITY = field(name("items", "quantity"), SQLDataType.INTEGER);
    private static final Field<BigDecimal> ITEM_PRICE = field(name("items", "price"), SQLDataType.DECIMAL(12, 2));

    private static final Table<Record> CUSTOMERS = table(name("customers"));
    private static final Field<Long> CUSTOMER_ID = field(name("customers", "id"), SQLDataType.BIGINT);
    private static final Field<String> CUSTOMER_NAME = field(name("customers", "name"), SQLDataType.VARCHAR(100));
    private static final Field<String> COUNTRY = field(name("customers", "country"), SQLDataType.VARCHAR(2));
    private static final Table<Record> PRODUCTS = table(name("products"));
    private static final Field<String> PRODUCT_NAME = field(name("products", "name"), SQLDataType.VARCHAR(100));
    private static final Field<BigDecimal> COST = field(name("products", "cost"), SQLDataType.DECIMAL(12, 2));

    private static final Table<Record> STOCKS = table(name("stocks"));
    private static final Field<Long> STOCK_ID = field(name("id"), SQLDataType.BIGINT);
    private static final Field<String> STOCK_PRODUCT = field(name("product"), SQLDataType.VARCHAR(100));
    private static final Field<Integer> STOCK_PIECES = field(name("pieces"), SQLDataType.INTEGER);
    private static final Field<BigDecimal> STOCK_PRICE = field(name("price"), SQLDataType.DECIMAL(12, 2));
    private static final Field<LocalDate> COUNTED_ON = field(name("counted_on"), SQLDataType.LOCALDATE);
    private static final Field<Long> SHELF = field(name("shelf"), SQLDataType.BIGINT);

    private static final Settings SETTINGS = new Settings().withExecuteLogging(false);

    private final DSLContext jooq;

    Jooq() {
        jooq = DSL.using(SQLDialect.H2, SETTINGS);
    }

    Jooq(DataSource source) {
        jooq = DSL.using(source, SQLDialect.H2, SETTINGS);
    }

    private static TextAndBinds rendered(Query query) {
        return new TextAndBinds(query.getSQL(), query.getBindValues().toArray());
    }

    TextAndBinds page(long owner, LocalDate since, long limit) {
        return rendered(jooq.select(ID, LABEL, PIECES, WEIGHT, SENT_ON, NOTE)
                .from(PARCELS)
                .where(OWNER_ID.eq(owner))
                .and(SENT_ON.ge(since))
                .orderBy(ID.desc())
                .limit(limit));
    }

    TextAndBinds report(LocalDate since, int bulk, long atLeast) {
        Field<BigDecimal> spent = field(name("spending", "spent"), SQLDataType.DECIMAL(12, 2));
        Field<String> spender = field(name("spending", "customer"), SQLDataType.VARCHAR(100));
        var spending = name("spending")
                .fields("customer", "spent")
                .as(select(CUSTOMER, sum(TOTAL).as("spent"))
                        .from(ORDERS)
                        .where(PLACED_ON.ge(since))
                        .groupBy(CUSTOMER));
        var revenue = sum(ITEM_PRICE.times(QUANTITY));
        return rendered(jooq.with(spending)
                .select(
                        COUNTRY,
                        count(),
                        revenue,
                        max(spent),
                        sum(when(QUANTITY.ge(bulk), QUANTITY).otherwise(0)))
                .from(ORDERS)
                .join(CUSTOMERS)
                .on(CUSTOMER_NAME.eq(CUSTOMER))
                .join(ITEMS)
                .on(ITEM_ORDER.eq(ORDER_ID))
                .join(PRODUCTS)
                .on(PRODUCT_NAME.eq(ITEM_PRODUCT))
                .join(spending)
                .on(spender.eq(CUSTOMER_NAME))
                .where(PLACED_ON.ge(since))
                .and(COST.lt(ITEM_PRICE))
                .and(exists(selectOne()
                        .from(PARCELS)
                        .where(OWNER_ID.eq(CUSTOMER_ID))
                        .and(FRAGILE.eq(true))))
                .groupBy(COUNTRY)
                .having(count().ge((int) atLeast))
                .orderBy(revenue.desc()));
    }

    TextAndBinds search(Filters filters) {
        var condition = noCondition();
        if (filters.label() != null) {
            condition = condition.and(LABEL.eq(filters.label()));
        }
        if (filters.pieces() != null) {
            condition = condition.and(PIECES.ge(filters.pieces()));
        }
        if (filters.fragile() != null) {
            condition = condition.and(FRAGILE.eq(filters.fragile()));
        }
        if (filters.weight() != null) {
            condition = condition.and(WEIGHT.le(filters.weight()));
        }
        if (filters.price() != null) {
            condition = condition.and(PRICE.le(filters.price()));
        }
        if (filters.sentOn() != null) {
            condition = condition.and(SENT_ON.ge(filters.sentOn()));
        }
        if (filters.priority() != null) {
            condition = condition.and(PRIORITY.eq(filters.priority()));
        }
        if (filters.owners() != null) {
            condition = condition.and(OWNER_ID.in(filters.owners()));
        }
        return rendered(jooq.select(ID, LABEL).from(PARCELS).where(condition));
    }

    TextAndBinds insert(List<Parcel> parcels) {
        var insert =
                jooq.insertInto(PARCELS, ID, LABEL, PIECES, FRAGILE, WEIGHT, PRICE, SENT_ON, NOTE, PRIORITY, OWNER_ID);
        for (Parcel parcel : parcels) {
            insert = insert.values(
                    parcel.id(),
                    parcel.label(),
                    parcel.pieces(),
                    parcel.fragile(),
                    parcel.weight(),
                    parcel.price(),
                    parcel.sentOn(),
                    parcel.note(),
                    parcel.priority(),
                    parcel.ownerId());
        }
        return rendered(insert);
    }

    List<Parcel> all() {
        return jooq.select(ID, LABEL, PIECES, FRAGILE, WEIGHT, PRICE, SENT_ON, NOTE, PRIORITY, OWNER_ID)
                .from(PARCELS)
                .fetch(Records.mapping(Parcel::new));
    }

    Optional<Parcel> byKey(long id) {
        return jooq.select(ID, LABEL, PIECES, FRAGILE, WEIGHT, PRICE, SENT_ON, NOTE, PRIORITY, OWNER_ID)
                .from(PARCELS)
                .where(ID.eq(id))
                .fetchOptional(Records.mapping(Parcel::new));
    }

    List<Order> orders() {
        return jooq.select(
                        ORDER_ID,
                        CUSTOMER,
                        PLACED_ON,
                        TOTAL,
                        multiset(select(ITEM_ID, ITEM_ORDER, ITEM_PRODUCT, QUANTITY, ITEM_PRICE)
                                        .from(ITEMS)
                                        .where(ITEM_ORDER.eq(ORDER_ID))
                                        .orderBy(ITEM_ID))
                                .convertFrom(rows -> rows.map(Records.mapping(Item::new))))
                .from(ORDERS)
                .orderBy(ORDER_ID)
                .fetch(Records.mapping(Order::new));
    }

    long insertStocks(List<Stock> stocks) {
        BatchBindStep batch = jooq.batch(
                jooq.insertInto(STOCKS, STOCK_ID, STOCK_PRODUCT, STOCK_PIECES, STOCK_PRICE, COUNTED_ON, SHELF)
                        .values((Long) null, null, null, null, null, null));
        for (Stock stock : stocks) {
            batch = batch.bind(
                    stock.id(), stock.product(), stock.pieces(), stock.price(), stock.countedOn(), stock.shelf());
        }
        return batch.execute().length;
    }
}
