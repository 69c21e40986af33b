package dev.rowan.bench;

import java.time.LocalDate;

/** A report as one writes it by hand. */
final class ReportByHand {
    private static final String ORDERS = "\"orders\"";
    private static final String ORDER_CUSTOMER = "\"orders\".\"customer\"";
    private static final String PLACED_ON = "\"orders\".\"placed_on\"";
    private static final String COUNTRY = "\"customers\".\"country\"";
    private static final String CUSTOMER_NAME = "\"customers\".\"name\"";
    private static final String QUANTITY = "\"items\".\"quantity\"";
    private static final String PRICE = "\"items\".\"price\"";
    private static final String REVENUE = "sum(\"items\".\"price\" * \"items\".\"quantity\")";

    private ReportByHand() {}

    static TextAndBinds report(LocalDate since, int bulk, long atLeast) {
        StringBuilder sql = new StringBuilder(1_024);
        sql.append("with \"spending\"(\"customer\", \"spent\") as (select ").append(ORDER_CUSTOMER);
        sql.append(", sum(\"orders\".\"total\") as \"spent\" from ").append(ORDERS);
        sql.append(" where ").append(PLACED_ON).append(" >= ?");
        sql.append(" group by ").append(ORDER_CUSTOMER).append(')');
        sql.append(" select ").append(COUNTRY).append(", count(*), ").append(REVENUE);
        sql.append(", max(\"spending\".\"spent\"), sum(case when ")
                .append(QUANTITY)
                .append(" >= ? then ");
        sql.append(QUANTITY).append(" else ? end) from ").append(ORDERS);
        sql.append(" join \"customers\" on ")
                .append(CUSTOMER_NAME)
                .append(" = ")
                .append(ORDER_CUSTOMER);
        sql.append(" join \"items\" on \"items\".\"order_id\" = \"orders\".\"id\"");
        sql.append(" join \"products\" on \"products\".\"name\" = \"items\".\"product\"");
        sql.append(" join \"spending\" on \"spending\".\"customer\" = ").append(CUSTOMER_NAME);
        sql.append(" where ").append(PLACED_ON).append(" >= ?");
        sql.append(" and \"products\".\"cost\" < ").append(PRICE);
        sql.append(" and exists (select 1 from \"parcels\" where \"parcels\".\"owner_id\" = \"customers\".\"id\"");
        sql.append(" and \"parcels\".\"fragile\" = ?)");
        sql.append(" group by ").append(COUNTRY);
        sql.append(" having count(*) >= ?");
        sql.append(" order by ").append(REVENUE).append(" desc");
        return new TextAndBinds(sql.toString(), new Object[] {since, bulk, 0, since, true, atLeast});
    }
}
