package dev.rowan.tpch;

import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.countDistinct;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.min;
import static dev.rowan.expression.Functions.scalar;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.exists;
import static dev.rowan.query.Sql.notExists;
import static dev.rowan.query.Sql.select;
import static dev.rowan.tpch.LineItems.LINEITEM;
import static dev.rowan.tpch.Nations.NATION;
import static dev.rowan.tpch.PartSupps.PART_SUPP;
import static dev.rowan.tpch.Parts.PART;
import static dev.rowan.tpch.Regions.REGION;
import static dev.rowan.tpch.Suppliers.SUPPLIER;
import static dev.rowan.tpch.TpchOrders.ORDER;

import dev.rowan.query.SqlQuery;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Who supplies what, and how well. */
final class SupplyQueries {
    private SupplyQueries() {}

    /** Query 2: which supplier in Europe has each brass part of size 15 at Europe's lowest cost? */
    static SqlQuery<?> minimumCostSupplier() {
        var lowestCost = select(min(PART_SUPP.SUPPLY_COST))
                .from(PART_SUPP)
                .join(SUPPLIER)
                .on(SUPPLIER.SUPPLIER_KEY.eq(PART_SUPP.SUPPLIER_KEY))
                .join(NATION)
                .on(NATION.NATION_KEY.eq(SUPPLIER.NATION_KEY))
                .join(REGION)
                .on(REGION.REGION_KEY.eq(NATION.REGION_KEY))
                .where(REGION.NAME.eq("EUROPE"))
                .where(PART_SUPP.PART_KEY.eq(PART.PART_KEY)); // PART is of the query around it

        return select(
                        SUPPLIER.ACCOUNT_BALANCE,
                        SUPPLIER.NAME,
                        NATION.NAME,
                        PART.PART_KEY,
                        PART.MANUFACTURER,
                        SUPPLIER.ADDRESS,
                        SUPPLIER.PHONE,
                        SUPPLIER.COMMENT)
                .from(PART)
                .join(PART_SUPP)
                .on(PART_SUPP.PART_KEY.eq(PART.PART_KEY))
                .join(SUPPLIER)
                .on(SUPPLIER.SUPPLIER_KEY.eq(PART_SUPP.SUPPLIER_KEY))
                .join(NATION)
                .on(NATION.NATION_KEY.eq(SUPPLIER.NATION_KEY))
                .join(REGION)
                .on(REGION.REGION_KEY.eq(NATION.REGION_KEY))
                .where(REGION.NAME.eq("EUROPE"))
                .where(PART.SIZE.eq(15).and(PART.TYPE.endsWith("BRASS")))
                .where(PART_SUPP.SUPPLY_COST.eq(scalar(lowestCost)))
                .orderBy(SUPPLIER.ACCOUNT_BALANCE.desc(), NATION.NAME.asc(), SUPPLIER.NAME.asc(), PART.PART_KEY.asc())
                .limit(100);
    }

    /** Query 11: which parts make up more than a ten-thousandth of the value of Germany's stock? */
    static SqlQuery<?> importantStock() {
        var value = PART_SUPP.SUPPLY_COST.times(PART_SUPP.AVAILABLE_QUANTITY).as("value");
        var stock = cte(
                select(PART_SUPP.PART_KEY, value)
                        .from(PART_SUPP)
                        .join(SUPPLIER)
                        .on(SUPPLIER.SUPPLIER_KEY.eq(PART_SUPP.SUPPLIER_KEY))
                        .join(NATION)
                        .on(NATION.NATION_KEY.eq(SUPPLIER.NATION_KEY))
                        .where(NATION.NAME.eq("GERMANY")),
                "stock");
        var total = sum(stock.get(value)).as("total");

        return select(stock.get(PART_SUPP.PART_KEY), total)
                .from(stock)
                .groupBy(stock.get(PART_SUPP.PART_KEY))
                .having(total.gt(scalar(select(sum(stock.get(value)).times(new BigDecimal("0.0001")))
                        .from(stock))))
                .orderBy(total.desc());
    }

    /** Query 15: which supplier earned most in the first quarter of 1996? */
    static SqlQuery<?> topSupplier() {
        LocalDate start = LocalDate.of(1996, 1, 1);
        var total = sum(LINEITEM.discountedPrice()).as("total");
        var revenue = cte(
                select(LINEITEM.SUPPLIER_KEY, total)
                        .from(LINEITEM)
                        .where(LINEITEM.SHIP_DATE.ge(start).and(LINEITEM.SHIP_DATE.lt(start.plusMonths(3))))
                        .groupBy(LINEITEM.SUPPLIER_KEY),
                "revenue");

        return select(SUPPLIER.SUPPLIER_KEY, SUPPLIER.NAME, SUPPLIER.ADDRESS, SUPPLIER.PHONE, revenue.get(total))
                .from(SUPPLIER)
                .join(revenue)
                .on(revenue.get(LINEITEM.SUPPLIER_KEY).eq(SUPPLIER.SUPPLIER_KEY))
                .where(revenue.get(total)
                        .eq(scalar(select(max(revenue.get(total))).from(revenue))))
                .orderBy(SUPPLIER.SUPPLIER_KEY.asc());
    }

