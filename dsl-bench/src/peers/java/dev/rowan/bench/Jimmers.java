package dev.rowan.bench;

import dev.rowan.bench.R3Search.Filters;
import dev.rowan.bench.entities.JimmerCustomerTable;
import dev.rowan.bench.entities.JimmerItem;
import dev.rowan.bench.entities.JimmerItemFetcher;
import dev.rowan.bench.entities.JimmerItemTable;
import dev.rowan.bench.entities.JimmerOrder;
import dev.rowan.bench.entities.JimmerOrderFetcher;
import dev.rowan.bench.entities.JimmerOrderTable;
import dev.rowan.bench.entities.JimmerParcel;
import dev.rowan.bench.entities.JimmerParcelDraft;
import dev.rowan.bench.entities.JimmerParcelTable;
import dev.rowan.bench.entities.JimmerProductTable;
import dev.rowan.bench.entities.JimmerStock;
import dev.rowan.bench.entities.JimmerStockDraft;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import org.babyfish.jimmer.meta.ImmutableProp;
import org.babyfish.jimmer.sql.JSqlClient;
import org.babyfish.jimmer.sql.ast.Expression;
import org.babyfish.jimmer.sql.ast.Predicate;
import org.babyfish.jimmer.sql.ast.mutation.SaveMode;
import org.babyfish.jimmer.sql.ast.table.WeakJoin;
import org.babyfish.jimmer.sql.dialect.H2Dialect;
import org.babyfish.jimmer.sql.runtime.ConnectionManager;
import org.babyfish.jimmer.sql.runtime.ExceptionTranslator;
import org.babyfish.jimmer.sql.runtime.ExecutionPurpose;
import org.babyfish.jimmer.sql.runtime.Executor;
import org.babyfish.jimmer.sql.runtime.ExecutorContext;
import org.babyfish.jimmer.sql.runtime.JSqlClientImplementor;
import org.jspecify.annotations.Nullable;

/** Jimmer: rows into immutable entities, their associations by fetchers. */
final class Jimmers {
    private static final JimmerParcelTable PARCEL = JimmerParcelTable.$;
    private static final JimmerOrderTable ORDER = JimmerOrderTable.$;
    private static final JimmerOrderTable SPENDING = new JimmerOrderTable();
    private static final JimmerOrderFetcher WITH_ITEMS = JimmerOrderFetcher.$
            .allScalarFields()
            .items(JimmerItemFetcher.$.allScalarFields().order(false));

    private final JSqlClient client;
    private final Rendering rendering = new Rendering();
    private final JSqlClient renderer;

    Jimmers(DataSource source) {
        client = client(source).build();
        renderer = client(source).setExecutor(rendering).build();
    }

    private static JSqlClient.Builder client(DataSource source) {
        return JSqlClient.newBuilder()
                .setConnectionManager(new Connections(source))
                .setDialect(new H2Dialect())
                .setMutationTransactionRequired(false);
    }

