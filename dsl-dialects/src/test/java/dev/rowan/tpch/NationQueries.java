package dev.rowan.tpch;

import static dev.rowan.expression.Functions.sum;
import static dev.rowan.expression.Functions.when;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.select;
import static dev.rowan.tpch.Customers.CUSTOMER;
import static dev.rowan.tpch.LineItems.LINEITEM;
import static dev.rowan.tpch.Nations.NATION;
import static dev.rowan.tpch.PartSupps.PART_SUPP;
import static dev.rowan.tpch.Parts.PART;
import static dev.rowan.tpch.Regions.REGION;
import static dev.rowan.tpch.Suppliers.SUPPLIER;
import static dev.rowan.tpch.TpchOrders.ORDER;

import dev.rowan.expression.TimePart;
import dev.rowan.query.SqlQuery;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What the nations sold to one another, and what they earned. */
final class NationQueries {
    private NationQueries() {}

    /** Query 5: how much did each nation of Asia earn in 1994 by sales from its own suppliers to its own customers? */
    static SqlQuery<?> localSupplierVolume() {
        LocalDate newYear = LocalDate.of(1994, 1, 1);
        var revenue = sum(LINEITEM.discountedPrice()).as("revenue");

        return select(NATION.NAME, revenue)
                .from(CUSTOMER)
                .join(ORDER)
                .on(ORDER.CUSTOMER_KEY.eq(CUSTOMER.CUSTOMER_KEY))
                .join(LINEITEM)
                .on(LINEITEM.ORDER_KEY.eq(ORDER.ORDER_KEY))
                .join(SUPPLIER)
                .on(SUPPLIER.SUPPLIER_KEY.eq(LINEITEM.SUPPLIER_KEY).and(SUPPLIER.NATION_KEY.eq(CUSTOMER.NATION_KEY)))
                .join(NATION)
                .on(NATION.NATION_KEY.eq(SUPPLIER.NATION_KEY))
                .join(REGION)
                .on(REGION.REGION_KEY.eq(NATION.REGION_KEY))
                .where(REGION.NAME.eq("ASIA"))
                .where(ORDER.ORDER_DATE.ge(newYear).and(ORDER.ORDER_DATE.lt(newYear.plusYears(1))))
                .groupBy(NATION.NAME)
                .orderBy(revenue.desc());
    }

    /** Query 7: what did France and Germany sell to each other in 1995 and in 1996? */
    static SqlQuery<?> volumeShipping() {
        Nations seller = alias(NATION, "seller");
        Nations buyer = alias(NATION, "buyer");
        var year = LINEITEM.SHIP_DATE.get(TimePart.YEAR).as("year");

        return select(seller.NAME, buyer.NAME, year, sum(LINEITEM.discountedPrice()))
                .from(SUPPLIER)
                .join(LINEITEM)
                .on(LINEITEM.SUPPLIER_KEY.eq(SUPPLIER.SUPPLIER_KEY))
                .join(ORDER)
                .on(ORDER.ORDER_KEY.eq(LINEITEM.ORDER_KEY))
                .join(CUSTOMER)
                .on(CUSTOMER.CUSTOMER_KEY.eq(ORDER.CUSTOMER_KEY))
                .join(seller)
                .on(seller.NATION_KEY.eq(SUPPLIER.NATION_KEY))
                .join(buyer)
                .on(buyer.NATION_KEY.eq(CUSTOMER.NATION_KEY))
                .where(seller.NAME.in("FRANCE", "GERMANY"))
                .where(buyer.NAME.in("FRANCE", "GERMANY").and(buyer.NAME.ne(seller.NAME)))
                .where(LINEITEM.SHIP_DATE.between(LocalDate.of(1995, 1, 1), LocalDate.of(1996, 12, 31)))
                .groupBy(seller.NAME, buyer.NAME, year)
                .orderBy(seller.NAME.asc(), buyer.NAME.asc(), year.asc());
    }

    /** Query 8: which share of America's market for one type of part did a nation have in 1995 and in 1996? */
    static SqlQuery<?> nationalMarketShare(String nation, String partType) {
        Nations seller = alias(NATION, "seller");
        Nations buyer = alias(NATION, "buyer");
        var year = ORDER.ORDER_DATE.get(TimePart.YEAR).as("year");
        var volume = LINEITEM.discountedPrice();
        var volumeOfNation = when(seller.NAME.eq(nation), volume).otherwise(BigDecimal.ZERO);

        return select(year, sum(volumeOfNation).dividedBy(sum(volume)))
                .from(PART)
                .join(LINEITEM)
                .on(LINEITEM.PART_KEY.eq(PART.PART_KEY))
                .join(SUPPLIER)
                .on(SUPPLIER.SUPPLIER_KEY.eq(LINEITEM.SUPPLIER_KEY))
                .join(ORDER)
                .on(ORDER.ORDER_KEY.eq(LINEITEM.ORDER_KEY))
                .join(CUSTOMER)
                .on(CUSTOMER.CUSTOMER_KEY.eq(ORDER.CUSTOMER_KEY))
                .join(buyer)
                .on(buyer.NATION_KEY.eq(CUSTOMER.NATION_KEY))
                .join(REGION)
                .on(REGION.REGION_KEY.eq(buyer.REGION_KEY))
                .join(seller)
                .on(seller.NATION_KEY.eq(SUPPLIER.NATION_KEY))
                .where(REGION.NAME.eq("AMERICA").and(PART.TYPE.eq(partType)))
                .where(ORDER.ORDER_DATE.between(LocalDate.of(1995, 1, 1), LocalDate.of(1996, 12, 31)))
                .groupBy(year)
                .orderBy(year.asc());
    }

    /** Query 9: what did each nation's suppliers earn, year by year, on parts with green in their name? */
    static SqlQuery<?> productTypeProfit() {
        var year = ORDER.ORDER_DATE.get(TimePart.YEAR).as("year");
        var profit = LINEITEM.discountedPrice().minus(PART_SUPP.SUPPLY_COST.times(LINEITEM.QUANTITY));

        return select(NATION.NAME, year, sum(profit))
                .from(PART)
                .join(LINEITEM)
                .on(LINEITEM.PART_KEY.eq(PART.PART_KEY))
                .join(PART_SUPP)
                .on(PART_SUPP.PART_KEY.eq(LINEITEM.PART_KEY).and(PART_SUPP.SUPPLIER_KEY.eq(LINEITEM.SUPPLIER_KEY)))
                .join(SUPPLIER)
                .on(SUPPLIER.SUPPLIER_KEY.eq(LINEITEM.SUPPLIER_KEY))
                .join(ORDER)
                .on(ORDER.ORDER_KEY.eq(LINEITEM.ORDER_KEY))
                .join(NATION)
                .on(NATION.NATION_KEY.eq(SUPPLIER.NATION_KEY))
                .where(PART.NAME.contains("green"))
                .groupBy(NATION.NAME, year)
                .orderBy(NATION.NAME.asc(), year.desc());
    }
}
