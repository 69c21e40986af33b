package dev.rowan.bench;

import com.querydsl.core.BooleanBuilder;
import com.querydsl.core.types.Projections;
import com.querydsl.core.types.dsl.BooleanPath;
import com.querydsl.core.types.dsl.CaseBuilder;
import com.querydsl.core.types.dsl.DatePath;
import com.querydsl.core.types.dsl.Expressions;
import com.querydsl.core.types.dsl.NumberPath;
import com.querydsl.core.types.dsl.StringPath;
import com.querydsl.sql.Configuration;
import com.querydsl.sql.H2Templates;
import com.querydsl.sql.RelationalPathBase;
import com.querydsl.sql.SQLBindings;
import com.querydsl.sql.SQLExpressions;
import com.querydsl.sql.SQLQuery;
import com.querydsl.sql.SQLQueryFactory;
import com.querydsl.sql.dml.SQLInsertClause;
import dev.rowan.bench.R3Search.Filters;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** QueryDSL SQL: paths as its generator would declare them, rows by constructor projections. */
final class Querydsl {
    private static final Configuration CONFIGURATION =
            new Configuration(H2Templates.builder().quote().build());

    /** A table. */
    @SuppressWarnings("serial") // never serialized
    private static class Path extends RelationalPathBase<Object> {
        Path(String table) {
            super(Object.class, table, "", table);
        }

        NumberPath<Long> longs(String column) {
            return createNumber(column, Long.class);
        }

        NumberPath<Integer> integers(String column) {
            return createNumber(column, Integer.class);
        }

        NumberPath<Double> doubles(String column) {
            return createNumber(column, Double.class);
        }

        NumberPath<BigDecimal> decimals(String column) {
            return createNumber(column, BigDecimal.class);
        }

        StringPath strings(String column) {
            return createString(column);
        }

        BooleanPath booleans(String column) {
            return createBoolean(column);
        }

        DatePath<LocalDate> dates(String column) {
            return createDate(column, LocalDate.class);
        }
    }

    private static final Path PARCELS = new Path("parcels");
    private static final NumberPath<Long> ID = PARCELS.longs("id");
    private static final StringPath LABEL = PARCELS.strings("label");
    private static final NumberPath<Integer> PIECES = PARCELS.integers("pieces");
    private static final BooleanPath FRAGILE = PARCELS.booleans("fragile");
    private static final NumberPath<Double> WEIGHT = PARCELS.doubles("weight");
    private static final NumberPath<BigDecimal> PRICE = PARCELS.decimals("price");
    private static final DatePath<LocalDate> SENT_ON = PARCELS.dates("sent_on");
    private static final StringPath NOTE = PARCELS.strings("note");
    private static final NumberPath<Integer> PRIORITY = PARCELS.integers("priority");
    private static final NumberPath<Long> OWNER_ID = PARCELS.longs("owner_id");

    private static final Path ORDERS = new Path("orders");
    private static final NumberPath<Long> ORDER_ID = ORDERS.longs("id");
    private static final StringPath CUSTOMER = ORDERS.strings("customer");
    private static final DatePath<LocalDate> PLACED_ON = ORDERS.dates("placed_on");
    private static final NumberPath<BigDecimal> TOTAL = ORDERS.decimals("total");

    private static final Path ITEMS = new Path("items");
    private static final NumberPath<Long> ITEM_ORDER = ITEMS.longs("order_id");
    private static final StringPath ITEM_PRODUCT = ITEMS.strings("product");
    private static final NumberPath<Integer> QUANTITY = ITEMS.integers("quantity");
    private static final NumberPath<BigDecimal> ITEM_PRICE = ITEMS.decimals("price");

    private static final Path CUSTOMERS = new Path("customers");
    private static final NumberPath<Long> CUSTOMER_ID = CUSTOMERS.longs("id");
    private static final StringPath CUSTOMER_NAME = CUSTOMERS.strings("name");
    private static final StringPath COUNTRY = CUSTOMERS.strings("country");
    private static final Path PRODUCTS = new Path("products");
    private static final StringPath PRODUCT_NAME = PRODUCTS.strings("name");
    private static final NumberPath<BigDecimal> COST = PRODUCTS.decimals("cost");

    private static final Path STOCKS = new Path("stocks");
    private static final NumberPath<Long> STOCK_ID = STOCKS.longs("id");
    private static final StringPath STOCK_PRODUCT = STOCKS.strings("product");
    private static final NumberPath<Integer> STOCK_PIECES = STOCKS.integers("pieces");
    private static final NumberPath<BigDecimal> STOCK_PRICE = STOCKS.decimals("price");
    private static final DatePath<LocalDate> COUNTED_ON = STOCKS.dates("counted_on");
    private static final NumberPath<Long> SHELF = STOCKS.longs("shelf");

    private final DataSource source;
    private final SQLQueryFactory queries;

    Querydsl(DataSource source) {
        this.source = source;
        this.queries = new SQLQueryFactory(CONFIGURATION, source);
    }

    private static TextAndBinds rendered(SQLBindings bindings) {
        return new TextAndBinds(
                bindings.getSQL(), bindings.getNullFriendlyBindings().toArray());
    }