    /** Query 16: how many suppliers without complaints can deliver parts of the wanted kinds and sizes? */
    static SqlQuery<?> partSupplierRelationship() {
        var suppliers = countDistinct(PART_SUPP.SUPPLIER_KEY).as("suppliers");

        return select(PART.BRAND, PART.TYPE, PART.SIZE, suppliers)
                .from(PART_SUPP)
                .join(PART)
                .on(PART.PART_KEY.eq(PART_SUPP.PART_KEY))
                .where(PART.BRAND.ne("Brand#45"))
                .where(PART.TYPE.startsWith("MEDIUM POLISHED").not())
                .where(PART.SIZE.in(49, 14, 23, 45, 19, 3, 36, 9))
                .where(PART_SUPP.SUPPLIER_KEY.notIn(select(SUPPLIER.SUPPLIER_KEY)
                        .from(SUPPLIER)
                        .where(SUPPLIER.COMMENT.like("%Customer%Complaints%"))))
                .groupBy(PART.BRAND, PART.TYPE, PART.SIZE)
                .orderBy(suppliers.desc(), PART.BRAND.asc(), PART.TYPE.asc(), PART.SIZE.asc());
    }

    /** Query 20: which suppliers in Canada have of a forest part more than half of what they sent of it in 1994? */
    static SqlQuery<?> potentialPartPromotion() {
        LocalDate newYear = LocalDate.of(1994, 1, 1);
        var halfOfSent = select(sum(LINEITEM.QUANTITY).times(new BigDecimal("0.5")))
                .from(LINEITEM)
                .where(LINEITEM.PART_KEY.eq(PART_SUPP.PART_KEY))
                .where(LINEITEM.SUPPLIER_KEY.eq(PART_SUPP.SUPPLIER_KEY))
                .where(LINEITEM.SHIP_DATE.ge(newYear).and(LINEITEM.SHIP_DATE.lt(newYear.plusYears(1))));
        var forestParts = select(PART.PART_KEY).from(PART).where(PART.NAME.startsWith("forest"));
        var suppliersWithMuchLeft = select(PART_SUPP.SUPPLIER_KEY)
                .from(PART_SUPP)
                .where(PART_SUPP.PART_KEY.in(forestParts))
                .where(PART_SUPP.AVAILABLE_QUANTITY.cast(SqlType.DECIMAL).gt(scalar(halfOfSent)));

        return select(SUPPLIER.NAME, SUPPLIER.ADDRESS)
                .from(SUPPLIER)
                .join(NATION)
                .on(NATION.NATION_KEY.eq(SUPPLIER.NATION_KEY))
                .where(NATION.NAME.eq("CANADA"))
                .where(SUPPLIER.SUPPLIER_KEY.in(suppliersWithMuchLeft))
                .orderBy(SUPPLIER.NAME.asc());
    }

    /** Query 21: which suppliers of Saudi Arabia were the only ones to be late in orders from several suppliers? */
    static SqlQuery<?> suppliersWhoKeptOrdersWaiting() {
        LineItems other = alias(LINEITEM, "other");
        LineItems late = alias(LINEITEM, "late");
        var ordersKeptWaiting = count().as("orders_kept_waiting");

        return select(SUPPLIER.NAME, ordersKeptWaiting)
                .from(SUPPLIER)
                .join(LINEITEM)
                .on(LINEITEM.SUPPLIER_KEY.eq(SUPPLIER.SUPPLIER_KEY))
                .join(ORDER)
                .on(ORDER.ORDER_KEY.eq(LINEITEM.ORDER_KEY))
                .join(NATION)
                .on(NATION.NATION_KEY.eq(SUPPLIER.NATION_KEY))
                .where(NATION.NAME.eq("SAUDI ARABIA"))
                .where(ORDER.STATUS.eq("F"))
                .where(LINEITEM.RECEIPT_DATE.gt(LINEITEM.COMMIT_DATE))
                .where(exists(select().from(other)
                        .where(other.ORDER_KEY.eq(LINEITEM.ORDER_KEY))
                        .where(other.SUPPLIER_KEY.ne(LINEITEM.SUPPLIER_KEY))))
                .where(notExists(select().from(late)
                        .where(late.ORDER_KEY.eq(LINEITEM.ORDER_KEY))
                        .where(late.SUPPLIER_KEY.ne(LINEITEM.SUPPLIER_KEY))
                        .where(late.RECEIPT_DATE.gt(late.COMMIT_DATE))))
                .groupBy(SUPPLIER.NAME)
                .orderBy(ordersKeptWaiting.desc(), SUPPLIER.NAME.asc())
                .limit(100);
    }
}
