package dev.rowan.tpch;

import static dev.rowan.expression.Functions.avg;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.scalar;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.query.Sql.derived;
import static dev.rowan.query.Sql.exists;
import static dev.rowan.query.Sql.notExists;
import static dev.rowan.query.Sql.select;
import static dev.rowan.tpch.Customers.CUSTOMER;
import static dev.rowan.tpch.LineItems.LINEITEM;
import static dev.rowan.tpch.Nations.NATION;
import static dev.rowan.tpch.TpchOrders.ORDER;

import dev.rowan.expression.Condition;
import dev.rowan.query.SqlQuery;
import dev.rowan.type.SqlType;
import java.time.LocalDate;

/** Which orders there are, and whose. */
final class OrderQueries {
    private OrderQueries() {}

    /** Query 3: which ten orders of the building trade, not yet shipped on 15 March 1995, are worth most? */
    static SqlQuery<?> shippingPriority() {
        LocalDate day = LocalDate.of(1995, 3, 15);
        var revenue = sum(LINEITEM.discountedPrice()).as("revenue");

        return select(LINEITEM.ORDER_KEY, revenue, ORDER.ORDER_DATE, ORDER.SHIP_PRIORITY)
                .from(CUSTOMER)
                .join(ORDER)
                .on(ORDER.CUSTOMER_KEY.eq(CUSTOMER.CUSTOMER_KEY))
                .join(LINEITEM)
                .on(LINEITEM.ORDER_KEY.eq(ORDER.ORDER_KEY))
                .where(CUSTOMER.MARKET_SEGMENT.eq("BUILDING"))
                .where(ORDER.ORDER_DATE.lt(day).and(LINEITEM.SHIP_DATE.gt(day)))
                .groupBy(LINEITEM.ORDER_KEY, ORDER.ORDER_DATE, ORDER.SHIP_PRIORITY)
                .orderBy(revenue.desc(), ORDER.ORDER_DATE.asc())
                .limit(10);
    }

    /** Query 4: how many orders of each priority, placed in the third quarter of 1993, came in part too late? */
    static SqlQuery<?> priorityChecking() {
        LocalDate start = LocalDate.of(1993, 7, 1);

        return select(ORDER.PRIORITY, count())
                .from(ORDER)
                .where(ORDER.ORDER_DATE.ge(start).and(ORDER.ORDER_DATE.lt(start.plusMonths(3))))
                .where(exists(select().from(LINEITEM)
                        .where(LINEITEM.ORDER_KEY.eq(ORDER.ORDER_KEY))
                        .where(LINEITEM.COMMIT_DATE.lt(LINEITEM.RECEIPT_DATE))))
                .groupBy(ORDER.PRIORITY)
                .orderBy(ORDER.PRIORITY.asc());
    }

    /** Query 10: which twenty customers sent back the most, of what they ordered in the fourth quarter of 1993? */
    static SqlQuery<?> returnedItems() {
        LocalDate start = LocalDate.of(1993, 10, 1);
        var lostRevenue = sum(LINEITEM.discountedPrice()).as("lost_revenue");

        return select(
                        CUSTOMER.CUSTOMER_KEY,
                        CUSTOMER.NAME,
                        lostRevenue,
                        CUSTOMER.ACCOUNT_BALANCE,
                        NATION.NAME,
                        CUSTOMER.ADDRESS,
                        CUSTOMER.PHONE,
                        CUSTOMER.COMMENT)
                .from(CUSTOMER)
                .join(ORDER)
                .on(ORDER.CUSTOMER_KEY.eq(CUSTOMER.CUSTOMER_KEY))
                .join(LINEITEM)
                .on(LINEITEM.ORDER_KEY.eq(ORDER.ORDER_KEY))
                .join(NATION)
                .on(NATION.NATION_KEY.eq(CUSTOMER.NATION_KEY))
                .where(ORDER.ORDER_DATE.ge(start).and(ORDER.ORDER_DATE.lt(start.plusMonths(3))))
                .where(LINEITEM.RETURN_FLAG.eq("R"))
                .groupBy(
                        CUSTOMER.CUSTOMER_KEY,
                        CUSTOMER.NAME,
                        CUSTOMER.ACCOUNT_BALANCE,
                        CUSTOMER.PHONE,
                        NATION.NAME,
                        CUSTOMER.ADDRESS,
                        CUSTOMER.COMMENT)
                .orderBy(lostRevenue.desc())
                .limit(20);
    }

