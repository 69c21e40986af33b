package dev.rowan.bench;

import static dev.rowan.bench.Customers.CUSTOMER;
import static dev.rowan.bench.Items.ITEM;
import static dev.rowan.bench.Orders.ORDER;
import static dev.rowan.bench.Parcels.PARCEL;
import static dev.rowan.bench.Products.PRODUCT;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.expression.Functions.when;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.exists;
import static dev.rowan.query.Sql.select;

import dev.rowan.query.SqlQuery;
import dev.rowan.render.RenderedSql;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What does it cost to build and to render a report? A common table expression, five tables, EXISTS, CASE, four aggregates,
 * GROUP BY and HAVING, compared with a presized {@code StringBuilder}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class R2Report {
    private LocalDate since = LocalDate.of(2026, 3, 1);
    private int bulk = 10;
    private long atLeast = 5;

    /** The baseline. */
    @Benchmark
    public TextAndBinds byHand() {
        return ReportByHand.report(since, bulk, atLeast);
    }

    /** A query that is built anew each time. */
    @Benchmark
    public RenderedSql rowanBuiltAnew() {
        return Backend.DIALECT.render(query(since, bulk, atLeast));
    }

    private static SqlQuery<?> query(LocalDate since, int bulk, long atLeast) {
        var spent = sum(ORDER.TOTAL).as("spent");
        var spending = cte(
                select(ORDER.CUSTOMER, spent)
                        .from(ORDER)
                        .where(ORDER.PLACED_ON.ge(since))
                        .groupBy(ORDER.CUSTOMER),
                "spending");
        var revenue = sum(ITEM.PRICE.times(ITEM.QUANTITY));
        return select(
                        CUSTOMER.COUNTRY,
                        count(),
                        revenue,
                        max(spending.get(spent)),
                        sum(when(ITEM.QUANTITY.ge(bulk), ITEM.QUANTITY).otherwise(0)))
                .from(ORDER)
                .join(CUSTOMER)
                .on(CUSTOMER.NAME.eq(ORDER.CUSTOMER))
                .join(ITEM)
                .on(ITEM.ORDER_ID.eq(ORDER.ID))
                .join(PRODUCT)
                .on(PRODUCT.NAME.eq(ITEM.PRODUCT))
                .join(spending)
                .on(spending.get(ORDER.CUSTOMER).eq(CUSTOMER.NAME))
                .where(ORDER.PLACED_ON.ge(since))
                .where(PRODUCT.COST.lt(ITEM.PRICE))
                .where(exists(select(PARCEL.ID)
                        .from(PARCEL)
                        .where(PARCEL.OWNER_ID.eq(CUSTOMER.ID))
                        .where(PARCEL.FRAGILE.eq(true))))
                .groupBy(CUSTOMER.COUNTRY)
                .having(count().ge(atLeast))
                .orderBy(revenue.desc());
    }
}
