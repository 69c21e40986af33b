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
import static dev.rowan.query.Sql.compile;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.exists;
import static dev.rowan.query.Sql.select;

import dev.rowan.bench.driver.OneConnection;
import dev.rowan.execute.Database;
import dev.rowan.expression.Condition;
import dev.rowan.expression.NumberExpression;
import dev.rowan.query.Compiled3;
import dev.rowan.query.RowQuery;
import dev.rowan.query.SqlQuery;
import dev.rowan.render.RenderedSql;
import dev.rowan.type.SqlType;
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
    private static final Compiled3<LocalDate, Integer, Long, ?> COMPILED = compile(
            SqlType.DATE,
            SqlType.INTEGER,
            SqlType.BIGINT,
            (since, bulk, atLeast) -> report(
                    ORDER.PLACED_ON.ge(since),
                    when(ITEM.QUANTITY.ge(bulk), ITEM.QUANTITY).otherwise(0),
                    count().ge(atLeast)));

    private final Database database = Database.of(OneConnection.ofColumns(new Object[0], 0), Backend.DIALECT);
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

    /** A query that is compiled, and gets its values each time. */
    @Benchmark
    public RenderedSql rowanCompiled() {
        return database.render(COMPILED.with(since, bulk, atLeast));
    }

    private static SqlQuery<?> query(LocalDate since, int bulk, long atLeast) {
        return report(
                ORDER.PLACED_ON.ge(since),
                when(ITEM.QUANTITY.ge(bulk), ITEM.QUANTITY).otherwise(0),
                count().ge(atLeast));
    }

    private static RowQuery<?> report(Condition recent, NumberExpression<Integer> inBulk, Condition often) {
        var spent = sum(ORDER.TOTAL).as("spent");
        var spending =
                cte(select(ORDER.CUSTOMER, spent).from(ORDER).where(recent).groupBy(ORDER.CUSTOMER), "spending");
        var revenue = sum(ITEM.PRICE.times(ITEM.QUANTITY));
        return select(CUSTOMER.COUNTRY, count(), revenue, max(spending.get(spent)), sum(inBulk))
                .from(ORDER)
                .join(CUSTOMER)
                .on(CUSTOMER.NAME.eq(ORDER.CUSTOMER))
                .join(ITEM)
                .on(ITEM.ORDER_ID.eq(ORDER.ID))
                .join(PRODUCT)
                .on(PRODUCT.NAME.eq(ITEM.PRODUCT))
                .join(spending)
                .on(spending.get(ORDER.CUSTOMER).eq(CUSTOMER.NAME))
                .where(recent)
                .where(PRODUCT.COST.lt(ITEM.PRICE))
                .where(exists(select(PARCEL.ID)
                        .from(PARCEL)
                        .where(PARCEL.OWNER_ID.eq(CUSTOMER.ID))
                        .where(PARCEL.FRAGILE.eq(true))))
                .groupBy(CUSTOMER.COUNTRY)
                .having(often)
                .orderBy(revenue.desc());
    }
}
