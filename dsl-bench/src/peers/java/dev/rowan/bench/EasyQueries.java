package dev.rowan.bench;

import com.easy.query.api.proxy.client.DefaultEasyEntityQuery;
import com.easy.query.api.proxy.client.EasyEntityQuery;
import com.easy.query.api.proxy.entity.select.EntityQueryable;
import com.easy.query.core.api.client.EasyQueryClient;
import com.easy.query.core.basic.jdbc.executor.DefaultEntityExpressionExecutor;
import com.easy.query.core.basic.jdbc.executor.EntityExpressionExecutor;
import com.easy.query.core.basic.jdbc.executor.ExecutorContext;
import com.easy.query.core.basic.jdbc.executor.internal.common.ExecutionUnit;
import com.easy.query.core.basic.jdbc.executor.internal.common.SQLRouteUnit;
import com.easy.query.core.basic.jdbc.parameter.SQLParameter;
import com.easy.query.core.bootstrapper.EasyQueryBootstrapper;
import com.easy.query.core.bootstrapper.EasyQueryBuilderConfiguration;
import com.easy.query.core.common.ToSQLResult;
import com.easy.query.core.configuration.dialect.AbstractSQLKeyword;
import com.easy.query.core.configuration.dialect.SQLKeyword;
import com.easy.query.core.enums.SQLExecuteStrategyEnum;
import com.easy.query.core.expression.executor.parser.EasyPrepareParser;
import com.easy.query.core.expression.executor.parser.context.impl.InsertEntityParseContextImpl;
import com.easy.query.core.expression.executor.query.ExecutionContextFactory;
import com.easy.query.core.expression.sql.builder.EntityInsertExpressionBuilder;
import com.easy.query.core.proxy.extension.functions.executor.ColumnFunctionCompareComparableNumberChainExpression;
import com.easy.query.core.proxy.sql.GroupKeys;
import com.easy.query.core.proxy.sql.Select;
import com.easy.query.core.util.EasyJdbcExecutorUtil;
import com.easy.query.h2.config.H2DatabaseConfiguration;
import dev.rowan.bench.R3Search.Filters;
import dev.rowan.bench.entities.EasyCustomer;
import dev.rowan.bench.entities.EasyItem;
import dev.rowan.bench.entities.EasyOrder;
import dev.rowan.bench.entities.EasyParcel;
import dev.rowan.bench.entities.EasyProduct;
import dev.rowan.bench.entities.EasySpending;
import dev.rowan.bench.entities.EasyStock;
import dev.rowan.bench.entities.proxy.EasyItemProxy;
import dev.rowan.bench.entities.proxy.EasySpendingProxy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** easy-query: generated proxies, rows into entities. */
final class EasyQueries {
    private final EasyEntityQuery queries;
    private final Rendering rendering;
    private final EasyEntityQuery renderer;

    EasyQueries(DataSource source) {
        queries = new DefaultEasyEntityQuery(configuration(source).build());
        EasyQueryClient client = configuration(source)
                .replaceServiceFactory(
                        EntityExpressionExecutor.class,
                        services -> new Rendering(
                                services.getService(EasyPrepareParser.class),
                                services.getService(ExecutionContextFactory.class)))
                .build();
        rendering = (Rendering) client.getRuntimeContext().getEntityExpressionExecutor();
        renderer = new DefaultEasyEntityQuery(client);
    }