    private record Connections(DataSource source) implements ConnectionManager {
        @Override
        public <R> R execute(@Nullable Connection own, Function<Connection, R> work) {
            if (own != null) {
                return work.apply(own);
            }
            try (Connection connection = source.getConnection()) {
                return work.apply(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Keeps the text and executes nothing: Jimmer tells its text only to what executes it. */
    private static final class Rendering implements Executor {
        private TextAndBinds rendered = new TextAndBinds("", new Object[0]);

        @Override
        @SuppressWarnings("unchecked") // a select has a list, an insert a count
        public <R> R execute(Args<R> args) {
            rendered = new TextAndBinds(args.sql, args.variables.toArray());
            return (R) (args.purpose == ExecutionPurpose.MUTATE ? Integer.valueOf(1) : List.of());
        }

        @Override
        public BatchContext executeBatch(
                Connection connection,
                String sql,
                @Nullable ImmutableProp generatedId,
                ExecutionPurpose purpose,
                JSqlClientImplementor client) {
            return new RenderingBatch(this, sql, purpose, client);
        }
    }

    /** Several rows, which Jimmer inserts by one text, and binds one after the other. */
    private static final class RenderingBatch implements Executor.BatchContext {
        private final Rendering rendering;
        private final String sql;
        private final ExecutionPurpose purpose;
        private final JSqlClientImplementor client;
        private final List<Object> binds = new ArrayList<>();
        private int rows;

        RenderingBatch(Rendering rendering, String sql, ExecutionPurpose purpose, JSqlClientImplementor client) {
            this.rendering = rendering;
            this.sql = sql;
            this.purpose = purpose;
            this.client = client;
        }

        @Override
        public JSqlClientImplementor sqlClient() {
            return client;
        }

        @Override
        public String sql() {
            return sql;
        }

        @Override
        public ExecutionPurpose purpose() {
            return purpose;
        }

        @Override
        public @Nullable ExecutorContext ctx() {
            return null;
        }

        @Override
        public void add(List<Object> variables) {
            binds.addAll(variables);
            rows++;
        }

        @Override
        public int[] execute(BiFunction<SQLException, ExceptionTranslator.Args, Exception> translator) {
            rendering.rendered = new TextAndBinds(sql, binds.toArray());
            int[] counts = new int[rows];
            Arrays.fill(counts, 1);
            return counts;
        }

        @Override
        public Object[] generatedIds() {
            return new Object[0];
        }

        @Override
        public void addExecutedListener(Runnable listener) {
            // Nothing is executed.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    TextAndBinds page(long owner, LocalDate since, int limit) {
        renderer.createQuery(PARCEL)
                .where(PARCEL.ownerId().eq(owner))
                .where(PARCEL.sentOn().ge(since))
                .orderBy(PARCEL.id().desc())
                .select(PARCEL.id(), PARCEL.label(), PARCEL.pieces(), PARCEL.weight(), PARCEL.sentOn(), PARCEL.note())
                .limit(limit)
                .execute();
        return rendering.rendered;
    }

    private static final class CustomerOfOrder implements WeakJoin<JimmerOrderTable, JimmerCustomerTable> {
        @Override
        public Predicate on(JimmerOrderTable order, JimmerCustomerTable customer) {
            return customer.name().eq(order.customer());
        }
    }

    private static final class ItemOfOrder implements WeakJoin<JimmerOrderTable, JimmerItemTable> {
        @Override
        public Predicate on(JimmerOrderTable order, JimmerItemTable item) {
            return item.orderId().eq(order.id());
        }
    }

    private static final class ProductOfItem implements WeakJoin<JimmerItemTable, JimmerProductTable> {
        @Override
        public Predicate on(JimmerItemTable item, JimmerProductTable product) {
            return product.name().eq(item.product());
        }
    }

    /**
     * As far as Jimmer 0.9.117 goes. It tells that a common table expression is joined by a column of its table alone, so a
     * condition says what {@code on} said; its aggregate is a native expression, since {@code max()} of it throws a
     * {@link ClassCastException}, and so is the product, for {@code times} takes no column of another type. The items are joined
     * by a condition, since no such join starts from a joined collection.
     */
    TextAndBinds report(LocalDate since, int bulk, long atLeast) {
        var spending = JimmerJoins.spending(
                ORDER,
                renderer.createBaseQuery(SPENDING)
                        .where(SPENDING.placedOn().ge(since))
                        .groupBy(SPENDING.customer())
                        .addSelect(SPENDING)
                        .addSelect(SPENDING.total().sum())
                        .asCteBaseTable());
        var customer = ORDER.asTableEx().weakJoin(CustomerOfOrder.class);
        var item = ORDER.asTableEx().weakJoin(ItemOfOrder.class);
        var product = item.asTableEx().weakJoin(ProductOfItem.class);
        var revenue = Expression.numeric()
                .sql(BigDecimal.class, "%e * %e", item.price(), item.quantity())
                .sum();
        renderer.createQuery(ORDER)
                .where(ORDER.placedOn().ge(since))
                .where(spending.get_1().customer().eq(customer.name()))
                .where(product.cost().lt(item.price()))
                .where(renderer.createSubQuery(PARCEL)
                        .where(PARCEL.ownerId().eq(customer.id()))
                        .where(PARCEL.fragile().eq(true))
                        .exists())
                .groupBy(customer.country())
                .having(Expression.rowCount().ge(atLeast))
                .orderBy(revenue.desc())
                .select(
                        customer.country(),
                        Expression.rowCount(),
                        revenue,
                        Expression.numeric().sql(BigDecimal.class, "max(%e)", spending.get_2()),
                        Expression.numeric()
                                .caseBuilder(Integer.class)
                                .when(item.quantity().ge(bulk), item.quantity())
                                .otherwise(0)
                                .sum())
                .execute();
        return rendering.rendered;
    }

    TextAndBinds search(Filters filters) {
        renderer.createQuery(PARCEL)
                .where(PARCEL.label().eqIf(filters.label()))
                .where(PARCEL.pieces().geIf(filters.pieces()))
                .where(PARCEL.fragile().eqIf(filters.fragile()))
                .where(PARCEL.weight().leIf(filters.weight()))
                .where(PARCEL.price().leIf(filters.price()))
                .where(PARCEL.sentOn().geIf(filters.sentOn()))
                .where(PARCEL.priority().eqIf(filters.priority()))
                .where(PARCEL.ownerId().inIf(filters.owners()))
                .select(PARCEL.id(), PARCEL.label())
                .execute();
        return rendering.rendered;
    }

    List<JimmerParcel> all() {
        return client.createQuery(PARCEL).select(PARCEL).execute();
    }

    JimmerParcel byKey(long id) {
        return client.createQuery(PARCEL)
                .where(PARCEL.id().eq(id))
                .select(PARCEL)
                .fetchOne();
    }

    List<JimmerOrder> orders() {
        return client.createQuery(ORDER)
                .orderBy(ORDER.id().asc())
                .select(ORDER.fetch(WITH_ITEMS))
                .execute();
    }

    long insertStocks(List<JimmerStock> stocks) {
        return client.saveEntitiesCommand(stocks)
                .setMode(SaveMode.INSERT_ONLY)
                .execute()
                .getTotalAffectedRowCount();
    }

    TextAndBinds insert(List<JimmerParcel> parcels) {
        renderer.saveEntitiesCommand(parcels).setMode(SaveMode.INSERT_ONLY).execute();
        return rendering.rendered;
    }

    static Parcel parcel(JimmerParcel entity) {
        return new Parcel(
                entity.id(),
                entity.label(),
                entity.pieces(),
                entity.fragile(),
                entity.weight(),
                entity.price(),
                entity.sentOn(),
                entity.note(),
                entity.priority(),
                entity.ownerId());
    }

    static Order order(JimmerOrder entity) {
        return new Order(
                entity.id(),
                entity.customer(),
                entity.placedOn(),
                entity.total(),
                entity.items().stream().map(item -> item(item, entity)).toList());
    }

    private static Item item(JimmerItem entity, JimmerOrder order) {
        return new Item(entity.id(), order.id(), entity.product(), entity.quantity(), entity.price());
    }

    @SuppressWarnings("NullAway") // what Jimmer generates does not say that a note may be null
    static JimmerParcel entity(Parcel parcel) {
        return JimmerParcelDraft.$.produce(draft -> draft.setId(parcel.id())
                .setLabel(parcel.label())
                .setPieces(parcel.pieces())
                .setFragile(parcel.fragile())
                .setWeight(parcel.weight())
                .setPrice(parcel.price())
                .setSentOn(parcel.sentOn())
                .setNote(parcel.note())
                .setPriority(parcel.priority())
                .setOwnerId(parcel.ownerId()));
    }

    static JimmerStock entity(Stock stock) {
        return JimmerStockDraft.$.produce(draft -> draft.setId(stock.id())
                .setProduct(stock.product())
                .setPieces(stock.pieces())
                .setPrice(stock.price())
                .setCountedOn(stock.countedOn())
                .setShelf(stock.shelf()));
    }
}