    static TextAndBinds page(long owner, LocalDate since, long limit) {
        return rendered(new SQLQuery<Void>(CONFIGURATION)
                .select(ID, LABEL, PIECES, WEIGHT, SENT_ON, NOTE)
                .from(PARCELS)
                .where(OWNER_ID.eq(owner))
                .where(SENT_ON.goe(since))
                .orderBy(ID.desc())
                .limit(limit)
                .getSQL());
    }

    static TextAndBinds report(LocalDate since, int bulk, long atLeast) {
        Path spending = new Path("spending");
        var revenue = ITEM_PRICE.multiply(QUANTITY).sumBigDecimal();
        return rendered(new SQLQuery<Void>(CONFIGURATION)
                .with(spending, spending.strings("customer"), spending.decimals("spent"))
                .as(SQLExpressions.select(CUSTOMER, TOTAL.sumBigDecimal().as("spent"))
                        .from(ORDERS)
                        .where(PLACED_ON.goe(since))
                        .groupBy(CUSTOMER))
                .select(
                        COUNTRY,
                        Expressions.ONE.count(),
                        revenue,
                        spending.decimals("spent").max(),
                        new CaseBuilder()
                                .when(QUANTITY.goe(bulk))
                                .then(QUANTITY)
                                .otherwise(0)
                                .sumAggregate())
                .from(ORDERS)
                .join(CUSTOMERS)
                .on(CUSTOMER_NAME.eq(CUSTOMER))
                .join(ITEMS)
                .on(ITEM_ORDER.eq(ORDER_ID))
                .join(PRODUCTS)
                .on(PRODUCT_NAME.eq(ITEM_PRODUCT))
                .join(spending)
                .on(spending.strings("customer").eq(CUSTOMER_NAME))
                .where(PLACED_ON.goe(since))
                .where(COST.lt(ITEM_PRICE))
                .where(SQLExpressions.selectOne()
                        .from(PARCELS)
                        .where(OWNER_ID.eq(CUSTOMER_ID))
                        .where(FRAGILE.eq(true))
                        .exists())
                .groupBy(COUNTRY)
                .having(Expressions.ONE.count().goe(atLeast))
                .orderBy(revenue.desc())
                .getSQL());
    }

    static TextAndBinds search(Filters filters) {
        BooleanBuilder condition = new BooleanBuilder();
        if (filters.label() != null) {
            condition.and(LABEL.eq(filters.label()));
        }
        if (filters.pieces() != null) {
            condition.and(PIECES.goe(filters.pieces()));
        }
        if (filters.fragile() != null) {
            condition.and(FRAGILE.eq(filters.fragile()));
        }
        if (filters.weight() != null) {
            condition.and(WEIGHT.loe(filters.weight()));
        }
        if (filters.price() != null) {
            condition.and(PRICE.loe(filters.price()));
        }
        if (filters.sentOn() != null) {
            condition.and(SENT_ON.goe(filters.sentOn()));
        }
        if (filters.priority() != null) {
            condition.and(PRIORITY.eq(filters.priority()));
        }
        if (filters.owners() != null) {
            condition.and(OWNER_ID.in(filters.owners()));
        }
        return rendered(new SQLQuery<Void>(CONFIGURATION)
                .select(ID, LABEL)
                .from(PARCELS)
                .where(condition)
                .getSQL());
    }

    /** By one statement for each row, for QueryDSL renders several as a batch. */
    static TextAndBinds insert(Connection none, List<Parcel> parcels) {
        SQLInsertClause insert = new SQLInsertClause(none, CONFIGURATION, PARCELS);
        insert.setBatchToBulk(true);
        for (Parcel parcel : parcels) {
            insert.set(ID, parcel.id())
                    .set(LABEL, parcel.label())
                    .set(PIECES, parcel.pieces())
                    .set(FRAGILE, parcel.fragile())
                    .set(WEIGHT, parcel.weight())
                    .set(PRICE, parcel.price())
                    .set(SENT_ON, parcel.sentOn())
                    .set(NOTE, parcel.note())
                    .set(PRIORITY, parcel.priority())
                    .set(OWNER_ID, parcel.ownerId())
                    .addBatch();
        }
        return rendered(insert.getSQL().get(0));
    }

    private static SQLQuery<Parcel> parcels(SQLQueryFactory queries) {
        return queries.select(Projections.constructor(
                        Parcel.class, ID, LABEL, PIECES, FRAGILE, WEIGHT, PRICE, SENT_ON, NOTE, PRIORITY, OWNER_ID))
                .from(PARCELS);
    }

    List<Parcel> all() {
        return parcels(queries).fetch();
    }

    Optional<Parcel> byKey(long id) {
        return Optional.ofNullable(parcels(queries).where(ID.eq(id)).fetchOne());
    }

    long insertStocks(List<Stock> stocks) throws SQLException {
        try (Connection connection = source.getConnection()) {
            SQLInsertClause insert = new SQLInsertClause(connection, CONFIGURATION, STOCKS);
            for (Stock stock : stocks) {
                insert.set(STOCK_ID, stock.id())
                        .set(STOCK_PRODUCT, stock.product())
                        .set(STOCK_PIECES, stock.pieces())
                        .set(STOCK_PRICE, stock.price())
                        .set(COUNTED_ON, stock.countedOn())
                        .set(SHELF, stock.shelf())
                        .addBatch();
            }
            return insert.execute();
        }
    }
}