    /** Query 12: how many lines of urgent orders, and how many others, came too late by mail and by ship in 1994? */
    static SqlQuery<?> shippingModes() {
        LocalDate newYear = LocalDate.of(1994, 1, 1);
        Condition urgent = ORDER.PRIORITY.in("1-URGENT", "2-HIGH");

        return select(
                        LINEITEM.SHIP_MODE,
                        count().filter(urgent).as("urgent"),
                        count().filter(urgent.not()).as("other"))
                .from(ORDER)
                .join(LINEITEM)
                .on(LINEITEM.ORDER_KEY.eq(ORDER.ORDER_KEY))
                .where(LINEITEM.SHIP_MODE.in("MAIL", "SHIP"))
                .where(LINEITEM.SHIP_DATE.lt(LINEITEM.COMMIT_DATE))
                .where(LINEITEM.COMMIT_DATE.lt(LINEITEM.RECEIPT_DATE))
                .where(LINEITEM.RECEIPT_DATE.ge(newYear).and(LINEITEM.RECEIPT_DATE.lt(newYear.plusYears(1))))
                .groupBy(LINEITEM.SHIP_MODE)
                .orderBy(LINEITEM.SHIP_MODE.asc());
    }

    /** Query 13: how many customers have placed how many orders, not counting those with special requests? */
    static SqlQuery<?> customerDistribution() {
        var orders = count(ORDER.ORDER_KEY).as("orders");
        var byCustomer = derived(
                select(CUSTOMER.CUSTOMER_KEY, orders)
                        .from(CUSTOMER)
                        .leftJoin(ORDER)
                        .on(ORDER.CUSTOMER_KEY
                                .eq(CUSTOMER.CUSTOMER_KEY)
                                .and(ORDER.COMMENT.notLike("%special%requests%")))
                        .groupBy(CUSTOMER.CUSTOMER_KEY),
                "by_customer");
        var customers = count().as("customers");

        return select(byCustomer.get(orders), customers)
                .from(byCustomer)
                .groupBy(byCustomer.get(orders))
                .orderBy(customers.desc(), byCustomer.get(orders).desc());
    }

    /** Query 18: which hundred orders of more than 300 pieces were the most expensive, and who placed them? */
    static SqlQuery<?> largeVolumeCustomers() {
        return select(
                        CUSTOMER.NAME,
                        CUSTOMER.CUSTOMER_KEY,
                        ORDER.ORDER_KEY,
                        ORDER.ORDER_DATE,
                        ORDER.TOTAL_PRICE,
                        sum(LINEITEM.QUANTITY))
                .from(CUSTOMER)
                .join(ORDER)
                .on(ORDER.CUSTOMER_KEY.eq(CUSTOMER.CUSTOMER_KEY))
                .join(LINEITEM)
                .on(LINEITEM.ORDER_KEY.eq(ORDER.ORDER_KEY))
                .where(ORDER.ORDER_KEY.in(select(LINEITEM.ORDER_KEY)
                        .from(LINEITEM)
                        .groupBy(LINEITEM.ORDER_KEY)
                        .having(sum(LINEITEM.QUANTITY).gt(300))))
                .groupBy(CUSTOMER.NAME, CUSTOMER.CUSTOMER_KEY, ORDER.ORDER_KEY, ORDER.ORDER_DATE, ORDER.TOTAL_PRICE)
                .orderBy(ORDER.TOTAL_PRICE.desc(), ORDER.ORDER_DATE.asc())
                .limit(100);
    }

    /** Query 22: how many customers of seven countries have more money than the average there, but never ordered? */
    static SqlQuery<?> globalSalesOpportunity() {
        var country = CUSTOMER.countryCode().as("country");
        Condition inScope = country.in("13", "31", "23", "29", "30", "18", "17");
        var averageBalance =
                select(avg(CUSTOMER.ACCOUNT_BALANCE)).from(CUSTOMER).where(inScope.and(CUSTOMER.ACCOUNT_BALANCE.gt(0)));

        return select(country, count(), sum(CUSTOMER.ACCOUNT_BALANCE))
                .from(CUSTOMER)
                .where(inScope)
                .where(CUSTOMER.ACCOUNT_BALANCE.cast(SqlType.DOUBLE).gt(scalar(averageBalance)))
                .where(notExists(select().from(ORDER).where(ORDER.CUSTOMER_KEY.eq(CUSTOMER.CUSTOMER_KEY))))
                .groupBy(country)
                .orderBy(country.asc());
    }
}