    private static EasyQueryBuilderConfiguration configuration(DataSource source) {
        return EasyQueryBootstrapper.defaultBuilderConfiguration()
                .setDefaultDataSource(source)
                .optionConfigure(options -> options.setPrintSql(false))
                .useDatabaseConfigure(new H2DatabaseConfiguration())
                .replaceService(SQLKeyword.class, new Quoted());
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

    /** Keeps the text and executes nothing: easy-query tells the text of several rows only to what executes it. */
    private static final class Rendering extends DefaultEntityExpressionExecutor {
        private final EasyPrepareParser parser;
        private final ExecutionContextFactory contexts;
        private TextAndBinds rendered = new TextAndBinds("", new Object[0]);

        Rendering(EasyPrepareParser parser, ExecutionContextFactory contexts) {
            super(parser, contexts);
            this.parser = parser;
            this.contexts = contexts;
        }

        @Override
        @SuppressWarnings("unchecked") // as the executor that it stands for
        public <T> long insert(
                ExecutorContext executor, List<T> entities, EntityInsertExpressionBuilder insert, boolean fillKeys) {
            List<ExecutionUnit> units = contexts.createEntityExecutionContext(parser.parse(
                            new InsertEntityParseContextImpl(executor, insert, (List<Object>) entities, fillKeys)))
                    .getExecutionUnits();
            if (units.size() != 1) {
                throw new IllegalStateException("expected one statement for all rows, got " + units.size());
            }
            SQLRouteUnit statement = units.get(0).getSQLRouteUnit();
            rendered = new TextAndBinds(statement.getSQL(), binds(statement));
            return entities.size();
        }

        private static Object[] binds(SQLRouteUnit statement) {
            List<Object> binds = new ArrayList<>();
            for (Object entity : statement.getEntities()) {
                binds.addAll(values(entity, statement.getParameters()));
            }
            return binds.toArray();
        }
    }

    private static List<Object> values(@Nullable Object entity, List<SQLParameter> parameters) {
        List<Object> values = new ArrayList<>(parameters.size());
        for (SQLParameter bound :
                EasyJdbcExecutorUtil.extractParameters(entity, parameters, false, null, null, false, false)) {
            values.add(bound.getValue());
        }
        return values;
    }

    /** For comparisons. */
    static TextAndBinds textAndBinds(ToSQLResult result) {
        return new TextAndBinds(
                result.getSQL(),
                values(null, result.getSqlContext().getParameters()).toArray());
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

    ToSQLResult report(LocalDate since, int bulk, long atLeast) {
        EntityQueryable<EasySpendingProxy, EasySpending> spending = queries.queryable(EasyOrder.class)
                .where(o -> o.placedOn().ge(since))
                .groupBy(o -> GroupKeys.of(o.customer()))
                .select(orders -> new EasySpendingProxy()
                        .customer()
                        .set(orders.key1())
                        .spent()
                        .set(orders.groupTable().total().sumBigDecimal()))
                .toCteAs("spending");
        return queries.queryable(EasyOrder.class)
                .innerJoin(EasyCustomer.class, (o, c) -> c.name().eq(o.customer()))
                .innerJoin(EasyItem.class, (o, c, i) -> i.orderId().eq(o.id()))
                .innerJoin(EasyProduct.class, (o, c, i, p) -> p.name().eq(i.product()))
                .innerJoin(spending, (o, c, i, p, s) -> s.customer().eq(c.name()))
                .where((o, c, i, p, s) -> {
                    o.placedOn().ge(since);
                    p.cost().lt(i.price());
                    c.expression()
                            .exists(() -> c.expression()
                                    .subQueryable(EasyParcel.class)
                                    .where(parcel -> {
                                        parcel.ownerId().eq(c.id());
                                        parcel.fragile().eq(true);
                                    }));
                })
                .groupBy((o, c, i, p, s) -> GroupKeys.of(c.country()))
                .having(rows -> rows.count().ge(atLeast))
                .orderBy(rows -> revenue(rows.groupTable().t3).desc())
                .select(rows -> Select.DRAFT.of(
                        rows.key1(),
                        rows.count(),
                        revenue(rows.groupTable().t3),
                        rows.groupTable().t5.spent().max(),
                        rows.expression()
                                .caseWhen(() -> rows.groupTable().t3.quantity().ge(bulk))
                                .then(rows.groupTable().t3.quantity())
                                .elseEnd(0, Integer.class)
                                .sum()))
                .toSQLResult();
    }

    private static ColumnFunctionCompareComparableNumberChainExpression<BigDecimal> revenue(EasyItemProxy item) {
        return item.price().multiply(item.quantity()).sumBigDecimal();
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

    /** One text for all rows, and the binds of each; all columns, also those that are null in some row. */
    TextAndBinds insert(List<EasyParcel> parcels) {
        renderer.insertable(parcels)
                .batch()
                .setSQLStrategy(SQLExecuteStrategyEnum.ALL_COLUMNS)
                .executeRows();
        return rendering.rendered;
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

    static EasyParcel entity(Parcel parcel) {
        EasyParcel entity = new EasyParcel();
        entity.setId(parcel.id());
        entity.setLabel(parcel.label());
        entity.setPieces(parcel.pieces());
        entity.setFragile(parcel.fragile());
        entity.setWeight(parcel.weight());
        entity.setPrice(parcel.price());
        entity.setSentOn(parcel.sentOn());
        entity.setNote(parcel.note());
        entity.setPriority(parcel.priority());
        entity.setOwnerId(parcel.ownerId());
        return entity;
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
