package dev.rowan.tpch;

import static dev.rowan.expression.Functions.avg;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.scalar;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.expression.Functions.when;
import static dev.rowan.query.Sql.select;
import static dev.rowan.tpch.LineItems.LINEITEM;
import static dev.rowan.tpch.Parts.PART;

import dev.rowan.expression.Condition;
import dev.rowan.query.SqlQuery;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What was sold, and for how much. */
final class SalesQueries {
    private SalesQueries() {}

    /** Query 1: what was billed, shipped and returned until 90 days before the end of the records? */
    static SqlQuery<?> pricingSummary() {
        LocalDate lastDay = LocalDate.of(1998, 12, 1).minusDays(90);
        var charge = LINEITEM.discountedPrice().times(LINEITEM.TAX.plus(1));

        return select(
                        LINEITEM.RETURN_FLAG,
                        LINEITEM.LINE_STATUS,
                        sum(LINEITEM.QUANTITY),
                        sum(LINEITEM.EXTENDED_PRICE),
                        sum(LINEITEM.discountedPrice()),
                        sum(charge),
                        avg(LINEITEM.QUANTITY),
                        avg(LINEITEM.EXTENDED_PRICE),
                        avg(LINEITEM.DISCOUNT),
                        count())
                .from(LINEITEM)
                .where(LINEITEM.SHIP_DATE.le(lastDay))
                .groupBy(LINEITEM.RETURN_FLAG, LINEITEM.LINE_STATUS)
                .orderBy(LINEITEM.RETURN_FLAG.asc(), LINEITEM.LINE_STATUS.asc());
    }

    /** Query 6: how much more would 1994 have earned without the discounts of about 6 % on small quantities? */
    static SqlQuery<?> forecastRevenueChange() {
        LocalDate newYear = LocalDate.of(1994, 1, 1);

        return select(sum(LINEITEM.EXTENDED_PRICE.times(LINEITEM.DISCOUNT)))
                .from(LINEITEM)
                .where(LINEITEM.SHIP_DATE.ge(newYear).and(LINEITEM.SHIP_DATE.lt(newYear.plusYears(1))))
                .where(LINEITEM.DISCOUNT.between(new BigDecimal("0.05"), new BigDecimal("0.07")))
                .where(LINEITEM.QUANTITY.lt(24));
    }

    /** Query 14: which percentage of September 1995's revenue came from parts on promotion? */
    static SqlQuery<?> promotionEffect() {
        LocalDate start = LocalDate.of(1995, 9, 1);
        var revenue = LINEITEM.discountedPrice();
        var promoted = when(PART.TYPE.startsWith("PROMO"), revenue).otherwise(BigDecimal.ZERO);

        return select(sum(promoted).times(100).dividedBy(sum(revenue)))
                .from(LINEITEM)
                .join(PART)
                .on(PART.PART_KEY.eq(LINEITEM.PART_KEY))
                .where(LINEITEM.SHIP_DATE.ge(start).and(LINEITEM.SHIP_DATE.lt(start.plusMonths(1))));
    }

    /** Query 17: what would an average year, of the seven, earn less without small orders of one brand and container? */
    static SqlQuery<?> smallQuantityOrderRevenue(String brand, String container) {
        var fifthOfTheAverage = select(avg(LINEITEM.QUANTITY).times(0.2))
                .from(LINEITEM)
                .where(LINEITEM.PART_KEY.eq(PART.PART_KEY)); // this LINEITEM, but PART of the query around it

        return select(sum(LINEITEM.EXTENDED_PRICE).dividedBy(7))
                .from(LINEITEM)
                .join(PART)
                .on(PART.PART_KEY.eq(LINEITEM.PART_KEY))
                .where(PART.BRAND.eq(brand).and(PART.CONTAINER.eq(container)))
                .where(LINEITEM.QUANTITY.cast(SqlType.DOUBLE).lt(scalar(fifthOfTheAverage)));
    }

    /** Query 19: how much did three kinds of parts earn that were sent by air and handed over in person? */
    static SqlQuery<?> discountedRevenue() {
        Condition small = PART.BRAND
                .eq("Brand#12")
                .and(PART.CONTAINER.in("SM CASE", "SM BOX", "SM PACK", "SM PKG"))
                .and(PART.SIZE.between(1, 5))
                .and(LINEITEM.QUANTITY.between(1, 11));
        Condition medium = PART.BRAND
                .eq("Brand#23")
                .and(PART.CONTAINER.in("MED BAG", "MED BOX", "MED PKG", "MED PACK"))
                .and(PART.SIZE.between(1, 10))
                .and(LINEITEM.QUANTITY.between(10, 20));
        Condition large = PART.BRAND
                .eq("Brand#34")
                .and(PART.CONTAINER.in("LG CASE", "LG BOX", "LG PACK", "LG PKG"))
                .and(PART.SIZE.between(1, 15))
                .and(LINEITEM.QUANTITY.between(20, 30));

        return select(sum(LINEITEM.discountedPrice()))
                .from(LINEITEM)
                .join(PART)
                .on(PART.PART_KEY.eq(LINEITEM.PART_KEY))
                .where(LINEITEM.SHIP_MODE.in("AIR", "AIR REG"))
                .where(LINEITEM.SHIP_INSTRUCTION.eq("DELIVER IN PERSON"))
                .where(small.or(medium).or(large));
    }
}
