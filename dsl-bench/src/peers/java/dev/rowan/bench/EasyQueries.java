package dev.rowan.bench;

import com.easy.query.api.proxy.client.DefaultEasyEntityQuery;
import com.easy.query.api.proxy.client.EasyEntityQuery;
import com.easy.query.core.bootstrapper.EasyQueryBootstrapper;
import com.easy.query.core.common.ToSQLResult;
import com.easy.query.core.configuration.dialect.AbstractSQLKeyword;
import com.easy.query.core.configuration.dialect.SQLKeyword;
import com.easy.query.h2.config.H2DatabaseConfiguration;
import dev.rowan.bench.R3Search.Filters;
import dev.rowan.bench.entities.EasyItem;
import dev.rowan.bench.entities.EasyOrder;
import dev.rowan.bench.entities.EasyParcel;
import dev.rowan.bench.entities.EasyStock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/** easy-query: generated proxies, rows into entities. */
final class EasyQueries {
    private final EasyEntityQuery queries;

    EasyQueries(DataSource source) {
        queries = new DefaultEasyEntityQuery(EasyQueryBootstrapper.defaultBuilderConfiguration()
                .setDefaultDataSource(source)
                .optionConfigure(options -> options.setPrintSql(false))
                .useDatabaseConfigure(new H2DatabaseConfiguration())
                .replaceService(SQLKeyword.class, new Quoted())
                .build());
    }

    /** Names are quoted, as all other contestants quote them. */
    private static final class Quoted extends AbstractSQLKeyword {
        @Override
        protected String getQuoteStart() {
            return "\"";
        }

        @Override
        protected String getQuoteEnd() {
            return "\"";
        }
    }

    ToSQLResult page(long owner, LocalDate since, long limit) {
        return queries.queryable(EasyParcel.class)
                .where(p -> {
                    p.ownerId().eq(owner);
                    p.sentOn().ge(since);
                })
                .orderBy(p -> p.id().desc())
                .limit(limit)
                .select(p -> p.FETCHER.id().label().pieces().weight().sentOn().note())
                .toSQLResult();
    }

    ToSQLResult search(Filters filters) {
        return queries.queryable(EasyParcel.class)
                .where(p -> {
                    p.label().eq(filters.label() != null, filters.label());
                    p.pieces().ge(filters.pieces() != null, filters.pieces());
                    p.fragile().eq(filters.fragile() != null, filters.fragile());
                    p.weight().le(filters.weight() != null, filters.weight());
                    p.price().le(filters.price() != null, filters.price());
                    p.sentOn().ge(filters.sentOn() != null, filters.sentOn());
                    p.priority().eq(filters.priority() != null, filters.priority());
                    p.ownerId().in(filters.owners() != null, filters.owners());
                })
                .select(p -> p.FETCHER.id().label())
                .toSQLResult();
    }

    List<EasyParcel> all() {
        return queries.queryable(EasyParcel.class).toList();
    }

    EasyParcel byKey(long id) {
        return queries.queryable(EasyParcel.class).where(p -> p.id().eq(id)).singleNotNull();
    }

    List<EasyOrder> orders() {
        return queries.queryable(EasyOrder.class)
                .includes(o -> o.items(), items -> items.orderBy(i -> i.id().asc()))
                .orderBy(o -> o.id().asc())
                .toList();
    }

    long insertStocks(List<EasyStock> stocks) {
        return queries.insertable(stocks).batch().executeRows();
    }

    static Parcel parcel(EasyParcel entity) {
        return new Parcel(
                entity.getId(),
                entity.getLabel(),
                entity.getPieces(),
                entity.isFragile(),
                entity.getWeight(),
                entity.getPrice(),
                entity.getSentOn(),
                entity.getNote(),
                entity.getPriority(),
                entity.getOwnerId());
    }

    static Order order(EasyOrder entity) {
        return new Order(
                entity.getId(),
                entity.getCustomer(),
                entity.getPlacedOn(),
                entity.getTotal(),
                entity.getItems().stream().map(EasyQueries::item).toList());
    }

    private static Item item(EasyItem entity) {
        return new Item(
                entity.getId(), entity.getOrderId(), entity.getProduct(), entity.getQuantity(), entity.getPrice());
    }

    static EasyStock entity(Stock stock) {
        EasyStock entity = new EasyStock();
        entity.setId(stock.id());
        entity.setProduct(stock.product());
        entity.setPieces(stock.pieces());
        entity.setPrice(stock.price());
        entity.setCountedOn(stock.countedOn());
        entity.setShelf(stock.shelf());
        return entity;
    }
}
