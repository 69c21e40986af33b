package dev.rowan.tpch;

import dev.rowan.query.SqlQuery;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The queries of TPC-H by their numbers. A query is a value: the same one serves every database. */
final class TpchQueries {
    /** Each answers with rows in the order of its ORDER BY. */
    static final SortedMap<Integer, SqlQuery<?>> ALL = Collections.unmodifiableSortedMap(new TreeMap<>(Map.ofEntries(
            Map.entry(1, SalesQueries.pricingSummary()),
            Map.entry(2, SupplyQueries.minimumCostSupplier()),
            Map.entry(3, OrderQueries.shippingPriority()),
            Map.entry(4, OrderQueries.priorityChecking()),
            Map.entry(5, NationQueries.localSupplierVolume()),
            Map.entry(6, SalesQueries.forecastRevenueChange()),
            Map.entry(7, NationQueries.volumeShipping()),
            Map.entry(8, NationQueries.nationalMarketShare("BRAZIL", "ECONOMY ANODIZED STEEL")),
            Map.entry(9, NationQueries.productTypeProfit()),
            Map.entry(10, OrderQueries.returnedItems()),
            Map.entry(11, SupplyQueries.importantStock()),
            Map.entry(12, OrderQueries.shippingModes()),
            Map.entry(13, OrderQueries.customerDistribution()),
            Map.entry(14, SalesQueries.promotionEffect()),
            Map.entry(15, SupplyQueries.topSupplier()),
            Map.entry(16, SupplyQueries.partSupplierRelationship()),
            Map.entry(17, SalesQueries.smallQuantityOrderRevenue("Brand#23", "MED BOX")),
            Map.entry(18, OrderQueries.largeVolumeCustomers()),
            Map.entry(19, SalesQueries.discountedRevenue()),
            Map.entry(20, SupplyQueries.potentialPartPromotion()),
            Map.entry(21, SupplyQueries.suppliersWhoKeptOrdersWaiting()),
            Map.entry(22, OrderQueries.globalSalesOpportunity()))));

    private TpchQueries() {}
}
